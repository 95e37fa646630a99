// Tables of marks for the tests of the statistics: written out by hand, or random, with and without gaps; and the naive
// arithmetic in binary floats that the exact statistics are compared with.
import fc from 'fast-check';
import type { MarkTable } from '#domain/analysis/table.ts';
import { formatRounded, rational, toRational, type Decimal, type Rational } from '#domain/numbers.ts';

/** A decimal of any length: printed figures have more digits than a mark may have. */
export const exact = (written: number | string): Rational => toRational(String(written) as Decimal);

/** rows[entry][judge]; entries are called E1, E2 …, judges J1, J2 … */
export const tableOf = (rows: readonly (readonly (number | string | null)[])[]): MarkTable => ({
  entries: rows.map((_, entry) => `E${entry + 1}`),
  judges: (rows[0] ?? []).map((_, judge) => `J${judge + 1}`),
  values: rows.map((row) => row.map((mark) => (mark === null ? null : exact(mark)))),
});

/** Rows become columns: tables printed judge by judge. */
export const byJudge = <T>(columns: readonly (readonly T[])[]): readonly (readonly T[])[] =>
  (columns[0] ?? []).map((_, entry) => columns.flatMap((column) => column.slice(entry, entry + 1)));

/** A figure as a table prints it; a dash for none. */
export const printed = ({ value }: { readonly value: Rational | null }, decimals: number): string =>
  value === null ? '—' : formatRounded(value, decimals);

/** For comparisons with naive calculators only. */
export const approximately = (value: Rational): number => Number(formatRounded(value, 15));

const mark = fc.integer({ min: 0, max: 40 }).map((quarters) => rational(BigInt(quarters), 4n));

const tablesOf = (cell: fc.Arbitrary<Rational | null>): fc.Arbitrary<MarkTable> =>
  fc
    .tuple(fc.integer({ min: 2, max: 8 }), fc.integer({ min: 2, max: 6 }))
    .chain(([entries, judges]) =>
      fc.array(fc.array(cell, { minLength: judges, maxLength: judges }), { minLength: entries, maxLength: entries }),
    )
    .map((values) => ({
      entries: values.map((_, entry) => `E${entry + 1}`),
      judges: (values[0] ?? []).map((_, judge) => `J${judge + 1}`),
      values,
    }));

export const completeTables = tablesOf(mark);
export const tablesWithGaps = tablesOf(fc.option(mark, { freq: 4, nil: null }));

/** The same table with the judges in another order. */
export const reseated = (table: MarkTable): MarkTable => ({
  ...table,
  judges: table.judges.toReversed(),
  values: table.values.map((row) => row.toReversed()),
});

/** The marks of a table without gaps as binary floats, for naive calculators. */
export const asFloats = (table: MarkTable): readonly (readonly number[])[] =>
  table.values.map((row) => row.map((value) => (value ? approximately(value) : Number.NaN)));

export const average = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
export const naiveVariance = (values: readonly number[]): number =>
  values.reduce((total, value) => total + (value - average(values)) ** 2, 0) / (values.length - 1);
