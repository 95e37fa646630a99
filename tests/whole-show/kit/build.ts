// Builds what is out of date before the first test, so that no suite ever runs against yesterday's server or pages.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../..', import.meta.url));

const serverFolders = /^(domain|protocol|db|server)$/;
const clientFolders = /^(domain|protocol|client-kit|.+-client)$/;

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

export function buildPages(): void {
  if (isStale(`${root}dist/clients/judge-client/index.html`, clientFolders)) build();
}
