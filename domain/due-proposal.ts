// What the rule on keeping time proposes for an entry now and nobody has decided yet. Derived from the time used and the
// rule, never stored: only the decision is a fact. [R-OVERTIME]
import { proposedDeduction, type TimeDeduction } from './deduction-rules/proposed-deduction.ts';
import { isFrozen, isRemoved } from './entry-life.ts';
import { isLowerBetter } from './event-rule/event-rule.ts';
import type { DeductionId, EntryId } from './ids.ts';
import type { EntryLife } from './state.ts';
import type { DefinedState } from './topic.ts';

export interface DueProposal extends TimeDeduction {
  readonly usedMs: number;
  /** A deduction for an earlier timing of the same presentation, which this one would take the place of. */
  readonly replaces: DeductionId | null;
}

/** Null when there is nothing to decide, or no time for it: it is running, the entry is gone or the hall has seen the result. */
export function dueProposal(state: DefinedState, entry: EntryId, life: EntryLife): DueProposal | null {
  const usedMs = life.presentationMs;
  if (usedMs === null || usedMs === life.timeDecidedMs) return null;
  if (isFrozen(state) || isRemoved(life) || life.result === 'revealed') return null;
  if (state.timer?.kind === 'presentation' && state.timer.entry === entry) return null;
  const segment = state.definition.segments.find((known) => known.kind === 'presentation');
  // [R-DEDUCT] Where lower is better nothing is taken off.
  if (segment?.overtime === undefined || isLowerBetter(state.definition)) return null;
  const proposed = proposedDeduction(segment.overtime, segment.timeAllowedSec, usedMs);
  if (proposed === null) return null;
  const earlier = life.deductions.find((known) => known.cause !== null && known.withdrawnBecause === null);
  return { ...proposed, usedMs, replaces: earlier?.id ?? null };
}
