// Plurality (简单多数): each voter's first choice gets one vote; several equal first choices share it. Most votes are
// ahead; nothing below the first choice counts. [V-PLURALITY]
import type { RankedElection } from './ballot.ts';
import { spannedPoints, tallyPoints, whole, type PointTally } from './point-tally.ts';

export function plurality({ candidates, ballots }: RankedElection): PointTally {
  return tallyPoints(candidates, ballots, ({ groups }) => {
    const first = groups.find((group) => group.length > 0) ?? [];
    return spannedPoints([first], [whole(1)]);
  });
}
