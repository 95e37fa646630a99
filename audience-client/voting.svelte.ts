// This phone's ballots: the code it has, what it is choosing, what is on its way, what the hall has stored and what it refused.
// "Cast" is said of nothing that the hall has not answered.
import { deviceStorage } from '#client-kit/device-storage.ts';
import { makeOpId } from '#client-kit/op-id.ts';
import type { OpId, RunId } from '#domain/ids.ts';
import type { Choice } from '#domain/voting/choice.ts';
import type { PollView } from '#domain/stage-view.ts';
import type { CastVote, MineAnswer, VoteRefusal } from '#protocol/hall.ts';
import { codeInAddress, printedCode } from './ballot-code.ts';
import { possible } from './choosing.ts';
import type { HallLine } from './hall-line.svelte.ts';
import { keptFor, readKept, without, type ByRun, type Pending } from './kept-votes.ts';

const codeKey = 'liangfen.ballot';
const votesKey = 'liangfen.votes';
const againAfterMs = 3_000;
/** An answer within this is worth no screen of its own. */
const patientMs = 1_500;

/** A vote that was not taken, and what it said. */
export interface Refused {
  readonly why: VoteRefusal;
  readonly choice: Choice;
}

export const needsCode = ({ ballots }: PollView): boolean => ballots === 'codes' || ballots === 'roster';

export class Voting {
  code = $state('');
  /** What the hall says of the code; null while it has said nothing. */
  codeIs = $state<MineAnswer['code']>(null);
  isAsking = $state(false);
  cast = $state.raw<ByRun<CastVote>>({});
  refused = $state.raw<ByRun<Refused>>({});
  /** Votes on their way for so long that the voter should know. */
  slow = $state.raw<ByRun<true>>({});
  /** The run whose vote is being changed. */
  changing = $state<RunId | null>(null);
  /** Whether a reload would keep what is chosen and on its way. */
  isKept = $state(true);
  private kept = $state.raw(readKept(null));
  private readonly storage = deviceStorage();
  private readonly line: HallLine;
  private readonly underWay: Record<RunId, OpId> = {};

  constructor(line: HallLine) {
    this.line = line;
    this.kept = readKept(this.storage.read(votesKey));
    this.readCode();
    window.addEventListener('hashchange', () => {
      if (this.readCode()) void this.askMine();
    });
  }

  /** The hall is heard (again): what it has of this phone, and then what waits. */
  begin(epoch: string): void {
    this.kept = keptFor(epoch, this.kept);
    void this.askMine();
    for (const run of Object.keys(this.kept.pending)) void this.deliver(run as RunId);
  }

  useCode(code: string): void {
    this.take(code);
    if (!this.storage.write(codeKey, code)) history.replaceState(null, '', code === '' ? '#' : `#b=${code}`);
    void this.askMine();
  }

  get printedCode(): string {
    return printedCode(this.code);
  }

  pendingOf = (run: RunId): Pending | null => this.kept.pending[run] ?? null;

  /** Cast, or on its way. */
  isDone = (run: RunId): boolean =>
    (this.cast[run] !== undefined && this.changing !== run) || this.pendingOf(run) !== null;

  draftOf(poll: PollView): Choice {
    const { run } = poll;
    const draft = this.kept.drafts[run] ?? (this.changing === run ? this.cast[run]?.choice : undefined);
    return possible(poll, draft ?? []);
  }

  choose(run: RunId, choice: Choice): void {
    this.keep({ drafts: { ...this.kept.drafts, [run]: choice } });
  }

  change(run: RunId | null): void {
    if (this.changing !== null) this.keep({ drafts: without(this.kept.drafts, this.changing) });
    if (run !== null) this.refused = without(this.refused, run);
    this.changing = run;
  }

  vote(poll: PollView): void {
    const { run } = poll;
    const choice = this.draftOf(poll);
    if (choice.length === 0 || this.pendingOf(run) !== null) return;
    const code = needsCode(poll) ? this.code : '';
    this.refused = without(this.refused, run);
    this.keep({ pending: { ...this.kept.pending, [run]: { opId: makeOpId(), choice, code } } });
    setTimeout(() => this.noteSlow(run), patientMs);
    void this.deliver(run);
  }

  /** Sends all that waits at once. */
  hurry(): void {
    for (const run of Object.keys(this.kept.pending)) void this.deliver(run as RunId);
  }

  private async deliver(run: RunId): Promise<void> {
    const pending = this.pendingOf(run);
    if (pending === null || this.underWay[run] === pending.opId) return;
    const { opId, choice, code } = pending;
    this.underWay[run] = opId;
    const answer = await this.line.vote({ opId, run, choice, ...(code === '' ? {} : { code }) });
    delete this.underWay[run];
    if (this.pendingOf(run)?.opId !== opId) return;
    if (answer === null || (!answer.ok && answer.retryable)) {
      this.noteSlow(run);
      setTimeout(() => void this.deliver(run), againAfterMs);
      return;
    }
    this.slow = without(this.slow, run);
    if (this.changing === run) this.changing = null;
    if (answer.ok) {
      this.cast = { ...this.cast, [run]: answer };
      this.keep({ pending: without(this.kept.pending, run), drafts: without(this.kept.drafts, run) });
      return;
    }
    this.refused = { ...this.refused, [run]: { why: answer.code, choice } };
    this.keep({ pending: without(this.kept.pending, run), drafts: { ...this.kept.drafts, [run]: choice } });
    if (answer.code === 'vote.code-unknown') this.codeIs = 'unknown';
    if (answer.code === 'vote.code-revoked') this.codeIs = 'revoked';
    if (answer.code === 'vote.already-cast') void this.askMine();
  }

  private noteSlow(run: RunId): void {
    if (this.pendingOf(run) !== null) this.slow = { ...this.slow, [run]: true };
  }

  private async askMine(): Promise<void> {
    const { code } = this;
    this.isAsking = true;
    const answer = await this.line.mine(code === '' ? {} : { code });
    if (code !== this.code) return;
    this.isAsking = false;
    if (answer === null) return;
    this.codeIs = answer.code;
    this.cast = Object.fromEntries(answer.votes.map((vote) => [vote.run, vote]));
  }

  /** @returns whether the address brought another code. The address is the one place left where nothing else keeps it. */
  private readCode(): boolean {
    const brought = codeInAddress(location.hash);
    const before = this.code;
    const code = brought === '' ? (this.storage.read(codeKey) ?? before) : brought;
    if (brought !== '' && this.storage.write(codeKey, brought))
      history.replaceState(null, '', location.pathname + location.search);
    if (code === before) return false;
    this.take(code);
    return true;
  }

  /** What another code has cast is not this one's. */
  private take(code: string): void {
    this.code = code;
    this.codeIs = null;
    this.cast = {};
    this.refused = {};
    this.changing = null;
  }

  private keep(change: Partial<typeof this.kept>): void {
    this.kept = { ...this.kept, ...change };
    this.isKept = this.storage.write(votesKey, JSON.stringify(this.kept));
  }
}
