// Scores that could not be counted when they came: too late for their entry, or found later on a device that no longer holds
// the seat. They are safe and count for nothing until the operator has admitted or dismissed each of them with a reason.
import type { SeatId } from './ids.ts';
import { isRemoved, sheetOf } from './entry-life.ts';
import { checkedMarks } from './marks.ts';
import { isRefusal, refuse } from './refusals.ts';
import { changeRefusal, handIn, knowsSeat, receiptFor } from './scoring.ts';
import type { EntryLife, HeldScore } from './state.ts';
import { onEntry, withLife, type Decisions, type Evolutions } from './topic.ts';

interface Named {
  readonly seat: SeatId;
  readonly receipt?: string;
}

/** The one that is named; without a receipt the first of the seat. */
const heldOf = ({ held }: EntryLife, { seat, receipt }: Named): HeldScore | undefined =>
  held.find((known) => known.seat === seat && (receipt === undefined || known.receipt === receipt));

const without = (life: EntryLife, settled: HeldScore | undefined): EntryLife => ({
  ...life,
  held: life.held.filter((known) => known !== settled),
});

export const heldDecisions: Decisions<'score.offer' | 'held.admit' | 'held.dismiss'> = {
  // [R-FOUND] A device's leftovers are never merged into the sheet, whatever state it is in: a person decides.
  'score.offer': onEntry<'score.offer'>((state, { entry, marks, remark }, life, by, { opId, device }) => {
    if (by.role !== 'judge' || !knowsSeat(state, by.seat)) return refuse('seat.unknown');
    if (life.scoring === 'not-opened') return refuse('scoring.not-open', { entry });
    if (sheetOf(life, by.seat).status === 'recused') return refuse('sheet.recused', { entry });
    const checked = checkedMarks(state.definition, marks);
    if (isRefusal(checked)) return checked;
    const receipt = receiptFor(state, entry, by.seat, opId);
    return [{ type: 'score.held', entry, seat: by.seat, marks: checked, remark, receipt, foundOn: device }];
  }),

  'held.admit': onEntry<'held.admit'>((state, command, life) => {
    const { entry, seat, reason } = command;
    const refusal = changeRefusal(state, entry, life);
    if (refusal !== null) return refusal;
    if (isRemoved(life)) return refuse('entry.removed', { entry });
    if (sheetOf(life, seat).status === 'recused') return refuse('sheet.recused', { entry });
    const held = heldOf(life, command);
    if (held === undefined) return refuse('held.none', { entry, seat });
    const version = sheetOf(life, seat).versions.length + 1;
    return [{ type: 'held.admitted', entry, seat, version, receipt: held.receipt, reason }];
  }),

  'held.dismiss': onEntry<'held.dismiss'>((_state, command, life) => {
    const { entry, seat, reason } = command;
    const held = heldOf(life, command);
    return held === undefined
      ? refuse('held.none', { entry, seat })
      : [{ type: 'held.dismissed', entry, seat, receipt: held.receipt, reason }];
  }),
};

export const heldEvolutions: Evolutions<'score.held' | 'held.admitted' | 'held.dismissed'> = {
  'score.held': (state, { entry, seat, marks, remark, receipt, foundOn = null }, { opId, at }) =>
    withLife(state, entry, (life) => ({
      ...life,
      held: [
        // Of what came late the judge's newest word stands for decision; what was found is a question of its own.
        ...life.held.filter((known) => known.seat !== seat || foundOn !== null || known.foundOn !== null),
        { seat, marks, remark, opId, receipt, at, foundOn },
      ],
    })),
  'held.admitted': (state, fact) => {
    const { entry, seat, version } = fact;
    const life = state.entries.get(entry);
    const held = life === undefined ? undefined : heldOf(life, fact);
    if (held === undefined) return state;
    const { marks, remark, receipt } = held;
    const counted = handIn(state, entry, seat, { version, marks, remark, via: 'device', receipt }, held);
    return withLife(counted, entry, (known) => without(known, held));
  },
  'held.dismissed': (state, fact) => withLife(state, fact.entry, (life) => without(life, heldOf(life, fact))),
};
