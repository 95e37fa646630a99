// One entry's values of one panel, as an aggregate sees them: positions, exact sums, the order from lowest to highest. Judges'
// values usually share one denominator; they are then kept as integers, so that a thousand entries are a matter of milliseconds.
import { add, compare, rational, ZERO, type Rational } from '../numbers.ts';

/** One value per judge, null where the judge gave none (recused, absent, missing, void). */
export type JudgeValues =
  | { readonly form: 'units'; readonly units: readonly (number | null)[]; readonly per: number }
  | { readonly form: 'exact'; readonly values: readonly (Rational | null)[] };

/** The values that are there, in panel order. */
export interface Panel {
  readonly size: number;
  readonly at: (position: number) => Rational;
  /** Exact sum of the values at these positions. */
  readonly sum: (positions: readonly number[]) => Rational;
  /** Positions from the lowest value to the highest; of equal ones the earlier judge comes first. */
  readonly ascending: () => readonly number[];
  readonly isSame: (a: number, b: number) => boolean;
}

export function valueOf(values: JudgeValues, judge: number): Rational | null {
  if (values.form === 'exact') return values.values[judge] ?? null;
  const units = values.units[judge];
  return units === null || units === undefined ? null : rational(BigInt(units), BigInt(values.per));
}

export const judgeCount = (values: JudgeValues): number =>
  values.form === 'exact' ? values.values.length : values.units.length;

/** Judges (by position in the table) of `members` that gave a value. */
export function givenBy(values: JudgeValues, members: readonly number[]): readonly number[] {
  const cells: readonly unknown[] = values.form === 'exact' ? values.values : values.units;
  return members.filter((judge) => cells[judge] !== null && cells[judge] !== undefined);
}

const positionsOf = (size: number): number[] => Array.from({ length: size }, (_, position) => position);

function panelOfUnits(units: readonly number[], per: number): Panel {
  const at = (position: number) => units[position] ?? 0;
  return {
    size: units.length,
    at: (position) => rational(BigInt(at(position)), BigInt(per)),
    sum: (positions) => {
      let total = 0;
      for (const position of positions) total += at(position);
      return rational(BigInt(total), BigInt(per));
    },
    ascending: () => positionsOf(units.length).sort((a, b) => at(a) - at(b) || a - b),
    isSame: (a, b) => at(a) === at(b),
  };
}

export function panelOfExact(values: readonly Rational[]): Panel {
  const at = (position: number) => values[position] ?? ZERO;
  return {
    size: values.length,
    at,
    sum: (positions) => positions.reduce((total, position) => add(total, at(position)), ZERO),
    ascending: () => positionsOf(values.length).sort((a, b) => compare(at(a), at(b)) || a - b),
    isSame: (a, b) => compare(at(a), at(b)) === 0,
  };
}

/** The panel of these judges; every one of them must have given a value. */
export function panelOf(values: JudgeValues, given: readonly number[]): Panel {
  if (values.form === 'exact') return panelOfExact(given.map((judge) => values.values[judge] ?? ZERO));
  return panelOfUnits(
    given.map((judge) => values.units[judge] ?? 0),
    values.per,
  );
}
