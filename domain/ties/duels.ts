// Each of the tied against each other one. Whoever wins more of these duels is ahead; of two tied entries that is the one
// preferred by more. A duel nobody wins counts for neither.
import { byCounts } from './counted-order.ts';
import type { Groups } from './tie-step.ts';

/** Positive when a is ahead of b in their duel, negative when behind. */
export type Preference = (a: number, b: number) => number;

export const duelsWon = (entry: number, tied: readonly number[], preference: Preference): number =>
  tied.filter((other) => other !== entry && preference(entry, other) > 0).length;

export const byDuels = (tied: readonly number[], preference: Preference): Groups =>
  byCounts(tied, (entry) => [duelsWon(entry, tied, preference)]);
