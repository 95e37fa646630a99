// A8, winsorised mean: the outer values are not dropped but count as the nearest kept one; the divisor stays.
// Below the threshold nothing is replaced and the result says so. Source: Tukey, as described in scoring.md section 4. [R-WINSOR]
import { multiply, rational, sum, type Rational } from '../../numbers.ts';
import type { ValueFate } from '../cell.ts';
import { over, type Aggregate } from './aggregate.ts';
import { highest, lowest } from './extremes.ts';
import { trim, type TrimSettings } from './trim.ts';

export const winsorisedMean: Aggregate<TrimSettings> = (panel, settings) => {
  const { lowest: below, highest: above, dropped, notes } = trim(panel, settings);
  const [low, high] = [lowest(panel, 1, dropped), highest(panel, 1, dropped)].map(([at = 0]) => panel.at(at)) as [
    Rational,
    Rational,
  ];
  const times = (value: Rational, count: number) => multiply(value, rational(BigInt(count)));
  const total = sum([panel.sumExcept(dropped), times(low, below.length), times(high, above.length)]);
  const fates = new Map<number, ValueFate>();
  for (const position of below) fates.set(position, 'raised');
  for (const position of above) fates.set(position, 'lowered');
  return {
    value: over(total, panel.size),
    fates,
    corrected: Array.from({ length: panel.size }, (_, position) => {
      const fate = fates.get(position);
      return fate === 'raised' ? low : fate === 'lowered' ? high : null;
    }),
    notes,
  };
};
