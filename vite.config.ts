// Builds every *-client folder that has a page, builds the server (--mode server), and holds the Vitest settings.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));

/** Every page of every client: `judge-client/index.html`, `host-client/cue.html` … */
function clientPages(): string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name.endsWith('-client'))
    .flatMap((entry) =>
      readdirSync(`${root}${entry.name}`)
        .filter((file) => file.endsWith('.html'))
        .map((file) => `${root}${entry.name}/${file}`),
    );
}

export default defineConfig(({ mode }) =>
  mode === 'server'
    ? {
        publicDir: false,
        build: {
          ssr: true,
          outDir: 'dist/server',
          emptyOutDir: true,
          target: 'node20',
          minify: false,
          rolldownOptions: {
            input: { main: `${root}server/main.ts`, hall: `${root}server/hall/main.ts` },
            output: { entryFileNames: '[name].js' },
          },
        },
      }
    : {
        root,
        publicDir: false,
        appType: 'mpa',
        plugins: [svelte({ configFile: `${root}svelte.config.js` })],
        build: {
          outDir: 'dist/clients',
          emptyOutDir: true,
          // The published floor (docs/browsers.md): tablets of 2021. The stage itself needs container queries (2022).
          target: ['chrome87', 'edge88', 'firefox83', 'safari14'],
          rolldownOptions: { input: clientPages() },
        },
        test: {
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/whole-show/**', 'node_modules/**'],
          environment: 'node',
          testTimeout: 20_000,
          hookTimeout: 20_000,
        },
      },
);
