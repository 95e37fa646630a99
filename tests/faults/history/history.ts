// What the devices asked and were told, what the displays showed, what the nemesis did: the driver's own knowledge, against which
// the journal is held in the end. An operation without an answer may or may not have happened, for ever.
import { writeFileSync } from 'node:fs';
import { inMs, nanos } from '../clock.ts';
import type { Answer, Command } from '../wire/messages.ts';
import { Counters } from './counters.ts';

export interface Seat {
  readonly role: string;
  readonly seat?: string;
}

export class Op {
  readonly opId: string;
  /** The device, by name. */
  readonly owner: string;
  readonly seat: Seat;
  readonly command: Command;
  readonly invokedAt = nanos();
  readonly answers: { readonly at: number; readonly answer: Answer }[] = [];
  sends = 0;
  /** The first answer that is not "try again"; null while there is none, and for ever when its device was lost. */
  final: Answer | null = null;
  /** Resolves with the final answer, or null when nobody waits for it any more. */
  readonly settled: Promise<Answer | null>;
  private settle: (answer: Answer | null) => void = () => {};

  constructor(opId: string, owner: string, seat: Seat, command: Command) {
    this.opId = opId;
    this.owner = owner;
    this.seat = seat;
    this.command = command;
    this.settled = new Promise((resolve) => (this.settle = resolve));
  }

  answered(answer: Answer): void {
    this.answers.push({ at: nanos(), answer });
    if (this.final !== null || (!answer.ok && answer.retryable)) return;
    this.final = answer;
    this.settle(answer);
  }

  /** Its device is lost: what it held stays unknown. */
  abandon(): void {
    this.settle(null);
  }
}

/** What a display was sent. */
export interface Frame {
  readonly at: number;
  readonly display: string;
  readonly epoch: string;
  readonly seq: number;
  /** The view's JSON as it came. */
  readonly view: string;
}

/** A head of the journal that somebody outside was told. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

export interface Start {
  readonly at: number;
  /** To the printed address; null when it was killed before. */
  readonly readyMs: number | null;
  /** From the process's start to the first acknowledgement. */
  firstAckMs: number | null;
  /** The journal's length when it came up. */
  readonly seq: number | null;
}

/** A backup that the operator asked for and was told is good. */
export interface AskedBackup {
  readonly name: string;
  readonly seq: number;
  /** When it was asked for. */
  readonly at: number;
}

export class History {
  readonly ops = new Map<string, Op>();
  /** The same operation's id with other content, sent on purpose. */
  readonly forged: Op[] = [];
  readonly frames: Frame[] = [];
  readonly heads: Head[] = [];
  readonly backups: AskedBackup[] = [];
  readonly starts: Start[] = [];
  readonly counters = new Counters();
  /** What went wrong while it ran, in words. */
  readonly troubles: string[] = [];
  /** It took longer than it may: on a busy machine that need not be the product's doing. */
  isOutOfTime = false;
  readonly memoryMb: number[] = [];
  /** What a start of nothing took, in between. */
  readonly floorMs: number[] = [];
  joins = 0;
  /** Score operations that devices were told are recorded. */
  acknowledged = 0;
  /** Milliseconds from quiet to the same picture everywhere. */
  readonly convergedMs: number[] = [];
  private readonly trace: string[] = [];
  private readonly asked: (Op | undefined)[] = [];

  invoke(op: Op): Op {
    this.ops.set(op.opId, op);
    this.tell(`invoke ${op.owner} ${op.opId} ${op.command.type} ${op.command.entry ?? ''}`);
    return op;
  }

  /** Every sending has a number of its own, in all connections of all devices: an answer can never be taken for another's. */
  numberFor(op: Op): number {
    op.sends += 1;
    return this.asked.push(op) - 1;
  }

  /** @returns the operation that was answered. */
  answer(number: number, answer: Answer): Op | null {
    const op = this.asked[number];
    if (op === undefined) return null;
    this.tell(`answer ${op.owner} ${op.opId} ${answer.ok ? `ok ${answer.seq}` : answer.code}`);
    if (op.answers.length > 0) this.counters.add('duplicates answered');
    const start = this.starts.at(-1);
    if (answer.ok && start !== undefined) start.firstAckMs ??= inMs(start.at);
    if (answer.ok && op.final === null && op.command.type.startsWith('score.')) this.acknowledged += 1;
    op.answered(answer);
    return op;
  }

  /** Operations whose commit a killed server had done and whose answer it had not given: told only after a new start. */
  countCaught(): void {
    for (const op of this.ops.values()) {
      const first = op.answers.find(({ answer }) => answer.ok);
      if (first === undefined || !first.answer.ok) continue;
      const { seq } = first.answer;
      const start = this.starts.find(
        ({ at, seq: length }) => at > op.invokedAt && at < first.at && length !== null && length >= seq,
      );
      if (start !== undefined) this.counters.add('operations caught between commit and answer');
    }
  }

  /** The highest number that anybody had been told by then. */
  toldUntil(at: number): number {
    let highest = 0;
    for (const op of this.ops.values())
      for (const { at: when, answer } of op.answers)
        if (answer.ok && when <= at) highest = Math.max(highest, answer.seq);
    return highest;
  }

  tell(line: string): void {
    this.trace.push(`${nanos()} ${line}`);
  }

  trouble(line: string): void {
    this.troubles.push(line);
    this.tell(`TROUBLE ${line}`);
  }

  /** Kept when a run was not good: everything needed to see why. */
  write(folder: string): void {
    writeFileSync(`${folder}/trace.txt`, this.trace.join('\n'));
    const ops = [...this.ops.values(), ...this.forged].map(({ opId, owner, seat, command, invokedAt, answers }) =>
      JSON.stringify({ opId, owner, seat, command, invokedAt, answers }),
    );
    writeFileSync(`${folder}/operations.ndjson`, ops.join('\n'));
    writeFileSync(`${folder}/frames.ndjson`, this.frames.map((frame) => JSON.stringify(frame)).join('\n'));
  }
}
