// Deductions and bonuses (扣分、加分): positive points with a reason, taken off or added to the panel score after trimming.
// Withdrawn, never deleted. A proposal of the rule on keeping time is answered here: confirmed, changed or dismissed.
import { dueProposal, type DueProposal } from './due-proposal.ts';
import { isFrozen, isRemoved } from './entry-life.ts';
import { isLowerBetter } from './event-rule/event-rule.ts';
import type { Fact } from './facts.ts';
import type { DeductionId, EntryId } from './ids.ts';
import { compare, parseDecimal, toRational, ZERO } from './numbers.ts';
import { refuse, type Refusal } from './refusals.ts';
import type { EntryLife } from './state.ts';
import { onEntry, stepped, withLife, type DefinedState, type Decisions, type Evolutions } from './topic.ts';
import { clockReading } from './wording/time-reason.ts';

const causeOf = ({ code: kind, usedMs, bySec }: DueProposal) => ({ kind, usedMs, bySec });

function changeRefusal(state: DefinedState, entry: EntryId, life: EntryLife): Refusal | null {
  if (isFrozen(state)) return refuse('result.frozen');
  if (isRemoved(life)) return refuse('entry.removed', { entry });
  return life.result === 'revealed' ? refuse('entry.revealed', { entry }) : null;
}

/** [R-OVERTIME] One deduction for time at a time: a presentation timed anew takes back what the earlier time cost. */
function withdrawEarlier(entry: EntryId, life: EntryLife, due: DueProposal | null): readonly Fact[] {
  const earlier = life.deductions.find((known) => known.id === due?.replaces);
  if (due === null || earlier?.cause == null) return [];
  const reason = `${clockReading(earlier.cause.usedMs)} → ${clockReading(due.usedMs)}`;
  return [{ type: 'deduction.withdrawn', entry, deduction: earlier.id, reason }];
}

export const deductionDecisions: Decisions<'deduction.add' | 'deduction.dismiss' | 'deduction.withdraw'> = {
  'deduction.add': onEntry<'deduction.add'>((state, { entry, kind, points, reason, cause }, life) => {
    const refusal = changeRefusal(state, entry, life);
    if (refusal !== null) return refusal;
    if (isLowerBetter(state.definition)) return refuse('deduction.lower-is-better');
    const decimal = parseDecimal(points);
    if (decimal === null || compare(toRational(decimal), ZERO) <= 0) return refuse('deduction.not-positive');
    const due = cause === undefined ? null : dueProposal(state, entry, life);
    // [R-OVERTIME] A second press, or one made for another time, finds nothing to confirm and takes nothing off twice.
    if (cause !== undefined && (kind === 'bonus' || due?.code !== cause.kind || due.usedMs !== cause.usedMs))
      return refuse('deduction.nothing-proposed', { entry });
    if (due === null && reason.trim() === '') return refuse('reason.missing');
    return [
      ...withdrawEarlier(entry, life, due),
      {
        type: 'deduction.added',
        entry,
        deduction: `d${life.deductions.length + 1}` as DeductionId,
        points: decimal,
        reason: reason.trim(),
        ...(kind === 'bonus' && { kind }),
        ...(due !== null && { cause: causeOf(due) }),
      },
    ];
  }),
  'deduction.dismiss': onEntry<'deduction.dismiss'>((state, { entry, usedMs, reason }, life) => {
    const refusal = changeRefusal(state, entry, life);
    if (refusal !== null) return refusal;
    const due = dueProposal(state, entry, life);
    return due?.usedMs === usedMs
      ? [{ type: 'deduction.dismissed', entry, cause: causeOf(due), points: due.points, reason }]
      : refuse('deduction.nothing-proposed', { entry });
  }),
  'deduction.withdraw': onEntry<'deduction.withdraw'>((state, { entry, deduction, reason }, life) => {
    if (isFrozen(state)) return refuse('result.frozen');
    if (life.result === 'revealed') return refuse('entry.revealed', { entry });
    return life.deductions.some((known) => known.id === deduction && known.withdrawnBecause === null)
      ? [{ type: 'deduction.withdrawn', entry, deduction, reason }]
      : refuse('deduction.unknown', { entry });
  }),
};

/** What was checked is no longer what stands there. */
const unchecked = ({ result }: EntryLife): EntryLife['result'] => (result === 'checked' ? 'none' : result);

export const deductionEvolutions: Evolutions<'deduction.added' | 'deduction.dismissed' | 'deduction.withdrawn'> = {
  'deduction.added': (state, { entry, deduction: id, points, reason, kind, cause = null }) =>
    stepped(
      withLife(state, entry, (life) => ({
        ...life,
        result: unchecked(life),
        deductions: [
          ...life.deductions,
          { id, kind: kind ?? 'deduction', points, reason, cause, withdrawnBecause: null },
        ],
        timeDecidedMs: cause?.usedMs ?? life.timeDecidedMs,
      })),
    ),
  'deduction.dismissed': (state, { entry, cause }) =>
    stepped(withLife(state, entry, (life) => ({ ...life, timeDecidedMs: cause.usedMs }))),
  'deduction.withdrawn': (state, { entry, deduction, reason }) =>
    stepped(
      withLife(state, entry, (life) => ({
        ...life,
        result: unchecked(life),
        deductions: life.deductions.map((known) =>
          known.id === deduction ? { ...known, withdrawnBecause: reason } : known,
        ),
      })),
    ),
};
