// What can be done about one judge for the entry in hand. Only what the rulebook would obey is in the list.
import { judgesWords } from '#client-kit/wording/console-judges.ts';
import { sayFrom } from '#client-kit/wording/say.svelte.ts';
import type { SeatId } from '#domain/ids.ts';
import type { EntryDesk, OperatorView } from '#domain/roles/operator-view.ts';
import type { Booth } from './booth.svelte.ts';
import type { MenuItem } from './menu-item.ts';
import type { PickFor } from './dialogs/dialog-request.ts';

const say = sayFrom(judgesWords);

/** Points can still be taken off: the hall has not seen the result and nothing is frozen. */
export const isOwnChangeable = (view: OperatorView, entry: EntryDesk): boolean =>
  view.phase === 'live' &&
  view.ceremony === null &&
  !view.isPublished &&
  entry.result !== 'revealed' &&
  entry.status !== 'forfeited' &&
  entry.status !== 'withdrawn' &&
  entry.status !== 'disqualified';

/** Sheets can still change: where entries are compared, only before the hall has been shown any of them. */
export const isChangeable = (view: OperatorView, entry: EntryDesk): boolean =>
  isOwnChangeable(view, entry) && !view.isFieldShown;

export function mayDo(view: OperatorView, entry: EntryDesk, seat: SeatId, act: PickFor | 'reinstate'): boolean {
  const status = entry.sheets.find((sheet) => sheet.seat === seat)?.status ?? 'not-scored';
  if (!isChangeable(view, entry)) return false;
  switch (act) {
    case 'return':
      return status === 'submitted';
    case 'absent':
    case 'recuse':
      return status !== 'absent' && status !== 'recused';
    case 'paper':
      return status !== 'recused' && entry.scoring !== 'not-opened';
    case 'reinstate':
      return status === 'absent' || status === 'recused';
  }
}

/** Entries in which the judge is still expected: where "absent for all the rest" would apply. */
export const outstandingEntries = (view: OperatorView, seat: SeatId): readonly EntryDesk[] =>
  view.entries.filter((entry) => {
    const status = entry.sheets.find((sheet) => sheet.seat === seat)?.status;
    return isChangeable(view, entry) && (status === 'not-scored' || status === 'taken-back' || status === 'returned');
  });

export function judgeActions(booth: Booth, entry: EntryDesk, seat: SeatId): readonly MenuItem[] {
  const { view } = booth;
  const about = { entry: entry.card.id, seat };
  const status = entry.sheets.find((sheet) => sheet.seat === seat)?.status;
  const isOutstanding = status === 'not-scored' || status === 'taken-back' || status === 'returned';
  const isAsked = entry.scoring === 'open' || (entry.scoring === 'closed' && status === 'returned');
  const item = (isPossible: boolean, label: string, onchoose: () => void, isGrave = false): readonly MenuItem[] =>
    isPossible ? [{ label, onchoose, isGrave }] : [];
  return [
    ...item(
      booth.isLive && isOutstanding && isAsked,
      say('remind'),
      () => void booth.act({ type: 'judge.remind', entry: entry.card.id, seats: [seat] }),
    ),
    ...item(mayDo(view, entry, seat, 'return'), say('return'), () => booth.open({ kind: 'return', ...about })),
    ...item(mayDo(view, entry, seat, 'paper'), say('paper'), () => booth.open({ kind: 'paper', ...about })),
    ...item(mayDo(view, entry, seat, 'reinstate'), say('reinstate'), () =>
      booth.open({ kind: 'reinstate-sheet', ...about }),
    ),
    ...item(mayDo(view, entry, seat, 'absent'), say('absentOne'), () => booth.open({ kind: 'absent', ...about })),
    ...item(booth.isLive && outstandingEntries(view, seat).length > 1, say('absentRest'), () =>
      booth.open({ kind: 'absent-rest', ...about }),
    ),
    ...item(mayDo(view, entry, seat, 'recuse'), say('recuse'), () => booth.open({ kind: 'recuse', ...about })),
    ...item(true, say('newCard'), () => booth.open({ kind: 'seat-card', seat })),
    ...item(true, say('amendJudge'), () => booth.open({ kind: 'amend-judge', seat })),
  ];
}
