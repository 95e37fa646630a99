// Deductions (扣分): positive points with a reason, taken off the panel score after trimming. Withdrawn, never deleted.
import { isFrozen, isRemoved } from './entry-life.ts';
import { isLowerBetter } from './event-rule/event-rule.ts';
import type { DeductionId } from './ids.ts';
import { compare, parseDecimal, toRational, ZERO } from './numbers.ts';
import { refuse } from './refusals.ts';
import { onEntry, stepped, withLife, type Decisions, type Evolutions } from './topic.ts';

export const deductionDecisions: Decisions<'deduction.add' | 'deduction.withdraw'> = {
  'deduction.add': onEntry<'deduction.add'>((state, { entry, points, reason }, life) => {
    if (isFrozen(state)) return refuse('result.frozen');
    if (isRemoved(life)) return refuse('entry.removed', { entry });
    if (life.result === 'revealed') return refuse('entry.revealed', { entry });
    if (isLowerBetter(state.definition)) return refuse('deduction.lower-is-better');
    const decimal = parseDecimal(points);
    if (decimal === null || compare(toRational(decimal), ZERO) <= 0) return refuse('deduction.not-positive');
    const deduction = `d${life.deductions.length + 1}` as DeductionId;
    return [{ type: 'deduction.added', entry, deduction, points: decimal, reason }];
  }),
  'deduction.withdraw': onEntry<'deduction.withdraw'>((state, { entry, deduction, reason }, life) => {
    if (isFrozen(state)) return refuse('result.frozen');
    if (life.result === 'revealed') return refuse('entry.revealed', { entry });
    return life.deductions.some((known) => known.id === deduction && known.withdrawnBecause === null)
      ? [{ type: 'deduction.withdrawn', entry, deduction, reason }]
      : refuse('deduction.unknown', { entry });
  }),
};

export const deductionEvolutions: Evolutions<'deduction.added' | 'deduction.withdrawn'> = {
  'deduction.added': (state, { entry, deduction, points, reason }) =>
    stepped(
      withLife(state, entry, (life) => ({
        ...life,
        result: life.result === 'checked' ? 'none' : life.result,
        deductions: [...life.deductions, { id: deduction, points, reason, withdrawnBecause: null }],
      })),
    ),
  'deduction.withdrawn': (state, { entry, deduction, reason }) =>
    stepped(
      withLife(state, entry, (life) => ({
        ...life,
        result: life.result === 'checked' ? 'none' : life.result,
        deductions: life.deductions.map((known) =>
          known.id === deduction ? { ...known, withdrawnBecause: reason } : known,
        ),
      })),
    ),
};
