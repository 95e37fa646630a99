// The published competitions under tests/golden, recomputed figure by figure.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isMatched } from '#cases/row.ts';
import { runCase } from '#cases/run-case.ts';

interface CaseHead {
  readonly id: string;
  readonly title: string;
  readonly verified: { readonly rows: number };
}

const files = readdirSync('tests/golden')
  .filter((name) => name.endsWith('.json'))
  .map((name) => {
    const text = readFileSync(`tests/golden/${name}`, 'utf8');
    return { name, text, head: JSON.parse(text) as CaseHead };
  });

describe('the engine', () => {
  it('is held to all thirty-five published cases', () => {
    expect(files).toHaveLength(35);
    expect(files.map(({ name }) => name)).toEqual(files.map(({ head }) => `${head.id}.json`));
  });

  it.each(files)('finds the published result of $head.title', ({ text, head }) => {
    const outcome = runCase(text);
    expect(outcome.problem).toBeNull();
    expect(outcome.rows.filter((row) => !isMatched(row))).toEqual([]);
    expect(outcome.rows).toHaveLength(head.verified.rows);
  });
});
