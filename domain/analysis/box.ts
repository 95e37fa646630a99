// Five-number summary of a list, for a box plot: lowest, lower quartile, median, upper quartile, highest. [A-BOX]
// Quartiles by linear interpolation, as a spreadsheet's QUARTILE.INC does: with the marks in order from place 0 to n - 1,
// the quartile q lies at place q(n - 1); between two places the mark lies in proportion between their marks. Exact.
// One mark is all five numbers; an empty list has no box.
// Source: Hyndman and Fan 1996, Sample quantiles in statistical packages, definition 7.
import { add, compare, multiply, rational, subtract, type Rational } from '../numbers.ts';

export interface Box {
  readonly count: number;
  readonly lowest: Rational;
  readonly lowerQuartile: Rational;
  readonly median: Rational;
  readonly upperQuartile: Rational;
  readonly highest: Rational;
}

export function box(values: readonly Rational[]): Box | null {
  const sorted = values.toSorted(compare);
  const [lowest, highest] = [sorted[0], sorted[sorted.length - 1]];
  if (!lowest || !highest) return null;
  const quartile = (quarters: number): Rational => {
    const place = quarters * (sorted.length - 1);
    const below = sorted[Math.floor(place / 4)] ?? lowest;
    const above = sorted[Math.floor(place / 4) + 1] ?? below;
    return add(below, multiply(subtract(above, below), rational(BigInt(place % 4), 4n)));
  };
  return {
    count: sorted.length,
    lowest,
    lowerQuartile: quartile(1),
    median: quartile(2),
    upperQuartile: quartile(3),
    highest,
  };
}
