// The only mutable thing in the server: queue → decide → append in groups → evolve → acknowledge → notify. What arrived in
// one turn of the event loop is one transaction; nobody is told anything before it is on the disk.
import { randomBytes } from 'node:crypto';
import type { Command } from '#domain/commands.ts';
import { decide } from '#domain/decide.ts';
import { evolve } from '#domain/evolve.ts';
import type { Fact, Recorded } from '#domain/facts.ts';
import type { OpId } from '#domain/ids.ts';
import { isNotYet, isRefusal } from '#domain/refusals.ts';
import type { Seat } from '#domain/seat.ts';
import { emptyState, type FinalState } from '#domain/state.ts';
import { canonicalJson, genesisHash, sha256 } from '#db/chain.ts';
import { JournalFailure, type Journal, type JournalRecord, type NewEntry } from '#db/journal.ts';
import type { Answer } from '#protocol/messages.ts';
import type { EventClock } from './event-clock.ts';
import type { StorageWatch } from './storage-watch.ts';

interface Waiting {
  readonly seat: Seat;
  readonly device: string;
  readonly opId: OpId;
  readonly command: Command;
  readonly answer: (answer: Answer) => void;
}

type Asked = Pick<Waiting, 'seat' | 'device' | 'opId'> & Pick<Recorded, 'at'>;
type Accepted = Extract<Answer, { ok: true }>;

function toRecorded({ seq, at, by, device, opId, body }: JournalRecord): Recorded {
  return {
    seq,
    at: at as Recorded['at'],
    by: JSON.parse(by) as Seat,
    device,
    opId: opId as OpId,
    fact: JSON.parse(body) as Fact,
  };
}

/** What an operation is answered: the number of its last fact and, for a score, its receipt. */
function acceptedBy({ seq, at, fact }: Recorded, before: Accepted | undefined): Accepted {
  const receipt = 'receipt' in fact ? fact.receipt : (before?.receipt ?? null);
  return { ok: true, seq, at, receipt, isHeld: fact.type === 'score.held' || (before?.isHeld ?? false) };
}

interface Refused {
  readonly opHash: string;
  readonly answer: Answer;
  /** A "no" to the state that earlier commands would have made is none when they could not be written. */
  readonly isFinal: boolean;
}

const notStored: Answer = { ok: false, code: 'server.storage-failed', params: {}, retryable: true };

const answerRefused = ({ answer, isFinal }: Refused, isWritten: boolean): Answer =>
  isFinal || isWritten ? answer : notStored;

const makeOpId = () => randomBytes(16).toString('hex') as OpId;

/** More than can be under way at once. */
const refusalsKept = 10_000;

/** What one turn of the event loop is about to write: later commands are decided on the state that the earlier ones will make. */
class Draft {
  state: FinalState;
  readonly entries: NewEntry[] = [];
  readonly facts: Recorded[] = [];
  readonly operations = new Map<OpId, string>();
  readonly refusals = new Map<OpId, Refused>();
  private seq: number;

  constructor(state: FinalState, seq: number) {
    this.state = state;
    this.seq = seq;
  }

  add({ seat, device, opId, at }: Asked, opHash: string, decided: readonly Fact[]): void {
    const by = canonicalJson(seat);
    for (const fact of decided) {
      const recorded: Recorded = { seq: (this.seq += 1), at, by: seat, device, opId, fact };
      this.state = evolve(this.state, recorded);
      this.facts.push(recorded);
      this.entries.push({ at, opId, opHash, by, device, type: fact.type, body: canonicalJson(fact) });
    }
    this.operations.set(opId, opHash);
  }
}

export class LiveEvent {
  state: FinalState = emptyState;
  /** Hash of the newest record: printed on the summary, it stands for everything before it. */
  headHash = genesisHash;
  private readonly journal: Journal;
  private readonly clock: EventClock;
  private readonly storage: StorageWatch;
  private readonly answers = new Map<
    OpId,
    { readonly opHash: string; readonly by: string; readonly accepted: Accepted }
  >();
  /** Final answers to what was refused while the server runs, oldest first. Nobody asks again after a new start who has heard "no". */
  private readonly refusals = new Map<OpId, Refused>();
  private readonly conflicts = new Set<OpId>();
  private readonly listeners = new Set<() => void>();
  private queue: Waiting[] = [];

  constructor(journal: Journal, clock: EventClock, storage: StorageWatch) {
    this.journal = journal;
    this.clock = clock;
    this.storage = storage;
    for (const record of journal.read()) {
      const recorded = toRecorded(record);
      this.take(record, recorded, evolve(this.state, recorded));
      clock.notBefore(record.at);
    }
  }

