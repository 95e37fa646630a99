// A1, sum of the values (总和). Where a planned judge gave none, the sum is brought to the planned number in proportion, and
// says so: a missing judge must not punish an entry. Source: scoring.md 5.3. [R-SUM]
import { multiply, rational } from '../../numbers.ts';
import { NOTHING_DROPPED, type Aggregate } from './aggregate.ts';

export const sum: Aggregate<object> = (panel, _settings, planned) => {
  const total = panel.sumExcept([]);
  const isWhole = panel.size >= planned;
  return {
    value: isWhole ? total : multiply(total, rational(BigInt(planned), BigInt(panel.size))),
    fates: NOTHING_DROPPED,
    notes: isWhole ? [] : [{ code: 'pro-rata', given: panel.size, planned }],
  };
};
