// What a ballot box says when it is sealed, made up for a run as it stands.
import type { CommandOf } from '#domain/commands.ts';
import type { RunId } from '#domain/ids.ts';
import type { FinalState } from '#domain/state.ts';

/** `votesOf` gives the votes of the first, second … option. A mean of ratings comes out somewhere between 1 and the best. */
export function sealed(state: FinalState, id: RunId, votesOf: (place: number) => number): CommandOf<'poll.seal'> {
  const run = state.pollRuns.find((known) => known.run === id);
  const ask = state.definition?.polls?.find((poll) => poll.id === run?.poll)?.ask;
  const rows = (run?.options ?? []).map((option, place) => {
    const votes = votesOf(place);
    return { option, votes, points: ask?.kind === 'rate' ? votes + Math.floor((votes * (place + 1)) / 7) : votes };
  });
  return {
    type: 'poll.seal',
    run: id,
    ballots: rows.reduce((sum, { votes }) => sum + votes, 0),
    rows,
    rejected: { repeated: 1, late: 2, unknown: 3, revoked: 0 },
    digest: 'd'.repeat(64),
  };
}
