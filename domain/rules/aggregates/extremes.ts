// The lowest and the highest values of a panel, by position. Few are wanted of many, so nothing is sorted for them.
import type { Panel } from '../panel.ts';

/** Positions from the lowest value to the highest; of equal ones the earlier judge comes first. */
export const ascending = (panel: Panel): readonly number[] =>
  Array.from({ length: panel.size }, (_, position) => position).sort((a, b) => panel.compare(a, b) || a - b);

/** The `count` lowest (1) or highest (-1) that are not among `others`; of equal ones the earlier. */
function most(panel: Panel, count: number, others: readonly number[], sign: 1 | -1): readonly number[] {
  const taken: number[] = [];
  while (taken.length < count) {
    const next = panel.most(sign, taken.length === 0 ? others : [...others, ...taken]);
    if (next === null) break;
    taken.push(next);
  }
  return taken;
}

export const lowest = (panel: Panel, count: number, others: readonly number[] = []): readonly number[] =>
  most(panel, count, others, 1);
export const highest = (panel: Panel, count: number, others: readonly number[] = []): readonly number[] =>
  most(panel, count, others, -1);
