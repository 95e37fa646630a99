// Judges' sheets: submit, take back, and what the operator may do about one: return, absent, recused, enter from paper.
// Every version is kept; a score lands on the entry it names or is held, never elsewhere.
import { isFrozen, isRemoved, newestVersion, sheetOf } from './entry-life.ts';
import type { EntryId, SeatId } from './ids.ts';
import { checkedMarks } from './marks.ts';
import { isRefusal, refuse, type Refusal } from './refusals.ts';
import type { Recorded } from './facts.ts';
import { shownFieldRefusal } from './shown-field.ts';
import type { EntryLife, FinalState, Sheet, SheetVersion } from './state.ts';
import { live, onEntry, withLife, type DefinedState, type Decided, type Decisions, type Evolutions } from './topic.ts';

const submittable = (sheet: Sheet) =>
  sheet.status === 'not-scored' || sheet.status === 'taken-back' || sheet.status === 'returned';

/** Short enough to read out, and found again in the journal: running number, seat, four characters of the operation. */
export function receiptFor(state: DefinedState, entry: EntryId, seat: SeatId, opId: string): string {
  const running = String(state.order.indexOf(entry) + 1).padStart(2, '0');
  const judge = state.definition.panel.find((known) => known.seat === seat);
  return `${running}-${judge?.number ?? 0}-${opId.slice(-4).toUpperCase()}`;
}

/** What the operator may change only while the hall has not seen the result and nothing is frozen. */
export function changeRefusal(state: DefinedState, entry: EntryId, life: EntryLife): Refusal | null {
  if (isFrozen(state)) return refuse('result.frozen');
  return life.result === 'revealed' ? refuse('entry.revealed', { entry }) : shownFieldRefusal(state);
}

export const knowsSeat = (state: DefinedState, seat: SeatId) =>
  state.definition.panel.some((judge) => judge.seat === seat);

function excuse(
  state: DefinedState,
  { seat, entries, reason }: { readonly seat: SeatId; readonly entries: readonly EntryId[]; readonly reason: string },
  type: 'sheet.marked-absent' | 'sheet.recused',
): Decided {
  if (!knowsSeat(state, seat)) return refuse('seat.unknown', { seat });
  for (const entry of entries) {
    const life = state.entries.get(entry);
    if (life === undefined) return refuse('entry.unknown', { entry });
    const refusal = changeRefusal(state, entry, life);
    if (refusal !== null) return refusal;
  }
  return [...new Set(entries)].map((entry) => ({ type, entry, seat, reason }));
}

export const scoringDecisions: Decisions<
  | 'score.submit'
  | 'score.take-back'
  | 'sheet.return'
  | 'sheet.mark-absent'
  | 'sheet.recuse'
  | 'sheet.reinstate'
  | 'sheet.enter-from-paper'
> = {
  'score.submit': onEntry<'score.submit'>((state, { entry, baseVersion, marks, remark }, life, by, { opId }) => {
    if (by.role !== 'judge' || !knowsSeat(state, by.seat)) return refuse('seat.unknown');
    const { seat } = by;
    const sheet = sheetOf(life, seat);
    if (life.scoring === 'not-opened') return refuse('scoring.not-open', { entry });
    if (sheet.status === 'recused') return refuse('sheet.recused', { entry });
    if (sheet.status === 'submitted') return refuse('sheet.locked', { entry });
    const checked = checkedMarks(state.definition, marks);
    if (isRefusal(checked)) return checked;
    const receipt = receiptFor(state, entry, seat, opId);
    const isOpen =
      !isRemoved(life) &&
      !isFrozen(state) &&
      submittable(sheet) &&
      (life.scoring === 'open' || sheet.status === 'returned');
    // [R-HELD] Too late for its entry, or its judge was marked absent meanwhile: kept, not counted, for the operator to decide.
    if (!isOpen) return [{ type: 'score.held', entry, seat, marks: checked, remark, receipt }];
    if (baseVersion !== sheet.versions.length)
      return refuse('sheet.version-conflict', { entry, version: sheet.versions.length });
    return [{ type: 'score.submitted', entry, seat, version: baseVersion + 1, marks: checked, remark, receipt }];
  }),

  'score.take-back': onEntry<'score.take-back'>((state, { entry, version }, life, by) => {
    if (by.role !== 'judge' || !knowsSeat(state, by.seat)) return refuse('seat.unknown');
    if (!state.definition.rules.judgeMayTakeBack) return refuse('sheet.take-back-forbidden');
    const sheet = sheetOf(life, by.seat);
    if (life.scoring !== 'open' || isRemoved(life)) return refuse('sheet.locked', { entry });
    if (sheet.status !== 'submitted') return refuse('sheet.not-submitted', { entry });
    if (version !== sheet.versions.length)
      return refuse('sheet.version-conflict', { entry, version: sheet.versions.length });
    return [{ type: 'score.taken-back', entry, seat: by.seat, version }];
  }),

  'sheet.return': onEntry<'sheet.return'>((state, { entry, seat, reason }, life) => {
    if (!knowsSeat(state, seat)) return refuse('seat.unknown', { seat });
    const refusal = changeRefusal(state, entry, life);
    if (refusal !== null) return refusal;
    return sheetOf(life, seat).status === 'submitted'
      ? [{ type: 'sheet.returned', entry, seat, reason }]
      : refuse('sheet.not-submitted', { entry, seat });
  }),

  'sheet.mark-absent': live((state, command) => excuse(state, command, 'sheet.marked-absent')),
  'sheet.recuse': live((state, command) => excuse(state, command, 'sheet.recused')),

  'sheet.reinstate': onEntry<'sheet.reinstate'>((state, { entry, seat, reason }, life) => {
    const refusal = changeRefusal(state, entry, life);
    if (refusal !== null) return refusal;
    const { status } = sheetOf(life, seat);
    return status === 'absent' || status === 'recused'
      ? [{ type: 'sheet.reinstated', entry, seat, reason }]
      : refuse('sheet.nothing-to-reinstate', { entry, seat });
  }),

  'sheet.enter-from-paper': onEntry<'sheet.enter-from-paper'>((state, command, life, _by, { opId }) => {
    const { entry, seat, baseVersion, marks, remark, reason } = command;
    if (!knowsSeat(state, seat)) return refuse('seat.unknown', { seat });
    const refusal = changeRefusal(state, entry, life);
    if (refusal !== null) return refusal;
    if (life.scoring === 'not-opened') return refuse('scoring.not-open', { entry });
    const sheet = sheetOf(life, seat);
    if (sheet.status === 'recused') return refuse('sheet.recused', { entry });
    if (baseVersion !== sheet.versions.length)
      return refuse('sheet.version-conflict', { entry, version: sheet.versions.length });
    const checked = checkedMarks(state.definition, marks);
    if (isRefusal(checked)) return checked;
    const receipt = receiptFor(state, entry, seat, opId);
    return [
      {
        type: 'score.entered-from-paper',
        entry,
        seat,
        version: baseVersion + 1,
        marks: checked,
        remark,
        receipt,
        reason,
      },
    ];
  }),
};

