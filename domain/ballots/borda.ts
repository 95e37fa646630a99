// Borda (波达计数): n points for the first of n candidates, then one less per place, down to 1; equal candidates, and among
// themselves all whom a ballot does not name (also where unnamed means no opinion), share the mean of the points of the
// places they span. A blank ballot therefore gives everybody the same. Most points are ahead.
// Source: J.-C. de Borda, Mémoire sur les élections au scrutin (1781). [V-BORDA]
import type { RankedElection } from './ballot.ts';
import { spannedPoints, tallyPoints, whole, type PointTally } from './point-tally.ts';

export function borda({ candidates, ballots }: RankedElection): PointTally {
  const table = candidates.map((_, place) => whole(candidates.length - place));
  return tallyPoints(candidates, ballots, ({ groups }) => {
    const named = new Set(groups.flat());
    return spannedPoints([...groups, candidates.filter((candidate) => !named.has(candidate))], table);
  });
}
