// The one start command: installs what is missing, builds what is out of date, starts the server in this process. Uses
// nothing but Node until the packages are there.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

function stop(sentence) {
  console.error(sentence);
  process.exit(2);
}

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19))
  stop(`Liangfen needs Node 20.19 or newer; this is ${process.versions.node}. 亮分需要 Node 20.19 或更新版本。`);

function npm(what, args, sentence) {
  console.log(what);
  const { status, signal } = spawnSync('npm', args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    // On Windows npm is a script and not a program.
    shell: process.platform === 'win32',
  });
  // Ctrl-C while packages are fetched is no failure to report.
  if (signal !== null) process.exit(130);
  if (status !== 0) stop(sentence);
}

const changedAt = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

/** The newest change below a folder of sources; a folder's own time tells of files that have gone. */
function newest(folder) {
  let latest = changedAt(folder);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    latest = Math.max(latest, entry.isDirectory() ? newest(path) : changedAt(path));
  }
  return latest;
}

if (changedAt(join(root, 'node_modules/.package-lock.json')) < changedAt(join(root, 'package-lock.json')))
  npm(
    'Installing packages, once. 首次启动，正在安装依赖……',
    ['ci', '--no-audit', '--no-fund', '--loglevel=error'],
    'The packages could not be installed: see above. The first start needs the internet. 安装依赖失败，见上；首次启动需要联网。',
  );

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

await import('../dist/server/main.js');
