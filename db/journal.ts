// The contract of the journal: facts in order, numbered without gaps, chained by hash, on disk before anyone is told.
// An engine is one file that implements this; the same suite of tests is run against each.

/** What the server hands over; the journal gives it its number and its place in the chain. */
export interface NewEntry {
  /** Milliseconds since 1970 on the server's clock. */
  readonly at: number;
  /** The operation that made the fact; facts of one operation share it. */
  readonly opId: string;
  /** SHA-256 of the canonical JSON of seat and command: the same operation with other content is recognised by it. */
  readonly opHash: string;
  /** Canonical JSON of the seat. */
  readonly by: string;
  readonly device: string;
  readonly type: string;
  /** Canonical JSON of the fact. */
  readonly body: string;
}

export interface JournalRecord extends NewEntry {
  /** The journal's epoch when it was written. */
  readonly epoch: string;
  /** 1, 2, 3 … from the beginning of the event; a change of epoch leaves no gap. */
  readonly seq: number;
  /** The hash of the record before, or 64 zeros. */
  readonly prevHash: string;
  readonly hash: string;
}

export interface Journal {
  /** Changes only when an event is restored elsewhere; sessions and screens are bound to it. */
  readonly epoch: string;
  /** The epochs this event was restored from, oldest first: older records carry one of them. */
  readonly ancestors: readonly string[];
  /** 0 in an empty journal. */
  readonly lastSeq: number;
  /**
   * Writes all entries or none, and returns only after they are on the disk. Called again with the same entries it
   * writes them again: telling operations apart is the caller's business.
   * @throws JournalFailure `isUnknown` false: nothing was written, go on. True: it cannot be said; the process must end
   * and read the journal again.
   */
  append(entries: readonly NewEntry[]): readonly JournalRecord[];
  /**
   * Writes something that is no fact, to find out whether writing works again.
   * @throws JournalFailure as append does.
   */
  tryWriting(): void;
  /** Every record after the given one, in order. May be read again at any time. */
  read(afterSeq?: number): Iterable<JournalRecord>;
  /** A second call does nothing. */
  close(): void;
}

/** Why writing fails: the disk is full, or it refuses for another reason. */
export type FailureReason = 'full' | 'error';

export class JournalFailure extends Error {
  readonly isUnknown: boolean;
  readonly reason: FailureReason;
  constructor(message: string, how: { isUnknown: boolean; reason: FailureReason; cause: unknown }) {
    super(message, { cause: how.cause });
    this.name = 'JournalFailure';
    this.isUnknown = how.isUnknown;
    this.reason = how.reason;
  }
}

/** Why a data folder cannot be opened; the sentence is for the person at the keyboard. */
export class StoreUnusable extends Error {
  readonly code:
    'store.locked' | 'store.damaged' | 'store.too-new' | 'store.unwritable' | 'store.full' | 'store.failing';
  readonly detail: string;
  constructor(code: StoreUnusable['code'], detail: string, cause?: unknown) {
    super(`${code}: ${detail}`, { cause });
    this.name = 'StoreUnusable';
    this.code = code;
    this.detail = detail;
  }
}
