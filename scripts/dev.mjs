// For those who change Liangfen: pages are built again at every change, the server runs from its sources and is started
// again when one of them changes. Options are the server's own: npm run dev -- --port 8080
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
// Node itself, not npx: a wrapper in between would outlive Ctrl-C.
const run = (...args) => spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });
const vite = 'node_modules/vite/bin/vite.js';

const children = [
  run(vite, 'build', '--watch', '--logLevel', 'warn'),
  run(vite, 'build', '--watch', '--logLevel', 'warn', '--mode', 'audience'),
  run(
    'node_modules/tsx/dist/cli.mjs',
    'watch',
    '--clear-screen=false',
    '--include=server/hall/**',
    'server/main.ts',
    '--no-browser',
    ...process.argv.slice(2),
  ),
];

function end() {
  children.forEach((child) => child.kill());
}
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, end);
for (const child of children) child.on('exit', end);
