// Three builds: the pages of every *-client folder, the audience's page on its own (--mode audience), so that a phone loads
// nothing but what it needs, and the server (--mode server). Also holds the Vitest settings.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin, type ViteUserConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));
const audience = 'audience-client';
/** Whoever starts the server for the first time on a slow laptop needs no profile of the build. */
const quiet = { pluginTimings: false };

/** Every page of a client: `judge-client/index.html`, `host-client/cue.html` … */
const pagesOf = (folder: string): string[] =>
  readdirSync(`${root}${folder}`)
    .filter((file) => file.endsWith('.html'))
    .map((file) => `${root}${folder}/${file}`);

const clientFolders = () =>
  readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name.endsWith('-client') && entry.name !== audience)
    .map(({ name }) => name);

/** Lays a compressed copy beside every script, style and drawing: a hall's Wi-Fi is slow, and no request pays for it. */
const compressed = (): Plugin => ({
  name: 'compressed-copies',
  writeBundle({ dir = '' }, bundle) {
    for (const file of Object.keys(bundle).filter((name) => /\.(js|css|svg)$/.test(name)))
      writeFileSync(join(dir, `${file}.gz`), gzipSync(readFileSync(join(dir, file)), { level: 9 }));
  },
});

/** Everything the pages are made of: the same sources have the same version on every computer. */
function versionOfPages(): string {
  const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string };
  const hash = createHash('sha256');
  for (const folder of ['client-kit', 'domain', 'protocol', ...clientFolders()])
    for (const file of readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' }).sort())
      if (/\.\w+$/.test(file)) hash.update(`${folder}/${file}\n`).update(readFileSync(join(root, folder, file)));
  return `${version}+${hash.digest('hex').slice(0, 8)}`;
}

/** Says in a file which version is baked into the pages, so that the server knows what it hands out. */
const versionFile = (version: string): Plugin => ({
  name: 'version-file',
  writeBundle: ({ dir = '' }) => writeFileSync(join(dir, 'version.txt'), `${version}\n`),
});

const pages = (outDir: string, input: string[]): ViteUserConfig => ({
  root,
  publicDir: false,
  appType: 'mpa',
  plugins: [svelte({ configFile: `${root}svelte.config.js` }), compressed()],
  build: {
    outDir,
    emptyOutDir: true,
    // The published floor (docs/browsers.md): tablets of 2021. The stage itself needs container queries (2022).
    target: ['chrome88', 'edge88', 'firefox83', 'safari14'],
    rolldownOptions: { input, checks: quiet },
    // The host's page holds the whole engine for the example in set-up, and is loaded over a cable: 170 kB on the way.
    chunkSizeWarningLimit: 800,
  },
});

const server: ViteUserConfig = {
  publicDir: false,
  // Hundreds of small files: bundled, they cost a slow laptop a quarter of a second less at every start.
  ssr: { noExternal: ['typebox', '@fastify/type-provider-typebox'] },
  build: {
    ssr: true,
    outDir: 'dist/server',
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rolldownOptions: {
      checks: quiet,
      input: {
        main: `${root}server/main.ts`,
        hall: `${root}server/hall/main.ts`,
        'backup-worker': `${root}server/backup-worker.ts`,
      },
      output: { entryFileNames: '[name].js' },
    },
  },
};

export default defineConfig(({ mode }) => {
  if (mode === 'server') return server;
  if (mode === 'audience') {
    const phone = pages('dist/audience', pagesOf(audience));
    // One script and nothing to load ahead of it: the stand-in for browsers that cannot would be loaded for nothing.
    return { ...phone, build: { ...phone.build, modulePreload: { polyfill: false } } };
  }
  const version = versionOfPages();
  const clients = pages('dist/clients', clientFolders().flatMap(pagesOf));
  return {
    ...clients,
    plugins: [...(clients.plugins ?? []), versionFile(version)],
    define: { __PAGES_VERSION__: JSON.stringify(version) },
    test: {
      include: ['tests/**/*.test.ts'],
      exclude: ['tests/whole-show/**', 'node_modules/**'],
      environment: 'node',
      globalSetup: 'tests/kit/built-server.ts',
      testTimeout: 60_000,
      hookTimeout: 60_000,
    },
  };
});
