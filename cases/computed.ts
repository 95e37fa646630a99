// The engine's answer for a rule and a contest: figures of a column by entry, and places. The rule must be one that the engine's
// schema allows; nothing is computed here.
import Value from 'typebox/value';
import type { Rational } from '#domain/numbers.ts';
import type { Cell } from '#domain/rules/cell.ts';
import type { Contest, EntrySource } from '#domain/rules/contest.ts';
import { evaluate } from '#domain/rules/evaluate.ts';
import type { WrittenTable } from '#domain/rules/marks-table.ts';
import { rank } from '#domain/rules/rank.ts';
import { RuleSchema, type Rule } from '#domain/rules/rule.ts';

export interface Computed {
  readonly cell: (column: string, entry: number) => Cell;
  readonly number: (column: string, entry: number) => Rational | null;
  readonly list: (column: string, entry: number) => readonly (Rational | null)[];
  /** By position of the entry; null where it has no result. */
  readonly places: readonly (Rational | null)[];
  /** Positions of the entries, best first. */
  readonly order: readonly number[];
}

export function computed(rule: Rule, contest: Contest): Computed {
  if (!Value.Check(RuleSchema, rule)) {
    const [first] = Value.Errors(RuleSchema, rule);
    throw new TypeError(`the engine has no such rule: ${first?.instancePath ?? ''} ${first?.message ?? ''}`);
  }
  const evaluation = evaluate(rule, contest);
  const { placed } = rank(evaluation);
  const placeOf = new Map(placed.map(({ entry, place }) => [entry, place]));
  return {
    cell: evaluation.cell,
    number: (column, entry) => {
      const cell = evaluation.cell(column, entry);
      return cell.form === 'number' ? cell.value : null;
    },
    list: (column, entry) => {
      const cell = evaluation.cell(column, entry);
      return cell.form === 'list' ? cell.values : [];
    },
    places: contest.entries.map((_, entry) => placeOf.get(entry) ?? null),
    order: placed.map(({ entry }) => entry),
  };
}

/** An entry of a contest; its marks are the table's for its position. */
export function entryOf(
  id: string,
  position: number,
  parts: {
    readonly tables?: readonly WrittenTable[];
    readonly numbers?: EntrySource['numbers'];
    readonly lists?: EntrySource['lists'];
  },
): EntrySource {
  const marks = (parts.tables ?? []).flatMap(({ table, marks: all }) => {
    const own = all[position];
    return own === undefined ? [] : [[table.id, own] as const];
  });
  return { id, marks: Object.fromEntries(marks), numbers: parts.numbers ?? {}, lists: parts.lists ?? {} };
}

export const contestOf = (entries: readonly EntrySource[], tables: readonly WrittenTable[] = []): Contest => ({
  tables: tables.map(({ table }) => table),
  entries,
  decisions: [],
});
