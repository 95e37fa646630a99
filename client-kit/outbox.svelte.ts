// Scores on their way: each is given its operation id and stored on the device before it is sent for the first time, and
// is sent again until the server has answered. One press is one score, whatever the network, a reload or a restart does.
import type { Command } from '#domain/commands.ts';
import type { EntryId, OpId } from '#domain/ids.ts';
import type { Answer } from '#protocol/messages.ts';
import type { DeviceStore } from './device-store.ts';
import { makeOpId } from './op-id.ts';
import {
  inOrder,
  readItem,
  type Accepted,
  type Answered,
  type OutboxItem,
  type Sender,
  type Submission,
  type TakingBack,
} from './outbox-item.ts';

export interface OutboxLine {
  readonly store: DeviceStore;
  readonly send: (command: Command, opId: OpId) => Promise<Answer>;
  /** The server's clock, in ms. */
  readonly now: () => number;
}

export const outboxPrefix = 'liangfen.outbox/';
/** Asked again every second until there is an answer (design: the state `unsure`). */
const retryMs = 1000;
/** An afternoon's scores at once are paced: the server takes a device that sends more than a hand could for a broken one. */
const mostAtOnce = 4;
const paceMs = 250;
/** No event lasts that long, and tablets are lent again. */
const keepMs = 14 * 24 * 3600 * 1000;
/** The restored event has gone on without this score: whether it counts is the operator's decision. */
const overtaken: readonly string[] = ['sheet.locked', 'sheet.version-conflict'];

export class Outbox {
  /** Everything stored on this device, of this sender and of others, delivered or not, oldest first. */
  items = $state.raw<readonly OutboxItem[]>([]);
  /** What the server has answered since this page was loaded. */
  answered = $state.raw<readonly Answered[]>([]);
  /** When the running series of tries began; null while there is none. */
  tryingSince = $state<number | null>(null);
  /** False once the browser refused to store something: then only this open page holds it. */
  isLasting = $state(true);
  /** Scores whose sheet the restored event has not opened yet. */
  parked = $state.raw<readonly OpId[]>([]);
  private readonly line: OutboxLine;
  private sender = $state.raw<Sender | null>(null);
  private underWay: readonly OpId[] = [];
  private isOnline = false;
  private retry: ReturnType<typeof setTimeout> | null = null;

  constructor(line: OutboxLine) {
    this.line = line;
    const { store } = line;
    this.items = store
      .keys(outboxPrefix)
      .flatMap((key) => readItem(store.read(key)) ?? [])
      .sort(inOrder);
  }

  /** This seat's newest score for that entry which the server has not taken yet. */
  itemFor(entry: EntryId): OutboxItem | null {
    const own = this.own().filter((item) => item.command.entry === entry && !this.parked.includes(item.opId));
    return own[own.length - 1] ?? null;
  }

  /** Whether a score of that entry waits for its sheet to open again. */
  isParked(entry: EntryId): boolean {
    return this.items.some((item) => item.command.entry === entry && this.parked.includes(item.opId));
  }

  /** Waiting for the server, refused ones not among them. */
  waiting(): readonly OutboxItem[] {
    return this.own().filter((item) => item.refusal === null);
  }

  /** This sender's scores that the server does not have, waiting or refused. */
  own(): readonly OutboxItem[] {
    return this.items.filter((item) => this.isOwn(item) && item.delivered?.epoch !== this.sender?.epoch);
  }

  /** Whatever no server has ever answered, whoever pressed it. */
  undelivered(): readonly OutboxItem[] {
    return this.items.filter((item) => item.delivered === null && item.refusal === null);
  }

  /** Undelivered scores of other seats or events that this tablet still holds. */
  foreign(): readonly OutboxItem[] {
    return this.undelivered().filter((item) => !this.isOwn(item));
  }

  /** Only this sender's scores are sent from now on: those of the event's earlier epochs among them. */
  sendAs(sender: Sender): void {
    if (this.sender?.seat === sender.seat && this.sender.epoch === sender.epoch) return;
    this.sender = sender;
    this.parked = [];
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
    void this.keep(this.made(sender, command, total, makeOpId()));
    this.drain();
  }

