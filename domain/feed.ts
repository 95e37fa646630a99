// One line of the console's record of what happened: who did what to which entry or seat, never a mark.
import type { FactType } from './facts.ts';
import type { EntryId, Millis, SeatId } from './ids.ts';
import type { Seat } from './seat.ts';

export interface FeedLine {
  readonly seq: number;
  readonly at: Millis;
  readonly by: Seat;
  readonly device: string;
  readonly type: FactType;
  readonly entry: EntryId | null;
  readonly seat: SeatId | null;
  /** A reason, a name, a receipt, a number of entries: whatever the sentence of this type needs besides. */
  readonly detail: string | null;
}
