// Positional table (名次计分, e.g. 10 7 5 3 1): the i-th place of a ballot earns the i-th number of the table, equal
// candidates share the mean of the places they span, whom a ballot does not name earns nothing, and a place left
// empty (an empty group) keeps its points. Most points are ahead; first choices are counted beside it and decide nothing. [V-POSITIONAL]
import type { Rational } from '../numbers.ts';
import type { RankedElection } from './ballot.ts';
import { spannedPoints, tallyPoints, type PointTally } from './point-tally.ts';

export interface PositionalResult extends PointTally {
  /** How many voters have each candidate in the first place, in the order of the candidates. */
  readonly firstChoices: readonly { readonly candidate: string; readonly voters: number }[];
}

export function positional({ candidates, ballots }: RankedElection, points: readonly Rational[]): PositionalResult {
  const tally = tallyPoints(candidates, ballots, ({ groups }) => spannedPoints(groups, points, 'one-place'));
  const firstChoices = candidates.map((candidate) => {
    const first = ballots.filter(({ groups }) => groups[0]?.includes(candidate));
    return { candidate, voters: first.reduce((total, { voters }) => total + voters, 0) };
  });
  return { ...tally, firstChoices };
}
