// Each of the tied against each other one. Whoever wins more of these duels is ahead; of two tied entries that is the one
// preferred by more. A duel nobody wins counts for neither.
import { byCounts } from './counted-order.ts';
import type { Groups } from './tie-step.ts';

/** `preference` is positive when a is ahead of b in their duel, negative when behind. */
export function byDuels(tied: readonly number[], preference: (a: number, b: number) => number): Groups {
  return byCounts(tied, (entry) => [tied.filter((other) => other !== entry && preference(entry, other) > 0).length]);
}
