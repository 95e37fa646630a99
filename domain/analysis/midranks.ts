// Midranks of one judge's marks: equal marks share the mean of the places they cover. Also the sizes of the groups of
// equal marks, and each mark's step on the judge's own staircase, which pair statistics compare. [A-MIDRANK]
// Rank 1 is the lowest mark; agreement does not depend on which end counting begins.
// Source: Kendall and Gibbons 1990, Rank correlation methods, chapter 3.
import { compare, rational, type Rational } from '../numbers.ts';

export interface Ranking {
  /** One rank per mark; they add up to n(n+1)/2. */
  readonly ranks: readonly Rational[];
  /** The same, twice as large and therefore whole. */
  readonly doubled: readonly bigint[];
  /** Which of the distinct marks this is, 0 the lowest: equal steps are equal marks. */
  readonly steps: readonly number[];
  /** How many marks are equal, per distinct mark from the lowest up. */
  readonly groups: readonly number[];
}

export function midranks(marks: readonly Rational[]): Ranking {
  const order = marks.map((mark, position) => ({ mark, position })).sort((a, b) => compare(a.mark, b.mark));
  const steps = new Array<number>(marks.length).fill(0);
  const groups: number[] = [];
  order.forEach(({ mark, position }, index) => {
    const before = order[index - 1];
    if (!before || compare(before.mark, mark) !== 0) groups.push(0);
    steps[position] = groups.length - 1;
    groups[groups.length - 1] = (groups[groups.length - 1] ?? 0) + 1;
  });
  // A group of t marks after `before` smaller ones covers the places before + 1 … before + t: their mean is below.
  let before = 0;
  const shared = groups.map((size) => {
    const doubled = BigInt(2 * before + size + 1);
    before += size;
    return { doubled, rank: rational(doubled, 2n) };
  });
  const own = steps.flatMap((step) => shared[step] ?? []);
  return { ranks: own.map(({ rank }) => rank), doubled: own.map(({ doubled }) => doubled), steps, groups };
}

/** Sum over the groups of equal marks of t³ - t: what ties take from a rank statistic. */
export const tieCorrection = (groups: readonly number[]): bigint =>
  groups.reduce((total, size) => total + BigInt(size) ** 3n - BigInt(size), 0n);
