// Approval (认可投票): everybody a ballot names gets one vote from each of its voters, whatever the order on it. Most votes
// are ahead. Source: S. J. Brams and P. C. Fishburn, Approval voting (1978). [V-APPROVAL]
import type { RankedElection } from './ballot.ts';
import { tallyPoints, whole, type PointTally } from './point-tally.ts';

export function approval({ candidates, ballots }: RankedElection): PointTally {
  return tallyPoints(candidates, ballots, ({ groups }) => new Map(groups.flat().map((name) => [name, whole(1)])));
}
