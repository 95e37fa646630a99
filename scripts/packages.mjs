// What every command of this folder needs before it can run: a Node that is new enough, and the packages of the lock file. Uses nothing
// but Node.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

export function stop(sentence) {
  console.error(sentence);
  process.exit(2);
}

export const changedAt = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

/** What npm says goes to standard error where standard output is the result. */
export function npm(what, args, sentence, { isQuiet = false } = {}) {
  (isQuiet ? console.error : console.log)(what);
  const { status, signal } = spawnSync('npm', args, {
    cwd: root,
    stdio: ['ignore', isQuiet ? process.stderr : 'inherit', 'inherit'],
    // On Windows npm is a script and not a program.
    shell: process.platform === 'win32',
  });
  // Ctrl-C while packages are fetched is no failure to report.
  if (signal !== null) process.exit(130);
  if (status !== 0) stop(sentence);
}

export function prepare(options) {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    stop(`Liangfen needs Node 20.19 or newer; this is ${process.versions.node}. 亮分需要 Node 20.19 或更新版本。`);
  if (changedAt(join(root, 'node_modules/.package-lock.json')) < changedAt(join(root, 'package-lock.json')))
    npm(
      'Installing packages, once. 首次启动，正在安装依赖……',
      ['ci', '--no-audit', '--no-fund', '--loglevel=error'],
      'The packages could not be installed: see above. The first start needs the internet. 安装依赖失败，见上；首次启动需要联网。',
      options,
    );
}
