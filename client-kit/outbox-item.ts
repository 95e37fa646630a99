// One score as the device keeps it: from the press until long after the server has answered, because an event that is
// restored from a backup may need it again.
import type { CommandOf } from '#domain/commands.ts';
import type { EntryId, Millis, OpId, SeatId } from '#domain/ids.ts';
import type { RefusalParams } from '#domain/refusals.ts';
import type { Answer } from '#protocol/messages.ts';

export type Submission = CommandOf<'score.submit'>;
export type TakingBack = CommandOf<'score.take-back'>;
export type Accepted = Extract<Answer, { ok: true }>;
type Refused = Extract<Answer, { ok: false }>;

/** Whose scores: a tablet may be handed to another judge, or to another event, while something still waits in it. */
export interface Sender {
  readonly epoch: string;
  /** Epochs the event was restored from, oldest first: scores pressed in one of them are this event's. */
  readonly ancestors: readonly string[];
  readonly seat: SeatId;
}

export interface Delivery {
  /** Of the server that has it; one that was restored from an earlier moment may not. */
  readonly epoch: string;
  readonly seq: number;
  readonly at: Millis;
  readonly receipt: string | null;
  readonly isHeld: boolean;
}

export interface OutboxItem {
  readonly opId: OpId;
  /** Where and by whom it was pressed. */
  readonly epoch: string;
  readonly seat: SeatId;
  readonly command: Submission | TakingBack;
  /** The total as the judge saw it when pressing. */
  readonly total: string;
  /** Its place among this device's presses: clocks can be set, this cannot. */
  readonly order: number;
  /** The server's clock as this device knew it. */
  readonly putAt: number;
  /** Once it has left the device nobody can know that it has not arrived. */
  readonly wasSent: boolean;
  /** Why the server did not take it; it is then kept until the judge has seen to it. */
  readonly refusal: { readonly code: Refused['code']; readonly params: RefusalParams } | null;
  readonly delivered: Delivery | null;
  /** The operation it is offered under when the restored event has gone on without it. */
  readonly offeredAs: OpId | null;
}

/** What the server has taken, and the total it was pressed with: the view that shows it comes a moment later. */
export type Answered = Delivery & { readonly entry: EntryId; readonly total: string };

const isText = (value: unknown): value is string => typeof value === 'string';

/** What was stored may be of an earlier page or damaged: what cannot be sent is no item. */
export function readItem(text: string | null): OutboxItem | null {
  try {
    const item = JSON.parse(text ?? '') as OutboxItem;
    const isOurs = isText(item.opId) && isText(item.epoch) && isText(item.seat) && isText(item.command.entry);
    if (!isOurs || !['score.submit', 'score.take-back'].includes(item.command.type)) return null;
    return {
      ...item,
      order: Number.isInteger(item.order) ? item.order : 0,
      refusal: item.refusal ?? null,
      delivered: item.delivered ?? null,
      offeredAs: item.offeredAs ?? null,
    };
  } catch {
    return null;
  }
}

export const inOrder = (a: OutboxItem, b: OutboxItem): number => a.order - b.order || a.putAt - b.putAt;
