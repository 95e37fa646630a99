// A5, median (中位数): the middle value; of an even number the mean of the two in the middle. [R-MEDIAN]
import type { ValueFate } from '../cell.ts';
import { over, type Aggregate } from './aggregate.ts';
import { ascending } from './extremes.ts';

export const median: Aggregate<object> = (panel) => {
  const order = ascending(panel);
  const half = Math.floor((panel.size - 1) / 2);
  const middle = panel.size % 2 === 1 ? order.slice(half, half + 1) : order.slice(half, half + 2);
  const fates = new Map<number, ValueFate>();
  for (const position of order.slice(0, half)) fates.set(position, 'lowest-out');
  for (const position of order.slice(half + middle.length)) fates.set(position, 'highest-out');
  return { value: over(panel.sum(middle), middle.length), fates, notes: [] };
};
