// A national jury of the Eurovision Song Contest as a contest: entries with the ranks of their jurors, in an official order where
// the jury settled equal sums itself.
import { compare } from '#domain/numbers.ts';
import type { Contest } from '#domain/rules/contest.ts';
import { marksTable } from '#domain/rules/marks-table.ts';
import { contestOf, entryOf } from './computed.ts';
import { exact, marksOf } from './shapes.ts';

export interface Ranked {
  readonly entry: string;
  readonly ranks: readonly (string | null)[];
  /** The rank the jury published; null where none is known. */
  readonly official: string | null;
}

/** In the published order: an outside decision, asked for only where the rule leaves entries equal. */
export const officialOrder = (rows: readonly Ranked[]): readonly string[] =>
  rows
    .flatMap(({ entry, official }) => (official === null ? [] : [{ entry, rank: exact(official) }]))
    .sort((a, b) => compare(a.rank, b.rank))
    .map(({ entry }) => entry);

export function juryContest(rows: readonly Ranked[]): Contest {
  const table = marksTable(
    'ranks',
    rows.map(({ ranks }) => [marksOf(ranks)]),
  );
  const entries = rows.map(({ entry }, position) => entryOf(entry, position, { tables: [table] }));
  return { ...contestOf(entries, [table]), decisions: [{ order: officialOrder(rows), at: null }] };
}
