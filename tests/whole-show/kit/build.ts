// Builds what is out of date before the first test, so that no suite ever runs against yesterday's server or pages.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../..', import.meta.url));

const serverFolders = /^(domain|protocol|db|server)$/;
const clientFolders = /^(domain|protocol|client-kit|(display|host|judge)-client)$/;
const audienceFolders = /^(domain|protocol|client-kit|audience-client)$/;

function newest(path: string): number {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(`${path}/${name}`)));
}

function isStale(built: string, folders: RegExp): boolean {
  if (!existsSync(built)) return true;
  const sources = readdirSync(root).filter((name) => folders.test(name) || name === 'vite.config.ts');
  return Math.max(...sources.map((name) => newest(root + name))) > statSync(built).mtimeMs;
}

function build(...options: readonly string[]): void {
  const { status, stderr } = spawnSync('npx', ['vite', 'build', '--logLevel', 'warn', ...options], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the build failed:\n${stderr}`);
}

export function buildServer(): void {
  if (isStale(`${root}dist/server/main.js`, serverFolders)) build('--mode', 'server');
}

/** Pages of yesterday are good enough for tests that open none; the server refuses to start without any. */
export function buildPages({ onlyMissing = false } = {}): void {
  for (const [built, folders, ...options] of [
    [`${root}dist/clients/judge-client/index.html`, clientFolders],
    [`${root}dist/audience/audience-client/index.html`, audienceFolders, '--mode', 'audience'],
  ] as const)
    if (onlyMissing ? !existsSync(built) : isStale(built, folders)) build(...options);
}
