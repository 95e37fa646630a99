// The contract of the ballot box: what the crowd does. Votes have no order among each other, only one each; that is why they
// are not facts of the journal. Closing a poll seals its box and writes tally and digest into the journal, after which
// nothing in the box can be changed unseen. An engine is one file that implements this, owned by the hall's process alone.
import type { Millis, OpId, RunId } from '#domain/ids.ts';
import type { Choice, Option } from '#domain/voting/choice.ts';
import type { Poll } from '#domain/voting/poll.ts';
import type { Rejected } from '#domain/voting/poll-run.ts';
import type { Tally } from '#domain/voting/tally.ts';

/** One voter's paper: a printed code or a device, already turned into a hash (128 bits in hex). Nobody's name is in the box. */
export type BallotId = string & { readonly __brand: 'BallotId' };

/** What a run is about, fixed when it is opened. */
export interface Paper extends Pick<Poll, 'ask' | 'mayChange'> {
  readonly run: RunId;
  /** Which holding of that name: after a restore a run may be opened anew under a name that the box has seen. */
  readonly openedAt: Millis;
  readonly options: readonly Option[];
}

export interface Vote {
  readonly run: RunId;
  readonly ballot: BallotId;
  /** The phone it came from. Only the phone that cast a ballot first is told of it again, and may change it. */
  readonly phone: BallotId;
  /** As `canonicalChoice` gives it, so that equal choices are equal bytes. */
  readonly choice: Choice;
  /** The operation that cast it: a phone that got no answer sends the same one again. */
  readonly opId: OpId;
  readonly at: Millis;
}

/** A vote that is on the disk. */
export interface StoredVote extends Vote {
  /** Ten characters, random: stands for this one vote and says nothing of who cast it. */
  readonly receipt: string;
}

/**
 * `stored`: it is in the box and on the disk; `again` when this very operation had been stored before. `already-cast`: the
 * ballot was used by another operation, or from another phone; that vote stands. `sealed`: too late.
 */
export type Cast =
  { readonly outcome: 'stored' | 'again'; readonly vote: StoredVote } | { readonly outcome: 'already-cast' | 'sealed' };

export interface Seal {
  readonly tally: Tally;
  readonly rejected: Rejected;
  /** Root over the leaves of all votes, in hex: `voteLeaf` and `merkleRoot` say how. */
  readonly digest: string;
}

export interface BallotBox {
  /** 256 bits that never leave the box's process: what it hands out to phones is signed with it. */
  readonly key: Buffer;
  /** Makes the run known, newly or again after a start; the first call decides what its paper says. */
  open(paper: Paper): void;
  isSealed(run: RunId): boolean;
  /**
   * Takes a group in one transaction and returns only after it is on the disk, with one outcome per vote, in order. Unique
   * per (run, ballot): the first to arrive is the one that counts, inside a group as well. Where the paper lets it be
   * changed, a new operation from the same phone takes the place of the former vote, which stays readable. Calling again
   * with the same votes changes nothing and answers `again`, also after the seal.
   * @throws JournalFailure as the journal's append does; nobody may then be told that a vote was stored.
   */
  cast(votes: readonly Vote[]): readonly Cast[];
  /**
   * Counts an attempt that was not taken. Written with the next group or by `writeDown`: a number that is lost with the power
   * cord was promised to nobody.
   */
  reject(run: RunId, why: keyof Rejected): void;
  /** @throws JournalFailure as cast does. */
  writeDown(): void;
  /**
   * Takes the votes of these ballots out of every run that is not sealed; they stay readable among the former ones.
   * @returns how many that were. @throws JournalFailure as cast does.
   */
  revoke(ballots: readonly BallotId[]): number;
  /** What a ballot's vote is now; null when it has none. */
  find(run: RunId, ballot: BallotId): StoredVote | null;
  /** The count at this moment; costs one read however many votes there are. */
  tally(run: RunId): Tally;
  /** Ends the run for ever and says what is in it, counted anew from the votes. Sealing again gives the same answer. */
  seal(run: RunId): Seal;
  /** Every vote that counts, in no order that says when it came. */
  read(run: RunId): Iterable<StoredVote>;
  /** What was changed or revoked. */
  readFormer(run: RunId): Iterable<StoredVote>;
  /** Sorted, in hex; null as long as the run is not sealed. */
  leaves(run: RunId): readonly string[] | null;
  /** Writes a copy of everything as it stands at one moment while votes go on. */
  copyTo(file: string): Promise<void>;
  /** A second call does nothing. */
  close(): void;
}
