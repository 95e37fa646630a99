// What files and paper say of the votes: every holding of every poll, void ones included, with issued, used and void ballots.
import { entryCard } from '../entry-card.ts';
import type { Millis, RunId } from '../ids.ts';
import type { EntryCard } from '../stage-view.ts';
import type { Text } from '../text.ts';
import type { DefinedState } from '../topic.ts';
import { issuedCount } from './ballots.ts';
import type { Ask, BallotKind, Poll } from './poll.ts';
import { pollOf, type PollStatus, type Rejected } from './poll-run.ts';
import type { PollResult } from '../stage-view.ts';
import { pollResult } from './poll-view.ts';

export interface VoteRecord {
  readonly run: RunId;
  readonly name: Text;
  readonly ask: Ask;
  readonly ballots: BallotKind;
  readonly counts: Poll['counts'];
  readonly quorum: number | null;
  readonly entry: EntryCard | null;
  readonly status: PollStatus;
  readonly openedAt: Millis;
  readonly closedAt: Millis | null;
  readonly voidedBecause: string | null;
  /** Papers that a count by hand found invalid; 0 otherwise. */
  readonly invalid: number;
  /** What was not taken, by why; all 0 for a count by hand. */
  readonly rejected: Rejected | null;
  readonly result: PollResult | null;
  readonly isRevealed: boolean;
}

export interface BallotRecord {
  readonly issued: number;
  readonly revoked: number;
  readonly batches: readonly {
    readonly batch: number;
    readonly kind: 'codes' | 'roster';
    readonly count: number;
    readonly commitment: string;
  }[];
}

/** Oldest first. */
export function voteRecords(state: DefinedState): readonly VoteRecord[] {
  return state.pollRuns.flatMap((run): readonly VoteRecord[] => {
    const poll = pollOf(state.definition, run.poll);
    if (poll === undefined) return [];
    return [
      {
        run: run.run,
        name: poll.name,
        ask: poll.ask,
        ballots: poll.ballots,
        counts: poll.counts,
        quorum: poll.quorum?.ballots ?? null,
        entry: run.entry === null ? null : entryCard(state, run.entry),
        status: run.status,
        openedAt: run.openedAt,
        closedAt: run.closedAt,
        voidedBecause: run.voidedBecause,
        invalid: run.handCount?.invalid ?? 0,
        rejected: run.result?.rejected ?? null,
        result: pollResult(poll, run),
        isRevealed: run.isRevealed,
      },
    ];
  });
}

export const ballotRecord = ({ ballotBatches, revokedBallots }: DefinedState): BallotRecord => ({
  issued: issuedCount(ballotBatches),
  revoked: revokedBallots.size,
  batches: ballotBatches.map(({ batch, kind, count, commitment }) => ({ batch, kind, count, commitment })),
});
