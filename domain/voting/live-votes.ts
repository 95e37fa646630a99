// What the ballot box tells while a poll is open: how many ballots are in it and, only where the organiser shows them, the bars.
import type { RunId } from '../ids.ts';
import type { ResultRow } from './result-rows.ts';

export interface LiveVotes {
  readonly run: RunId;
  readonly ballots: number;
  /** Null unless the poll shows its bars while it is open. */
  readonly rows: readonly ResultRow[] | null;
}
