// A8, winsorised mean: the outer values are not dropped but count as the nearest kept one; the divisor stays.
// Below the threshold nothing is replaced and the result says so. Source: Tukey, as described in scoring.md section 4. [R-WINSOR]
import { multiply, rational, sum } from '../../numbers.ts';
import type { ValueFate } from '../cell.ts';
import { over, type Aggregate } from './aggregate.ts';
import { trim, type TrimSettings } from './trim.ts';

export const winsorisedMean: Aggregate<TrimSettings> = (panel, settings) => {
  const { kept, lowest, highest, notes } = trim(panel, settings);
  const [low, high] = [panel.at(kept[0] ?? 0), panel.at(kept[kept.length - 1] ?? 0)];
  const times = (value: typeof low, count: number) => multiply(value, rational(BigInt(count)));
  const total = sum([panel.sum(kept), times(low, lowest.length), times(high, highest.length)]);
  const fateOf = (position: number): ValueFate =>
    lowest.includes(position) ? 'raised' : highest.includes(position) ? 'lowered' : 'counted';
  const fates = Array.from({ length: panel.size }, (_, position) => fateOf(position));
  return {
    value: over(total, panel.size),
    fates,
    corrected: fates.map((fate) => (fate === 'raised' ? low : fate === 'lowered' ? high : null)),
    notes,
  };
};
