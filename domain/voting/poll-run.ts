// One holding of a poll, from its opening to its result. Void ones are kept beside the later ones.
import type { EventDefinition } from '../definition.ts';
import type { EntryId, Millis, PollId, RunId } from '../ids.ts';
import type { Option } from './choice.ts';
import type { Poll } from './poll.ts';
import type { Tally, TallyRow } from './tally.ts';

/** Votes that were not taken, by why. */
export interface Rejected {
  /** Another vote of a ballot that had been cast. */
  readonly repeated: number;
  /** After the box was sealed. */
  readonly late: number;
  /** Codes that were never issued. */
  readonly unknown: number;
  readonly revoked: number;
}

export interface Sealed extends Tally {
  readonly rejected: Rejected;
  /** SHA-256 in hex; null for a hand count, which has no box. */
  readonly digest: string | null;
}

/** What a teller counted. */
export interface HandCount {
  readonly counts: readonly Pick<TallyRow, 'option' | 'votes'>[];
  /** Valid ones. */
  readonly ballots: number;
  /** Papers that say nothing or too much. */
  readonly invalid: number;
  readonly teller: string;
}

/** Open; closed, while the last votes arrive and the box is sealed; counted; or void, whatever it was before. */
export type PollStatus = 'open' | 'closing' | 'counted' | 'void';

export interface PollRun {
  readonly run: RunId;
  readonly poll: PollId;
  /** The one entry it is about; null when it is across entries. */
  readonly entry: EntryId | null;
  readonly options: readonly Option[];
  readonly openedAt: Millis;
  /** When it closes by itself; null when only the operator closes it. */
  readonly closesAt: Millis | null;
  readonly closedAt: Millis | null;
  readonly status: PollStatus;
  /** A count by hand that waits for the second person. */
  readonly handCount: HandCount | null;
  readonly result: Sealed | null;
  readonly isRevealed: boolean;
  readonly voidedBecause: string | null;
}

/** Ballot codes printed or handed out together. */
export interface BallotBatch {
  readonly batch: number;
  readonly kind: 'codes' | 'roster';
  readonly from: number;
  readonly count: number;
  readonly commitment: string;
  readonly at: Millis;
}

interface WithRuns {
  readonly pollRuns: readonly PollRun[];
}

export const runOf = ({ pollRuns }: WithRuns, run: RunId): PollRun | undefined =>
  pollRuns.find((known) => known.run === run);

export const pollOf = (definition: EventDefinition, poll: PollId): Poll | undefined =>
  definition.polls?.find(({ id }) => id === poll);

/** Not yet counted and not void: something still has to happen to it. */
export const isUnderWay = ({ status }: PollRun): boolean => status === 'open' || status === 'closing';

/** The oldest run that still waits for its end; null when there is none. */
export const underWay = ({ pollRuns }: WithRuns): PollRun | null => pollRuns.find(isUnderWay) ?? null;

/** The same among those that feed a part of the score. */
export const partUnderWay = ({
  definition,
  pollRuns,
}: WithRuns & { readonly definition: EventDefinition }): PollRun | null =>
  pollRuns.find((run) => isUnderWay(run) && pollOf(definition, run.poll)?.counts.as === 'component') ?? null;

/** Whether enough ballots were cast for the votes to count; a quorum is asked of valid ballots. [R-QUORUM] */
export const hasQuorum = ({ quorum }: Poll, { ballots }: Tally): boolean =>
  quorum === undefined || ballots >= quorum.ballots;

/** Whether the votes count: with a quorum, or without one where the rules say so. */
export const doesCount = (poll: Poll, tally: Tally): boolean =>
  hasQuorum(poll, tally) || poll.quorum?.otherwise === 'count';