  /** What was sent with somebody waiting and has been taken: a restored event may have to be told again. */
  remember(sender: Sender, command: TakingBack, opId: OpId, answer: Accepted): void {
    const item = this.made(sender, command, '', opId);
    void this.keep({ ...item, wasSent: true, delivered: this.delivery(answer) });
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

  /** These sheets can be scored: what waited for them goes on. */
  opened(entries: readonly EntryId[]): void {
    const isStill = (opId: OpId) =>
      !this.items.some((item) => item.opId === opId && entries.includes(item.command.entry));
    if (this.parked.every(isStill)) return;
    this.parked = this.parked.filter(isStill);
    this.drain();
  }

  /** Asks now instead of in a second. */
  drain(): void {
    if (this.retry !== null) clearTimeout(this.retry);
    this.retry = null;
    const due = this.due();
    if (due.length === 0) this.tryingSince = null;
    if (!this.isOnline || due.length === 0) return;
    this.tryingSince ??= this.line.now();
    for (const item of due) {
      if (this.underWay.length >= mostAtOnce) break;
      if (!this.underWay.includes(item.opId)) void this.deliver(item);
    }
  }

  /** What another device or the operator's desk has seen to. */
  forget(opId: OpId): void {
    void this.line.store.remove(outboxPrefix + opId);
    this.items = this.items.filter((item) => item.opId !== opId);
  }

  /** Delivered ones only: what no server has is never thrown away. */
  forgetOld(now: number): void {
    for (const { opId, delivered } of this.items)
      if (delivered !== null && now - delivered.at > keepMs) this.forget(opId);
  }

  close(): void {
    if (this.retry !== null) clearTimeout(this.retry);
    this.isOnline = false;
  }

  /** The oldest of each entry: a later version is decided on the earlier one. */
  private due(): readonly OutboxItem[] {
    const waiting = this.waiting().filter(({ opId }) => !this.parked.includes(opId));
    return waiting.filter(
      (item, index) => waiting.findIndex(({ command }) => command.entry === item.command.entry) === index,
    );
  }

  private isOwn({ seat, epoch }: OutboxItem): boolean {
    const { sender } = this;
    return sender !== null && seat === sender.seat && (epoch === sender.epoch || sender.ancestors.includes(epoch));
  }

  private made(sender: Sender, command: OutboxItem['command'], total: string, opId: OpId): OutboxItem {
    const order = 1 + Math.max(0, ...this.items.map((item) => item.order));
    const { epoch, seat } = sender;
    const putAt = this.line.now();
    const fresh = { wasSent: false, refusal: null, delivered: null, offeredAs: null };
    return { opId, epoch, seat, command, total, order, putAt, ...fresh };
  }

  private delivery({ seq, at, receipt, isHeld }: Accepted) {
    return { epoch: this.sender?.epoch ?? '', seq, at, receipt, isHeld };
  }

  private async deliver(item: OutboxItem): Promise<void> {
    this.underWay = [...this.underWay, item.opId];
    const { sender } = this;
    await this.keep({ ...item, wasSent: true });
    const answer = await this.ask(item);
    this.underWay = this.underWay.filter((opId) => opId !== item.opId);
    // An answer that another event's server gave to another sender says nothing about this one.
    if (sender === this.sender) this.take({ ...item, wasSent: true }, answer);
    if (this.waiting().length === 0) this.tryingSince = null;
    else if (this.isOnline) this.goOn(answer.ok || !answer.retryable);
  }

  private goOn(isAnswered: boolean): void {
    if (isAnswered && this.due().length <= mostAtOnce) this.drain();
    else this.retry ??= setTimeout(() => this.drain(), isAnswered ? paceMs : retryMs);
  }

  private ask({ command, opId, offeredAs }: OutboxItem): Promise<Answer> {
    if (offeredAs === null || command.type === 'score.take-back') return this.line.send(command, opId);
    const { entry, marks, remark } = command;
    return this.line.send({ type: 'score.offer', entry, marks, remark }, offeredAs);
  }

  private take(item: OutboxItem, answer: Answer): void {
    const { command, total } = item;
    if (answer.ok) {
      const delivered = this.delivery(answer);
      void this.keep({ ...item, delivered });
      if (command.type === 'score.take-back') return;
      const others = this.answered.filter((known) => known.entry !== command.entry);
      this.answered = [...others, { ...delivered, entry: command.entry, total }];
    } else if (!answer.retryable) this.refused(item, answer);
  }

  private refused(item: OutboxItem, { code, params }: Extract<Answer, { ok: false }>): void {
    const isFromBefore = item.epoch !== this.sender?.epoch;
    if (isFromBefore && code === 'scoring.not-open') this.parked = [...this.parked, item.opId];
    else if (isFromBefore && item.command.type === 'score.take-back') this.forget(item.opId);
    else if (isFromBefore && item.offeredAs === null && overtaken.includes(code))
      void this.keep({ ...item, offeredAs: makeOpId() });
    else void this.keep({ ...item, refusal: { code, params } });
  }

  private async keep(item: OutboxItem): Promise<void> {
    const others = this.items.filter((known) => known.opId !== item.opId);
    this.items = [...others, item].sort(inOrder);
    const isKept = await this.line.store.write(outboxPrefix + item.opId, JSON.stringify(item));
    if (!isKept) this.isLasting = false;
  }
}
