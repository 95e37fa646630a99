// What the console is told of polls and ballots.
import type { EntryId, Millis, PollId, RunId } from '../ids.ts';
import type { PollResult } from '../stage-view.ts';
import type { Text } from '../text.ts';
import type { Poll } from '../voting/poll.ts';
import type { PollStatus, Rejected } from '../voting/poll-run.ts';

export interface PollRunRow {
  readonly run: RunId;
  readonly entry: EntryId | null;
  readonly options: readonly string[];
  readonly status: PollStatus;
  readonly openedAt: Millis;
  readonly closesAt: Millis | null;
  readonly closedAt: Millis | null;
  /** Who counted by hand first; null before, and where nobody does. The count itself waits for the second person's. */
  readonly teller: string | null;
  readonly isRevealed: boolean;
  readonly voidedBecause: string | null;
  readonly result: (PollResult & { readonly rejected: Rejected }) | null;
  /** Entries the part of the score did not get a figure for: left, already shown, settled, or nobody rated them. */
  readonly uncounted: readonly EntryId[];
}

export interface PollDesk {
  readonly id: PollId;
  readonly name: Text;
  readonly ask: Poll['ask'];
  readonly ballots: Poll['ballots'];
  readonly whileOpen: Poll['whileOpen'];
  readonly counts: Poll['counts'];
  readonly quorum: NonNullable<Poll['quorum']> | null;
  /** Newest first. */
  readonly runs: readonly PollRunRow[];
  /** Where it can be opened: about these entries, or, with null, across all. */
  readonly openable: readonly (EntryId | null)[];
}

export interface BallotDesk {
  readonly codes: number;
  readonly roster: number;
  readonly issued: number;
  readonly revoked: readonly number[];
}
