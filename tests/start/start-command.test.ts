// The start command decides what has to be done before the server runs: here with a house of cards instead of the real one,
// and an npm that only notes what it was asked for.
import { chmodSync, copyFileSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { endAll, newFolder, Program } from '#tests/kit/process.ts';

afterEach(endAll);

const sources = ['package.json', 'package-lock.json', 'vite.config.ts', 'domain/decide.ts', 'server/main.ts'];
const pages = ['judge-client/index.html', 'client-kit/theme/tokens.css'];
const installed = 'node_modules/.package-lock.json';
const built = 'dist/server/main.js';

/** Files of a clone that is installed and built, each a second younger than the one before. */
function house() {
  const root = newFolder();
  const setAge = (file: string, second: number) => utimesSync(join(root, file), second, second);
  const files = [...sources, ...pages, installed, built];
  for (const file of [...files, 'scripts/start.mjs', 'bin/npm'])
    mkdirSync(dirname(join(root, file)), { recursive: true });
  files.forEach((file) => writeFileSync(join(root, file), file.endsWith('.json') ? '{}' : ''));
  writeFileSync(join(root, built), "console.log('the server has started');");
  for (const script of ['scripts/start.mjs', 'scripts/packages.mjs', 'scripts/supervisor.mjs'])
    copyFileSync(script, join(root, script));
  writeFileSync(join(root, 'bin/npm'), `#!/bin/sh\necho "$1 $2 $3" >> "${root}/asked"\nexit \${NPM_EXIT:-0}\n`);
  chmodSync(join(root, 'bin/npm'), 0o755);
  for (const folder of ['domain', 'server', 'judge-client', 'client-kit', 'client-kit/theme']) setAge(folder, 1000);
  files.forEach((file, index) => setAge(file, 1000 + index));
  return {
    setAge,
    start: (env: NodeJS.ProcessEnv = {}) =>
      new Program([join(root, 'scripts/start.mjs')], {
        PATH: `${join(root, 'bin')}${delimiter}${process.env['PATH'] ?? ''}`,
        ...env,
      }),
    asked: () => {
      try {
        return readFileSync(join(root, 'asked'), 'utf8').trim().split('\n');
      } catch {
        return [];
      }
    },
  };
}

describe('npm start', () => {
  it('only starts what is installed and built', async () => {
    const { start, asked } = house();
    const program = start();
    expect(await program.ended).toEqual({ code: 0, signal: null });
    expect(asked()).toEqual([]);
    expect(program.output).toContain('the server has started');
  });

  it('installs when the lock is newer than what is installed, then builds', async () => {
    const { setAge, start, asked } = house();
    setAge('package-lock.json', 5000);
    await start().ended;
    expect(asked()).toEqual(['ci --no-audit --no-fund', 'run --silent build']);
  });

  it.each(['domain/decide.ts', 'judge-client/index.html', 'client-kit/theme/tokens.css', 'vite.config.ts'])(
    'builds when %s is newer than the build',
    async (file) => {
      const { setAge, start, asked } = house();
      setAge(file, 5000);
      await start().ended;
      expect(asked()).toEqual(['run --silent build']);
    },
  );

  it('builds when a source has gone', async () => {
    const { setAge, start, asked } = house();
    setAge('client-kit/theme', 5000);
    await start().ended;
    expect(asked()).toEqual(['run --silent build']);
  });

  it('says in a sentence that installing failed, and starts nothing', async () => {
    const { setAge, start } = house();
    setAge('package-lock.json', 5000);
    const program = start({ NPM_EXIT: '1' });
    expect(await program.ended).toEqual({ code: 2, signal: null });
    expect(program.errors).toMatch(/could not be installed.*安装依赖失败/);
    expect(program.output).not.toContain('the server has started');
  });
});
