// docs/disasters.md and the tests say the same: whoever reads that something is tested finds the test, and no scene is played
// that the page does not tell.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const page = readFileSync('docs/disasters.md', 'utf8');

/** The names of a file's tests, each with the group it stands in, as one sentence. */
function namesIn(file: string): readonly string[] {
  const names: string[] = [];
  let group = '';
  for (const [, kind, name = ''] of readFileSync(file, 'utf8').matchAll(/^ *(describe|it|test)\(\s*'([^']+)'/gm)) {
    if (kind === 'describe') group = name;
    else names.push(`${group} ${name}`.trim());
  }
  return names;
}

const told = [...page.matchAll(/\| `(tests\/[^`]+)`: (.+) \|$/gm)].map(([, file = '', name = '']) => ({ file, name }));

describe('the page of what went wrong elsewhere', () => {
  it('names tests that exist', () => {
    const known = new Map([...new Set(told.map(({ file }) => file))].map((file) => [file, namesIn(file)]));
    expect(told.length).toBeGreaterThan(40);
    expect(told.filter(({ file, name }) => known.get(file)?.includes(name) !== true)).toEqual([]);
  });

  it('tells every scene that is played, each with its source or with the one above', () => {
    const files = readdirSync('tests/disasters')
      .filter((file) => file.endsWith('.test.ts') && file !== 'told.test.ts')
      .map((file) => `tests/disasters/${file}`);
    const names = new Set(told.map(({ name }) => name));
    const untold = [...files, 'tests/whole-show/disasters.spec.ts'].flatMap(namesIn).filter((name) => !names.has(name));
    expect(untold).toEqual([]);
    const rows = page.split('\n').filter((line) => line.includes('| `tests/'));
    expect(rows.filter((row) => !/\]\(https?:\/\/|^\| The same|\(seen in the code/.test(row))).toEqual([]);
  });
});
