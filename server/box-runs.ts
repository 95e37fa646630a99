// What the ballot box is told of the polls: each holding with its choices and whether it is open. Votes counted by hand have no box.
import type { FinalState } from '#domain/state.ts';
import { pollOf } from '#domain/voting/poll-run.ts';
import type { BoxRun } from '#protocol/hall.ts';

export const boxRuns = ({ definition, pollRuns }: FinalState): readonly BoxRun[] =>
  pollRuns.flatMap(({ run, poll: id, openedAt, options, status }) => {
    const poll = definition === null ? undefined : pollOf(definition, id);
    if (poll === undefined || poll.ballots === 'hand-count') return [];
    const { ask, ballots, mayChange, whileOpen } = poll;
    return [{ run, openedAt, options, status, ask, ballots, mayChange, whileOpen }];
  });
