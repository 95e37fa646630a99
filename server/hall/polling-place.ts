// Where phones cast their ballots, over the lane and from the page without script alike: looks at the ballot, the run and the
// choice, and answers only after the box has it on the disk. What arrives in one turn of the event loop is one transaction.
import { Compile } from 'typebox/compile';
import type { BallotBox, BallotId, Cast, Vote } from '#db/ballot-box.ts';
import { JournalFailure } from '#db/journal.ts';
import type { Millis, RunId } from '#domain/ids.ts';
import { canonicalChoice } from '#domain/voting/choice.ts';
import type { Rejected } from '#domain/voting/poll-run.ts';
import {
  MineMessageSchema,
  VoteMessageSchema,
  type BoxBatch,
  type BoxRun,
  type CastVote,
  type MineAnswer,
  type MineMessage,
  type VoteAnswer,
  type VoteMessage,
  type VoteRefusal,
} from '#protocol/hall.ts';
import type { MessageBudget } from '../message-budget.ts';
import { BallotRoll } from './ballot-roll.ts';

/** Whoever sends something: limits hang on the connection and on the ballot, for a whole hall has one address. */
export interface Caller {
  /** By its cookie; null without one, and with one that the hall has not made. */
  readonly phone: BallotId | null;
  readonly budget: MessageBudget;
}

/** A code that was never issued costs as much as six votes more. */
const wrongCodeCost = 6;

const voteMessage = Compile(VoteMessageSchema);
const mineMessage = Compile(MineMessageSchema);

interface Waiting {
  readonly vote: Vote;
  readonly answer: (answer: VoteAnswer) => void;
}

const refused = (code: VoteRefusal, retryable = false): VoteAnswer => ({ ok: false, code, retryable });

const toCastVote = ({ run, choice, receipt, at }: CastVote): CastVote => ({ run, choice, receipt, at });

export class PollingPlace {
  private readonly box: BallotBox;
  private readonly now: () => number;
  private readonly runs = new Map<RunId, BoxRun>();
  private readonly listeners = new Set<() => void>();
  private roll = new BallotRoll();
  private queue: Waiting[] = [];

  constructor(box: BallotBox, now: () => number = Date.now) {
    this.box = box;
    this.now = now;
  }

  /** Told whenever the box has taken something. */
  onVotes(listener: () => void): void {
    this.listeners.add(listener);
  }

  /** @returns the ones that the box knows; it cannot be told of a new one while the disk is full. */
  takeRuns(runs: readonly BoxRun[]): readonly BoxRun[] {
    const opened = runs.filter((run) => this.isInBox(run));
    this.runs.clear();
    for (const run of runs) this.runs.set(run.run, run);
    this.revoke();
    return opened;
  }

  takeBallots(batches: readonly BoxBatch[], revoked: readonly number[]): void {
    this.roll = new BallotRoll(batches, revoked);
    this.revoke();
  }

  /** Never rejects, and never answers "stored" before it is. */
  cast(message: unknown, caller: Caller): Promise<VoteAnswer> {
    if (!voteMessage.Check(message)) return Promise.resolve(refused('vote.malformed'));
    if (!caller.budget.spend()) return Promise.resolve(refused('vote.too-many-tries', true));
    const seen = this.look(message, caller);
    return typeof seen === 'string'
      ? Promise.resolve(refused(seen, seen === 'vote.not-stored'))
      : new Promise((answer) => {
          this.queue.push({ vote: seen, answer });
          if (this.queue.length === 1) setImmediate(() => this.flush());
        });
  }

  /** What this very phone has cast, by itself and with that code. Null: it asks too much and is not answered. */
  mine(message: unknown, { phone, budget }: Caller): MineAnswer | null {
    if (!mineMessage.Check(message) || !budget.spend()) return null;
    const { code }: MineMessage = message;
    const found = code === undefined ? null : this.roll.find(code);
    if (found?.state === 'unknown') budget.charge(wrongCodeCost);
    const votes = [...this.runs.values()].flatMap((known) => {
      const { run, ballots } = known;
      const ballot =
        ballots === 'device' ? phone : found?.state === 'good' && found.kind === ballots ? found.ballot : null;
      const vote = ballot === null || !this.isInBox(known) ? null : this.box.find(run, ballot);
      // A code that somebody has read off another's card says nothing of that vote.
      return vote === null || vote.phone !== phone ? [] : [toCastVote(vote)];
    });
    return { code: found?.state ?? null, votes };
  }

  /** What has reached the hall is in the box after this. */
  flush(): void {
    const group = this.queue;
    if (group.length === 0) return;
    this.queue = [];
    let casts: readonly Cast[];
    try {
      casts = this.box.cast(group.map(({ vote }) => vote));
    } catch (error) {
      // Of unknown outcome: nobody is answered, and the process ends.
      if (!(error instanceof JournalFailure) || error.isUnknown) throw error;
      group.forEach(({ answer }) => answer(refused('vote.not-stored', true)));
      return;
    }
    casts.forEach((cast, at) => group[at]?.answer(this.answerTo(cast, group[at].vote.run)));
    this.listeners.forEach((listener) => listener());
  }

  /** The vote as the box takes it, or why it is not taken; then it is counted among the rejected. */
  private look({ opId, run: id, choice, code }: VoteMessage, { phone, budget }: Caller): Vote | VoteRefusal {
    const run = this.runs.get(id);
    if (run === undefined || run.ballots === 'hand-count') return 'vote.not-open';
    if (!this.isInBox(run)) return 'vote.not-stored';
    const reject = (why: keyof Rejected, refusal: VoteRefusal): VoteRefusal => {
      this.box.reject(id, why);
      return refusal;
    };
    if (phone === null) return reject('unknown', 'vote.device-unknown');
    let ballot = phone;
    if (run.ballots !== 'device') {
      if (code === undefined) return 'vote.code-missing';
      const found = this.roll.find(code);
      if (found.state === 'revoked') return reject('revoked', 'vote.code-revoked');
      if (found.state !== 'good' || found.kind !== run.ballots) {
        budget.charge(wrongCodeCost);
        return reject('unknown', 'vote.code-unknown');
      }
      ({ ballot } = found);
    }
    const canonical = canonicalChoice(run.ask, run.options, choice);
    if (canonical === null) return 'vote.choice-impossible';
    const isOpen = run.status === 'open' || run.status === 'closing';
    // A sealed box still knows what it was given: a vote whose answer got lost is answered with its receipt.
    if (!isOpen && !this.box.isSealed(id)) return reject('late', 'vote.too-late');
    return { run: id, ballot, phone, choice: canonical, opId, at: this.now() as Millis };
  }

  private isInBox(run: BoxRun): boolean {
    try {
      const { ask, mayChange, openedAt, options } = run;
      this.box.open({ run: run.run, ask, mayChange, openedAt, options });
      return true;
    } catch (error) {
      if (!(error instanceof JournalFailure) || error.isUnknown) throw error;
      return false;
    }
  }

  private answerTo(cast: Cast, run: RunId): VoteAnswer {
    switch (cast.outcome) {
      case 'stored':
      case 'again':
        return { ok: true, ...toCastVote(cast.vote) };
      case 'already-cast':
        return refused('vote.already-cast');
      case 'sealed':
        return refused(this.runs.get(run)?.status === 'void' ? 'vote.not-open' : 'vote.too-late');
    }
  }

  private revoke(): void {
    const ballots = this.roll.revokedBallots();
    if (ballots.length === 0) return;
    this.flush();
    if (this.box.revoke(ballots) > 0) this.listeners.forEach((listener) => listener());
  }
}
