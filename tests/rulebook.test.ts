// The rulebook and the code are the same thing said twice: every rule is cited by code or a test, every cited rule exists.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = process.cwd();
const folders = ['domain', 'tests', 'server', 'protocol', 'db'];

function sources(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((file) => file.isFile() && file.name.endsWith('.ts'))
    .map((file) => readFileSync(join(file.parentPath, file.name), 'utf8'));
}

const rules = [
  ...readFileSync(join(root, 'domain/RULES.md'), 'utf8').matchAll(/^\| ([RTVA]-[A-Z]{2}[A-Z-]*) \|/gm),
].map(([, id]) => id ?? '');
const cited = new Set(
  folders
    .flatMap(sources)
    .flatMap((text) => [...text.matchAll(/\[([RTVA]-[A-Z]{2}[A-Z-]*)\]/g)].map(([, id]) => id ?? '')),
);

describe('the rulebook', () => {
  it('has each id once', () => {
    expect(rules.length).toBeGreaterThan(50);
    expect(rules.filter((id, place) => rules.indexOf(id) !== place)).toEqual([]);
  });

  it('states no rule that neither code nor a test cites', () => {
    expect(rules.filter((id) => !cited.has(id))).toEqual([]);
  });

  it('states every rule that is cited', () => {
    expect([...cited].filter((id) => !rules.includes(id))).toEqual([]);
  });
});
