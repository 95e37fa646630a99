// One entry's values of one panel, as an aggregate sees them: positions, exact sums, the order from lowest to highest. Judges'
// values usually share one denominator; they are then kept as integers, so that a thousand entries are a matter of milliseconds.
import { add, compare, divide, rational, ZERO, type Rational } from '../numbers.ts';

/** One value per judge, null where the judge gave none (recused, absent, missing, void). */
export type JudgeValues =
  | { readonly form: 'units'; readonly units: readonly (number | null)[]; readonly per: number }
  | { readonly form: 'exact'; readonly values: readonly (Rational | null)[] };

/** The values that are there, in panel order. */
export interface Panel {
  readonly size: number;
  at(position: number): Rational;
  /** Exact sum of the values at these positions. */
  sum(positions: readonly number[]): Rational;
  /** Exact sum, and mean, of all values but those at these positions. */
  sumExcept(positions: readonly number[]): Rational;
  meanExcept(positions: readonly number[]): Rational;
  /** Negative when the value at a is lower, positive when it is higher, 0 when they are equal. */
  compare(a: number, b: number): number;
  /** Where the lowest (1) or the highest (-1) value stands that is not at one of these positions, the earliest of equal ones. */
  most(sign: 1 | -1, others: readonly number[]): number | null;
}

export function valueOf(values: JudgeValues, judge: number): Rational | null {
  if (values.form === 'exact') return values.values[judge] ?? null;
  const units = values.units[judge];
  return units === null || units === undefined ? null : rational(BigInt(units), BigInt(values.per));
}

/** How one judge's values of two entries compare: negative, 0 or positive; null where one of them is missing. */
export function comparedBy(judge: number, a: JudgeValues, b: JudgeValues): number | null {
  if (a.form === 'units' && b.form === 'units' && a.per === b.per) {
    const [left, right] = [a.units[judge] ?? null, b.units[judge] ?? null];
    return left === null || right === null ? null : left - right;
  }
  const [left, right] = [valueOf(a, judge), valueOf(b, judge)];
  return left && right && compare(left, right);
}

export const judgeCount = (values: JudgeValues): number =>
  values.form === 'exact' ? values.values.length : values.units.length;

/** Judges (by position in the table) of `members` that gave a value. */
export function givenBy(values: JudgeValues, members: readonly number[]): readonly number[] {
  const cells: readonly unknown[] = values.form === 'exact' ? values.values : values.units;
  // Mostly everybody has: then nothing is copied.
  for (let at = 0; at < members.length; at += 1)
    if (cells[members[at] as number] == null) return present(cells, members);
  return members;
}

const present = (cells: readonly unknown[], members: readonly number[]): readonly number[] =>
  members.filter((judge) => cells[judge] != null);

class UnitPanel implements Panel {
  readonly size: number;
  private readonly units: readonly number[];
  private readonly per: number;

  constructor(units: readonly number[], per: number) {
    this.size = units.length;
    this.units = units;
    this.per = per;
  }

  at(position: number): Rational {
    return rational(BigInt(this.units[position] ?? 0), BigInt(this.per));
  }

  sum(positions: readonly number[]): Rational {
    return rational(BigInt(this.unitsAt(positions)), BigInt(this.per));
  }

  sumExcept(positions: readonly number[]): Rational {
    return rational(BigInt(this.unitsExcept(positions)), BigInt(this.per));
  }

  meanExcept(positions: readonly number[]): Rational {
    const count = this.size - positions.length;
    return rational(BigInt(this.unitsExcept(positions)), BigInt(this.per) * BigInt(count));
  }

  compare(a: number, b: number): number {
    return (this.units[a] ?? 0) - (this.units[b] ?? 0);
  }

  most(sign: 1 | -1, others: readonly number[]): number | null {
    let best: number | null = null;
    let least = Infinity;
    for (let at = 0; at < this.size; at += 1) {
      const unit = sign * (this.units[at] as number);
      if (unit >= least || others.includes(at)) continue;
      best = at;
      least = unit;
    }
    return best;
  }

  private unitsExcept(positions: readonly number[]): number {
    let total = 0;
    for (let at = 0; at < this.size; at += 1) total += this.units[at] as number;
    return total - this.unitsAt(positions);
  }

  private unitsAt(positions: readonly number[]): number {
    let total = 0;
    for (const position of positions) total += this.units[position] ?? 0;
    return total;
  }
}

class ExactPanel implements Panel {
  readonly size: number;
  private readonly values: readonly Rational[];

  constructor(values: readonly Rational[]) {
    this.size = values.length;
    this.values = values;
  }

  at(position: number): Rational {
    return this.values[position] ?? ZERO;
  }

  sum(positions: readonly number[]): Rational {
    return positions.reduce((total, position) => add(total, this.at(position)), ZERO);
  }

  sumExcept(positions: readonly number[]): Rational {
    return this.values.reduce((total, value, at) => (positions.includes(at) ? total : add(total, value)), ZERO);
  }

  meanExcept(positions: readonly number[]): Rational {
    return divide(this.sumExcept(positions), rational(BigInt(this.size - positions.length)));
  }

  compare(a: number, b: number): number {
    return compare(this.at(a), this.at(b));
  }

  most(sign: 1 | -1, others: readonly number[]): number | null {
    let best: number | null = null;
    for (let at = 0; at < this.size; at += 1)
      if (!others.includes(at) && (best === null || sign * this.compare(at, best) < 0)) best = at;
    return best;
  }
}

export const panelOfExact = (values: readonly Rational[]): Panel => new ExactPanel(values);

/** The panel of these judges; every one of them must have given a value. */
export function panelOf(values: JudgeValues, given: readonly number[]): Panel {
  if (values.form === 'exact') return new ExactPanel(given.map((judge) => values.values[judge] ?? ZERO));
  // Nothing is copied where everybody gave a value.
  if (given.length === values.units.length) return new UnitPanel(values.units as readonly number[], values.per);
  const units: number[] = [];
  for (const judge of given) units.push(values.units[judge] ?? 0);
  return new UnitPanel(units, values.per);
}
