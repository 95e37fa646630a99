// A judge. May join the seat, submit and take back the own sheets, call for help. Sees the sheets it may fill in and the
// own earlier scores with their totals; never another judge's value, a result, a rank or a deduction.
import type { CommandType } from '../commands.ts';
import { entryCard } from '../entry-card.ts';
import { isFrozen, isRemoved, newestVersion, sheetOf } from '../entry-life.ts';
import { totalDecimals } from '../entry-result.ts';
import type { EntryId, SeatId } from '../ids.ts';
import { nextEntry } from '../next-entry.ts';
import { formatRounded } from '../numbers.ts';
import { judgeTotal } from '../rules/judge-total.ts';
import type { EntryLife, FinalState, Sheet } from '../state.ts';
import type { DefinedState } from '../topic.ts';
import type { JudgeView, OwnSheet } from './judge-view.ts';

/** Can be filled in and submitted now. */
function isOpen(state: DefinedState, life: EntryLife, sheet: Sheet): boolean {
  if (state.phase !== 'live' || isRemoved(life) || isFrozen(state)) return false;
  if (sheet.status === 'returned') return true;
  return life.scoring === 'open' && (sheet.status === 'not-scored' || sheet.status === 'taken-back');
}

function ownSheet(state: DefinedState, seat: SeatId, entry: EntryId, life: EntryLife): OwnSheet {
  const { definition } = state;
  const sheet = sheetOf(life, seat);
  const newest = newestVersion(sheet);
  return {
    entry: entryCard(state, entry),
    status: sheet.status,
    isOpen: isOpen(state, life, sheet),
    scoring: life.scoring,
    entryStatus: life.status,
    version: sheet.versions.length,
    marks: newest?.marks ?? [],
    total:
      newest === null ? null : formatRounded(judgeTotal(definition.criteria, newest.marks), totalDecimals(definition)),
    remark: newest?.remark ?? '',
    receipt: newest?.receipt ?? null,
    submittedAt: newest?.at ?? null,
    reason: sheet.reason,
    isHeld: life.held.some((held) => held.seat === seat && held.foundOn === null),
    isFound: life.held.some((held) => held.seat === seat && held.foundOn !== null),
    mayTakeBack:
      definition.rules.judgeMayTakeBack &&
      state.phase === 'live' &&
      life.scoring === 'open' &&
      sheet.status === 'submitted' &&
      !isRemoved(life),
  };
}

function judgeView(state: DefinedState, seat: SeatId): JudgeView | null {
  const { definition } = state;
  const judge = definition.panel.find((known) => known.seat === seat);
  if (judge === undefined) return null;
  return {
    role: 'judge',
    phase: state.phase,
    event: { name: definition.name, shortName: definition.shortName ?? null, organizer: definition.organizer ?? null },
    noun: definition.entryNoun,
    hallLocale: state.hallLocale,
    seat: {
      seat,
      number: judge.number,
      name: judge.name,
      title: judge.title ?? null,
      group: definition.judgeGroups.find((group) => group.id === judge.group)?.name ?? null,
    },
    criteria: definition.criteria.map((criterion) => ({
      id: criterion.id,
      name: criterion.name,
      guidance: criterion.guidance ?? null,
      maxScore: criterion.maxScore,
      minAllowed: criterion.minAllowed,
      maxAllowed: criterion.maxAllowed,
      entryStep: criterion.entryStep,
      weight: criterion.weight ?? null,
    })),
    totalDecimals: totalDecimals(definition),
    judgeMayTakeBack: definition.rules.judgeMayTakeBack,
    sheets: state.order.flatMap((entry) => {
      const life = state.entries.get(entry);
      return life === undefined ? [] : [ownSheet(state, seat, entry, life)];
    }),
    stageEntry: state.stageEntry,
    nextEntry: nextEntry(state),
    timer: state.timer,
    isCallingForHelp: state.helpCalls.has(seat),
    reminded: (state.reminders.get(seat) ?? []).filter((entry) => {
      const life = state.entries.get(entry);
      return life !== undefined && isOpen(state, life, sheetOf(life, seat));
    }),
  };
}

export const judge = {
  may: [
    'seat.join',
    'score.submit',
    'score.offer',
    'score.take-back',
    'help.call',
    'help.cancel',
  ] as const satisfies readonly CommandType[],
  /** Null when the event no longer has this seat: its session is over. */
  view: (state: FinalState, seat: SeatId): JudgeView | null =>
    state.definition === null ? null : judgeView({ ...state, definition: state.definition }, seat),
};
