// One line of the console's record of what happened: who did what to which entry or seat, never a mark.
import type { FactOf, FactType, Recorded } from './facts.ts';
import type { EntryId, Millis, SeatId } from './ids.ts';
import type { Seat } from './seat.ts';
import { clockReading } from './wording/time-reason.ts';

export interface FeedLine {
  readonly seq: number;
  readonly at: Millis;
  readonly by: Seat;
  readonly device: string;
  readonly type: FactType;
  readonly entry: EntryId | null;
  readonly seat: SeatId | null;
  /** A reason, a name, a receipt, a number: whatever the sentence of this type needs besides. */
  readonly detail: string | null;
}

/** Lines kept for the console; the journal keeps all. */
export const feedLength = 80;

/** Sign, points, time used and reason, the same in every language: "−20 (19:10)", "+2 示例原因". */
function addedDetail({ kind, points, cause, reason }: FactOf<'deduction.added'>): string {
  const time = cause === undefined ? '' : ` (${clockReading(cause.usedMs)})`;
  return `${kind === 'bonus' ? '+' : '−'}${points}${time} ${reason}`.trim();
}

function detailOf({ fact }: Recorded): string | null {
  switch (fact.type) {
    case 'score.submitted':
    case 'score.held':
      return fact.receipt;
    case 'judge.reminded':
      return String(fact.seats.length);
    case 'scoring.opened':
      return fact.entries.length > 1 ? String(fact.entries.length) : null;
    case 'scene.shown':
    case 'scene.previewed':
      return fact.scene.kind;
    case 'timer.started':
      return fact.kind;
    case 'timer.corrected':
      return String(fact.deltaMs);
    case 'timer.stopped':
      return String(fact.usedMs);
    case 'figures.entered':
      return fact.reason === '' ? fact.component : `${fact.component}: ${fact.reason}`;
    case 'poll.opened':
    case 'poll.closed':
    case 'poll.sealed':
    case 'poll.revealed':
    case 'poll.hand-counted':
    case 'poll.hand-count-confirmed':
      return fact.run;
    case 'poll.voided':
      return `${fact.run}: ${fact.reason}`;
    case 'ballots.issued':
      return `${fact.from}–${fact.from + fact.count - 1}`;
    case 'ballots.revoked':
      return `${fact.numbers.join(', ')}: ${fact.reason}`;
    case 'deduction.added':
      return addedDetail(fact);
    case 'deduction.dismissed':
      return `−${fact.points} (${clockReading(fact.cause.usedMs)}) ${fact.reason}`;
    case 'entry.removed':
      return fact.reason;
    case 'pointer.undone':
      return fact.undone;
    case 'screen.paired':
      return fact.name;
    case 'operation.conflicted':
      return fact.attempted;
    case 'seat.joined':
      return fact.tookOver ? fact.device : null;
    case 'hall.locale-set':
      return fact.locale;
    case 'spares.named':
      return fact.addresses.join(' ');
    case 'event.restored':
      return String(fact.atSeq);
    case 'tie.decided':
      return `${fact.decidedBy}: ${fact.reason}`;
    case 'ceremony.unveiled':
      return String(fact.rank);
    default:
      return 'reason' in fact ? fact.reason : null;
  }
}

function entryOf({ fact }: Recorded): EntryId | null {
  if ('entry' in fact) return fact.entry;
  if (fact.type === 'scoring.opened') return fact.entries[0] ?? null;
  if ((fact.type === 'scene.shown' || fact.type === 'scene.previewed') && 'entry' in fact.scene)
    return fact.scene.entry;
  return null;
}

export function feedLine(recorded: Recorded): FeedLine {
  const { seq, at, by, device, fact } = recorded;
  return {
    seq,
    at,
    by,
    device,
    type: fact.type,
    entry: entryOf(recorded),
    seat: 'seat' in fact ? fact.seat : null,
    detail: detailOf(recorded),
  };
}
