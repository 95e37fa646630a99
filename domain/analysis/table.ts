// The table every statistic about a panel is computed from: one figure per entry and judge, with gaps where a judge did not
// mark. What the figure is (a judge's total, one item, an own total after deductions) is the caller's decision.
import type { Rational } from '../numbers.ts';

/** values[entry][judge]; null = this judge did not mark this entry (recused, absent, void). */
export interface MarkTable {
  readonly entries: readonly string[];
  readonly judges: readonly string[];
  readonly values: readonly (readonly (Rational | null)[])[];
}

/** What one judge gave, entry by entry. */
export const columnOf = (table: MarkTable, judge: number): readonly (Rational | null)[] =>
  table.values.map((row) => row[judge] ?? null);

/** Only the marks that are there. */
export const present = (values: readonly (Rational | null)[]): readonly Rational[] =>
  values.filter((value) => value !== null);

/** The judges who gave at least one mark: the k of a warning about a small panel. */
export const judgesAtWork = (table: MarkTable): number =>
  table.judges.filter((_, judge) => table.values.some((row) => row[judge] !== null)).length;
