// Scores on their way: each is given its operation id and stored on the device before it is sent for the first time, and
// is sent again until the server has answered. One press is one score, whatever the network, a reload or a restart does.
import type { CommandOf } from '#domain/commands.ts';
import type { EntryId, OpId, SeatId } from '#domain/ids.ts';
import type { RefusalParams } from '#domain/refusals.ts';
import type { Answer } from '#protocol/messages.ts';
import type { DeviceStorage } from './device-storage.ts';
import { makeOpId } from './op-id.ts';

export type Submission = CommandOf<'score.submit'>;
type Accepted = Extract<Answer, { ok: true }>;
type Refused = Extract<Answer, { ok: false }>;

/** Whose scores: a tablet may be handed to another judge, or to another event, while something still waits in it. */
export interface Sender {
  readonly epoch: string;
  readonly seat: SeatId;
}

export interface OutboxItem extends Sender {
  readonly opId: OpId;
  readonly command: Submission;
  /** The total as the judge saw it when pressing. */
  readonly total: string;
  readonly putAt: number;
  /** Once it has left the device nobody can know that it has not arrived. */
  readonly wasSent: boolean;
  /** Why the server did not take it; it is then kept until the judge has seen to it. */
  readonly refusal: { readonly code: Refused['code']; readonly params: RefusalParams } | null;
}

/** What the server has taken, and the total it was pressed with: the view that shows it comes a moment later. */
export type Delivered = Accepted & { readonly entry: EntryId; readonly total: string };

export interface OutboxLine {
  readonly storage: DeviceStorage;
  readonly send: (command: Submission, opId: OpId) => Promise<Answer>;
  readonly now?: () => number;
}

const prefix = 'liangfen.outbox/';
/** Asked again every second until there is an answer (design: the state `unsure`). */
const retryMs = 1000;

function parse(text: string | null): OutboxItem | null {
  try {
    const item = JSON.parse(text ?? '') as OutboxItem;
    return typeof item.opId === 'string' && item.command.type === 'score.submit' ? item : null;
  } catch {
    return null;
  }
}

export class Outbox {
  /** Everything stored on this device, of this sender and of others, oldest first. */
  items = $state.raw<readonly OutboxItem[]>([]);
  /** What the server has answered since this page was loaded. */
  answered = $state.raw<readonly Delivered[]>([]);
  /** When the running series of tries began, on the device's clock; null while there is none. */
  tryingSince = $state<number | null>(null);
  /** False once the browser refused to store something: then only this open page holds it. */
  isLasting = $state(true);
  private readonly line: OutboxLine;
  private readonly now: () => number;
  private underWay: readonly OpId[] = [];
  private sender: Sender | null = null;
  private isOnline = false;
  private retry: ReturnType<typeof setTimeout> | null = null;

  constructor(line: OutboxLine) {
    this.line = line;
    this.now = line.now ?? Date.now;
    this.items = line.storage
      .keys(prefix)
      .flatMap((key) => parse(line.storage.read(key)) ?? [])
      .sort((a, b) => a.putAt - b.putAt);
  }

  /** This seat's score for that entry which the server has not taken yet. */
  itemFor(entry: EntryId): OutboxItem | null {
    return this.own().find((item) => item.command.entry === entry) ?? null;
  }

  /** Waiting for the server, refused ones not among them. */
  waiting(): readonly OutboxItem[] {
    return this.own().filter((item) => item.refusal === null);
  }

  own(): readonly OutboxItem[] {
    return this.items.filter((item) => this.isOwn(item));
  }

  /** Undelivered scores of other seats or events that this tablet still holds. */
  foreign(): readonly OutboxItem[] {
    return this.items.filter((item) => !this.isOwn(item) && item.refusal === null);
  }

  /** Only this sender's scores are sent from now on. */
  sendAs(sender: Sender): void {
    if (this.sender?.seat === sender.seat && this.sender.epoch === sender.epoch) return;
    this.sender = sender;
    this.items = [...this.items];
    this.drain();
  }

  setOnline(isOnline: boolean): void {
    if (this.isOnline === isOnline) return;
    this.isOnline = isOnline;
    if (!isOnline) this.tryingSince = null;
    this.drain();
  }

  /** Stored first, then sent. A second press for the same entry while one is on its way changes nothing. */
  put(sender: Sender, command: Submission, total: string): void {
    this.sendAs(sender);
    const known = this.itemFor(command.entry);
    if (known !== null && known.refusal === null) return;
    if (known !== null) this.forget(known.opId);
    this.keep({ ...sender, opId: makeOpId(), command, total, putAt: this.now(), wasSent: false, refusal: null });
    this.drain();
  }

  /** Takes back what has never left this device. @returns false when it has, and then it must be answered. */
  withdraw(entry: EntryId): boolean {
    const item = this.itemFor(entry);
    if (item === null || item.wasSent) return false;
    this.forget(item.opId);
    return true;
  }

  /** The judge has seen why it was refused. */
  dismiss(entry: EntryId): void {
    const item = this.itemFor(entry);
    if (item?.refusal) this.forget(item.opId);
  }

  /** Asks now instead of in a second. */
  drain(): void {
    if (this.retry !== null) clearTimeout(this.retry);
    this.retry = null;
    const due = this.waiting();
    if (due.length === 0) this.tryingSince = null;
    if (!this.isOnline || due.length === 0) return;
    this.tryingSince ??= this.now();
    for (const item of due) if (!this.underWay.includes(item.opId)) void this.deliver(item);
  }

  close(): void {
    if (this.retry !== null) clearTimeout(this.retry);
    this.isOnline = false;
  }

  private isOwn(item: OutboxItem): boolean {
    return item.seat === this.sender?.seat && item.epoch === this.sender.epoch;
  }

  private async deliver(item: OutboxItem): Promise<void> {
    this.underWay = [...this.underWay, item.opId];
    if (!item.wasSent) this.keep({ ...item, wasSent: true });
    const answer = await this.line.send(item.command, item.opId);
    this.underWay = this.underWay.filter((opId) => opId !== item.opId);
    if (answer.ok) {
      const { entry } = item.command;
      this.answered = [
        ...this.answered.filter((known) => known.entry !== entry),
        { ...answer, entry, total: item.total },
      ];
      this.forget(item.opId);
    } else if (!answer.retryable)
      this.keep({ ...item, wasSent: true, refusal: { code: answer.code, params: answer.params } });
    if (this.waiting().length === 0) this.tryingSince = null;
    else if (this.isOnline) this.retry ??= setTimeout(() => this.drain(), retryMs);
  }

  private keep(item: OutboxItem): void {
    const isKept = this.line.storage.write(prefix + item.opId, JSON.stringify(item));
    if (!isKept) this.isLasting = false;
    const others = this.items.filter((known) => known.opId !== item.opId);
    this.items = [...others, item].sort((a, b) => a.putAt - b.putAt);
  }

  private forget(opId: OpId): void {
    this.line.storage.remove(prefix + opId);
    this.items = this.items.filter((item) => item.opId !== opId);
  }
}
