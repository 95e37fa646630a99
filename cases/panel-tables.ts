// Tables of marks for the statistics of a panel, written by entry (rows) or by judge.
import Type, { type Static } from 'typebox';
import type { MarkTable } from '#domain/analysis/table.ts';
import type { Figure as Found } from '#domain/analysis/figure.ts';
import { figure, type Check } from './row.ts';
import { count, Count, Marks, marksOf, maybeExact } from './shapes.ts';

export const PanelTable = Type.Object({
  id: Type.String(),
  rows: Type.Optional(Type.Array(Marks)),
  by_judge: Type.Optional(Type.Array(Marks)),
  /** Printed decimals by the name of the figure. */
  decimals: Type.Optional(Type.Record(Type.String(), Count)),
});
export type PanelTable = Static<typeof PanelTable>;

/** @throws TypeError where there is neither. */
export function markTable({ id, rows, by_judge: byJudge }: PanelTable): MarkTable {
  if (rows === undefined && byJudge === undefined) throw new TypeError(`the table "${id}" has no marks`);
  const values =
    rows?.map(marksOf) ??
    (byJudge?.[0] ?? []).map((_, entry) => (byJudge ?? []).map((marks) => maybeExact(marks[entry])));
  return {
    entries: values.map((_, entry) => String(entry)),
    judges: (values[0] ?? []).map((_, judge) => String(judge)),
    values,
  };
}

/** A figure of a statistic, compared to its printed decimals: those the file states, or else the usual ones. */
export const printed = (name: string, found: Found, usual: number, { decimals }: PanelTable): Check =>
  figure(found.value, { decimals: decimals?.[name] === undefined ? usual : count(decimals[name]) });
