// The one start command: installs what is missing, builds what is out of date, starts the server in this process. Uses
// nothing but Node until the packages are there.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Liangfen needs Node 20.19 or newer; this is ${process.versions.node}. 亮分需要 Node 20.19 或更新版本。`,
  );
  process.exit(2);
}

function run(args, sentence) {
  const { status } = spawnSync('npm', args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  console.error(sentence);
  process.exit(2);
}

const changedAt = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

/** The newest change below a folder of sources. */
function newest(folder) {
  let latest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    latest = Math.max(latest, entry.isDirectory() ? newest(path) : statSync(path).mtimeMs);
  }
  return latest;
}

if (changedAt(join(root, 'node_modules/.package-lock.json')) < changedAt(join(root, 'package-lock.json')))
  run(['ci', '--no-audit', '--no-fund'], 'The packages could not be installed: see above. 安装依赖失败，见上。');

const sources = readdirSync(root, { withFileTypes: true }).filter(
  ({ name }) => ['domain', 'protocol', 'db', 'server'].includes(name) || /^client-kit$|-client$/.test(name),
);
const newestSource = Math.max(
  changedAt(join(root, 'vite.config.ts')),
  ...sources.map(({ name }) => newest(join(root, name))),
);
if (changedAt(join(root, 'dist/server/main.js')) < newestSource)
  run(['run', '--silent', 'build'], 'The build failed: see above. 构建失败，见上。');

await import('../dist/server/main.js');
