// The one start command: installs what is missing, builds what is out of date, starts the server and keeps it running. Uses
// nothing but Node until the packages are there.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { changedAt, npm, prepare, root } from './packages.mjs';
import { supervise } from './supervisor.mjs';

/** The newest change below a folder of sources; a folder's own time tells of files that have gone. */
function newest(folder) {
  let latest = changedAt(folder);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    latest = Math.max(latest, entry.isDirectory() ? newest(path) : changedAt(path));
  }
  return latest;
}

prepare();
const sources = readdirSync(root, { withFileTypes: true }).filter(
  ({ name }) => ['domain', 'protocol', 'db', 'server'].includes(name) || /^client-kit$|-client$/.test(name),
);
const newestSource = Math.max(
  ...['vite.config.ts', 'svelte.config.js', 'package.json', 'package-lock.json'].map((file) =>
    changedAt(join(root, file)),
  ),
  ...sources.map(({ name }) => newest(join(root, name))),
);
// The server is built last: when it is newer than every source, so are the pages.
if (changedAt(join(root, 'dist/server/main.js')) < newestSource)
  npm('Building. 正在构建……', ['run', '--silent', 'build'], 'The build failed: see above. 构建失败，见上。');

supervise(join(root, 'dist/server/main.js'), process.argv.slice(2));