/** A changed sheet takes back the check of its entry: what was checked is no longer what stands there. */
function withSheet(state: FinalState, entry: EntryId, seat: SeatId, change: (sheet: Sheet) => Sheet): FinalState {
  const changed = withLife(state, entry, (life) => ({
    ...life,
    result: life.result === 'checked' ? 'none' : life.result,
    sheets: new Map(life.sheets).set(seat, change(sheetOf(life, seat))),
  }));
  const reminded = (state.reminders.get(seat) ?? []).filter((known) => known !== entry);
  return state.reminders.has(seat) ? { ...changed, reminders: new Map(state.reminders).set(seat, reminded) } : changed;
}

export function handIn(
  state: FinalState,
  entry: EntryId,
  seat: SeatId,
  version: Omit<SheetVersion, 'opId' | 'at'>,
  { opId, at }: Pick<Recorded, 'opId' | 'at'>,
): FinalState {
  return withSheet(state, entry, seat, (sheet) => ({
    status: 'submitted',
    versions: [...sheet.versions, { ...version, opId, at }],
    reason: null,
  }));
}

export const scoringEvolutions: Evolutions<
  | 'score.submitted'
  | 'score.taken-back'
  | 'score.entered-from-paper'
  | 'sheet.returned'
  | 'sheet.marked-absent'
  | 'sheet.recused'
  | 'sheet.reinstated'
> = {
  // The judge's newest word stands: what was held from before is no longer waiting for anybody.
  'score.submitted': (state, { entry, seat, version, marks, remark, receipt }, recorded) =>
    withLife(
      handIn(state, entry, seat, { version, marks, remark, via: 'device', receipt }, recorded),
      entry,
      (life) => ({ ...life, held: life.held.filter((known) => known.seat !== seat) }),
    ),
  'score.entered-from-paper': (state, { entry, seat, version, marks, remark, receipt }, recorded) =>
    handIn(state, entry, seat, { version, marks, remark, via: 'paper', receipt }, recorded),
  'score.taken-back': (state, { entry, seat }) =>
    withSheet(state, entry, seat, (sheet) => ({ ...sheet, status: 'taken-back' })),
  'sheet.returned': (state, { entry, seat, reason }) =>
    withSheet(state, entry, seat, (sheet) => ({ ...sheet, status: 'returned', reason })),
  'sheet.marked-absent': (state, { entry, seat, reason }) =>
    withSheet(state, entry, seat, (sheet) => ({ ...sheet, status: 'absent', reason })),
  'sheet.recused': (state, { entry, seat, reason }) =>
    withSheet(state, entry, seat, (sheet) => ({ ...sheet, status: 'recused', reason })),
  'sheet.reinstated': (state, { entry, seat, reason }) => {
    const isClosed = state.entries.get(entry)?.scoring === 'closed';
    return withSheet(state, entry, seat, (sheet) =>
      newestVersion(sheet) !== null || isClosed
        ? { ...sheet, status: 'returned', reason }
        : { ...sheet, status: 'not-scored', reason: null },
    );
  },
};
