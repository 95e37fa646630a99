// A4, sum of the middle values: what trimming keeps, added up; factors (difficulty, a constant) follow as a step of their own.
// With fewer values than planned the sum is brought to the planned number of kept ones in proportion, and says so.
// Source: World Aquatics D 8, FIS ski jumping 432, FIG trampoline. [R-TRIM-SUM]
import { multiply, rational } from '../../numbers.ts';
import type { Aggregate } from './aggregate.ts';
import { trim, type TrimSettings } from './trim.ts';

export const trimmedSum: Aggregate<TrimSettings> = (panel, settings, planned) => {
  const { fates, dropped, kept, notes } = trim(panel, settings);
  const sum = panel.sumExcept(dropped);
  const plannedKept = Math.max(1, planned - settings.dropHighest - settings.dropLowest);
  if (kept === plannedKept) return { value: sum, fates, notes };
  return {
    value: multiply(sum, rational(BigInt(plannedKept), BigInt(kept))),
    fates,
    notes: [...notes, { code: 'pro-rata', given: kept, planned: plannedKept }],
  };
};
