// The lowest and the highest values of a panel, by position. Few are wanted of many, so nothing is sorted for them.
import type { Panel } from '../panel.ts';

/** Positions from the lowest value to the highest; of equal ones the earlier judge comes first. */
export const ascending = (panel: Panel): readonly number[] =>
  Array.from({ length: panel.size }, (_, position) => position).sort((a, b) => panel.compare(a, b) || a - b);

/** The `count` lowest (sign 1) or highest (sign -1) that are not among `others`; of equal ones the earlier. */
function most(panel: Panel, count: number, others: readonly number[], sign: 1 | -1): readonly number[] {
  const taken: number[] = [];
  while (taken.length < count) {
    let best = -1;
    for (let at = 0; at < panel.size; at += 1) {
      if (best >= 0 && sign * panel.compare(at, best) >= 0) continue;
      if (!taken.includes(at) && !others.includes(at)) best = at;
    }
    if (best < 0) break;
    taken.push(best);
  }
  return taken;
}

export const lowest = (panel: Panel, count: number, others: readonly number[] = []): readonly number[] =>
  most(panel, count, others, 1);
export const highest = (panel: Panel, count: number, others: readonly number[] = []): readonly number[] =>
  most(panel, count, others, -1);
