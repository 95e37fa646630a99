// Ballot codes (投票码): issued in numbered batches before they are needed, each batch committed to by a hash, so that codes made
// afterwards would show; revoked by number, never deleted. The codes themselves are not known here.
import { refuse } from '../refusals.ts';
import { defined, type Decisions, type Evolutions } from '../topic.ts';
import type { BallotBatch } from './poll-run.ts';
import { isUnderWay, pollOf } from './poll-run.ts';

export const issuedCount = (batches: readonly BallotBatch[]): number =>
  batches.reduce((sum, { count }) => sum + count, 0);

export const ballotDecisions: Decisions<'ballots.issue' | 'ballots.revoke'> = {
  'ballots.issue': defined((state, { kind, count, commitment }) => {
    if (state.phase === 'ended') return refuse('event.not-live');
    // [R-BALLOT-BATCH] While a poll that takes them is open nobody can be given a vote more.
    const isOpen = state.pollRuns.some(
      (run) => isUnderWay(run) && pollOf(state.definition, run.poll)?.ballots === kind,
    );
    if (isOpen) return refuse('poll.already-open');
    const from = issuedCount(state.ballotBatches) + 1;
    return [{ type: 'ballots.issued', batch: state.ballotBatches.length + 1, kind, from, count, commitment }];
  }),
  'ballots.revoke': defined((state, { numbers, reason }) => {
    const issued = issuedCount(state.ballotBatches);
    const fresh = [...new Set(numbers)].filter((number) => !state.revokedBallots.has(number));
    return fresh.length === 0 || fresh.some((number) => number > issued)
      ? refuse('ballots.unknown')
      : [{ type: 'ballots.revoked', numbers: fresh, reason }];
  }),
};

export const ballotEvolutions: Evolutions<'ballots.issued' | 'ballots.revoked'> = {
  'ballots.issued': (state, { batch, kind, from, count, commitment }, { at }) => ({
    ...state,
    ballotBatches: [...state.ballotBatches, { batch, kind, from, count, commitment, at }],
  }),
  'ballots.revoked': (state, { numbers }) => ({
    ...state,
    revokedBallots: new Set([...state.revokedBallots, ...numbers]),
  }),
};
