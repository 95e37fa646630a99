// A6, few judges' average: from four values on the highest and the lowest are dropped; of three the two closest count (equally
// far apart: the upper two); two give their mean, one counts alone. Built in, hence no threshold.
// Source: International Jump Rope Union, judging rules. [R-CLOSEST-TWO]
import { compare, subtract } from '../../numbers.ts';
import type { ValueFate } from '../cell.ts';
import { over, type Aggregate } from './aggregate.ts';
import { ascending } from './extremes.ts';
import { mean } from './mean.ts';
import { trimmedMean } from './trimmed-mean.ts';

export const closestTwo: Aggregate<object> = (panel, settings, planned) => {
  if (panel.size >= 4) return trimmedMean(panel, { dropHighest: 1, dropLowest: 1, minForTrim: 4 }, planned);
  if (panel.size < 3) return mean(panel, settings, planned);
  const [low = 0, middle = 1, high = 2] = ascending(panel);
  const isUpperCloser =
    compare(subtract(panel.at(high), panel.at(middle)), subtract(panel.at(middle), panel.at(low))) <= 0;
  const fates = new Map<number, ValueFate>([isUpperCloser ? [low, 'lowest-out'] : [high, 'highest-out']]);
  const kept = isUpperCloser ? [middle, high] : [low, middle];
  return { value: over(panel.sum(kept), 2), fates, notes: [{ code: 'closest-two', given: 3 }] };
};
