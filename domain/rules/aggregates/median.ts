// A5, median (中位数): the middle value; of an even number the mean of the two in the middle. [R-MEDIAN]
import type { ValueFate } from '../cell.ts';
import { over, type Aggregate } from './aggregate.ts';

export const median: Aggregate<object> = (panel) => {
  const ascending = panel.ascending();
  const half = Math.floor((panel.size - 1) / 2);
  const middle = panel.size % 2 === 1 ? ascending.slice(half, half + 1) : ascending.slice(half, half + 2);
  const fates = Array.from({ length: panel.size }, (): ValueFate => 'counted');
  for (const position of ascending.slice(0, half)) fates[position] = 'lowest-out';
  for (const position of ascending.slice(half + middle.length)) fates[position] = 'highest-out';
  return { value: over(panel.sum(middle), middle.length), fates, notes: [] };
};