  get epoch(): string {
    return this.journal.epoch;
  }

  get ancestors(): readonly string[] {
    return this.journal.ancestors;
  }

  get seq(): number {
    return this.journal.lastSeq;
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Resolves only when the facts are on disk, or with the reason why there are none. The same operation gets the same answer. */
  submit(seat: Seat, device: string, opId: OpId, command: Command): Promise<Answer> {
    return new Promise((answer) => {
      this.queue.push({ seat, device, opId, command, answer });
      if (this.queue.length === 1) setImmediate(() => this.flush());
    });
  }

  /** Whether the journal holds this operation, whatever it asked for, from this seat. */
  hasFrom(seat: Seat, opId: OpId): boolean {
    return this.answers.get(opId)?.by === canonicalJson(seat);
  }

  /** What is on the disk, and what it has made of the state. */
  private take(record: JournalRecord, recorded: Recorded, state: FinalState): void {
    this.state = state;
    this.headHash = record.hash;
    const { opId } = recorded;
    const accepted = acceptedBy(recorded, this.answers.get(opId)?.accepted);
    this.answers.set(opId, { opHash: record.opHash, by: record.by, accepted });
  }

  private flush(): void {
    const group = this.queue;
    this.queue = [];
    const draft = new Draft(this.state, this.seq);
    const conflicted = new Set<OpId>();
    let isWritten = false;
    const later: (() => void)[] = [];
    for (const { seat, device, opId, command, answer } of group) {
      const opHash = sha256(canonicalJson({ seat, command }));
      const known = this.answers.get(opId)?.opHash ?? draft.operations.get(opId);
      const no = this.refusals.get(opId) ?? draft.refusals.get(opId);
      const at = this.clock.now();
      if (known !== undefined && known !== opHash) {
        // Once, however often it is sent: who tried to give an operation another content.
        if (!this.conflicts.has(opId) && !conflicted.has(opId))
          draft.add({ seat, device, opId: makeOpId(), at }, opHash, [
            { type: 'operation.conflicted', operation: opId, attempted: command.type },
          ]);
        conflicted.add(opId);
        later.push(() => answer({ ok: false, code: 'operation.conflict', params: {}, retryable: false }));
        continue;
      }
      if (no?.opHash === opHash) {
        later.push(() => answer(answerRefused(no, isWritten)));
        continue;
      }
      if (known === undefined) {
        const entropy = randomBytes(1024).toString('hex');
        const decided = decide(draft.state, seat, command, { at, opId, device, entropy });
        if (isRefusal(decided)) {
          const refused: Refused = {
            opHash,
            answer: { ok: false, code: decided.refused, params: decided.params, retryable: false },
            isFinal: draft.entries.length === 0,
          };
          if (!isNotYet(decided)) draft.refusals.set(opId, refused);
          later.push(() => answer(answerRefused(refused, isWritten)));
          continue;
        }
        draft.add({ seat, device, opId, at }, opHash, decided);
      }
      later.push(() => answer(this.answerTo(opId)));
    }
    isWritten = this.write(draft);
    this.remember(draft.refusals, isWritten);
    if (isWritten) conflicted.forEach((opId) => this.conflicts.add(opId));
    later.forEach((tell) => tell());
    if (isWritten) this.listeners.forEach((listener) => listener());
  }

  /** So that a copy that is still under way is not obeyed after its sender has been told "no". */
  private remember(refusals: ReadonlyMap<OpId, Refused>, isWritten: boolean): void {
    for (const [opId, refused] of refusals)
      if (refused.isFinal || isWritten) this.refusals.set(opId, { ...refused, isFinal: true });
    for (const opId of this.refusals.keys())
      if (this.refusals.size > refusalsKept) this.refusals.delete(opId);
      else break;
  }

  /** @returns whether there is anything new. */
  private write({ entries, facts, state }: Draft): boolean {
    if (entries.length === 0) return false;
    let records: readonly JournalRecord[];
    try {
      records = this.journal.append(entries);
    } catch (error) {
      // Of unknown outcome: nobody is answered, and the process ends.
      if (!(error instanceof JournalFailure) || error.isUnknown) throw error;
      // Nothing was written and nothing evolved: those who wait for these facts are told to try again.
      this.storage.failed(error);
      return false;
    }
    records.forEach((record, index) => this.take(record, facts[index] ?? toRecorded(record), state));
    return true;
  }

  private answerTo(opId: OpId): Answer {
    return this.answers.get(opId)?.accepted ?? notStored;
  }
}
