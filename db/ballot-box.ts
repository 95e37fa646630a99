// The contract of the ballot box: what the crowd does. Votes have no order among each other, only one each; that is why they
// are not facts of the journal. Closing a poll seals its box and writes tally and digest into the journal, after which
// nothing in the box can be changed unseen. An engine is one file that implements this, owned by the hall's process alone.

/** One voter's paper in one poll: a printed code or a device, already turned into a hash. Nobody's name is in the box. */
export type BallotId = string & { readonly __brand: 'BallotId' };
export type PollId = string & { readonly __brand: 'PollId' };

export interface Vote {
  readonly poll: PollId;
  readonly ballot: BallotId;
  /** Canonical JSON of what was chosen: a sorted list without doubles, so that equal choices are equal bytes. */
  readonly choice: string;
  /** The operation that cast it: a phone that got no answer sends the same one again. */
  readonly opId: string;
  /** Milliseconds since 1970 on the server's clock. */
  readonly at: number;
}

/**
 * `counted`: it is in the box and on the disk. `again`: this very operation was counted before; the phone is shown the same
 * receipt. `already-voted`: the ballot was used by another operation; that vote stands. `sealed`: too late.
 */
export type Cast = 'counted' | 'again' | 'already-voted' | 'sealed';

export interface Tally {
  readonly poll: PollId;
  readonly ballots: number;
  /** How many ballots chose it, by entry. */
  readonly votes: ReadonlyMap<string, number>;
}

export interface SealedPoll extends Tally {
  /**
   * SHA-256 over the poll's votes (ballot and choice as canonical JSON, one a line) sorted by ballot: who holds the votes
   * can count and hash them again, in whatever order they came.
   */
  readonly digest: string;
}

export interface BallotBox {
  /**
   * Takes a group in one transaction and returns only after it is on the disk, with one outcome per vote, in order. Unique
   * per (poll, ballot): the first to arrive is the one that counts, inside a group as well. Calling again with the same
   * votes changes nothing and answers `again`.
   * @throws JournalFailure as the journal's append does; nobody may then be told that a vote was counted.
   */
  cast(votes: readonly Vote[]): readonly Cast[];
  /**
   * Puts the new choice of a ballot in place of its former one while the poll is open; the former choice stays readable.
   * Repeating the operation answers `again`; a ballot that was never cast is cast.
   */
  change(votes: readonly Vote[]): readonly Cast[];
  /** What a ballot's vote is now, for the receipt on the phone; null when it has none. */
  find(poll: PollId, ballot: BallotId): Vote | null;
  /** The count at this moment; costs one read however many votes there are. */
  tally(poll: PollId): Tally;
  /** Ends the poll for ever and says what is in it. Sealing again gives the same answer. */
  seal(poll: PollId): SealedPoll;
  /** Every vote of a sealed poll, sorted by ballot, for the audit. */
  read(poll: PollId): Iterable<Vote>;
  /** A second call does nothing. */
  close(): void;
}
