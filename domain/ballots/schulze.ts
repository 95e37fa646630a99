// Schulze (舒尔茨法): a path from x to y is as strong as its weakest link; x is ahead of y when the strongest path from x to
// y is stronger than the one back. A link exists where x beats y and is as strong as the votes for it ("winning-votes") or
// the lead ("margins"). Without ballots there are no links and all share one group.
// Source: M. Schulze, A new monotonic, clone-independent … single-winner election method (2011). [V-SCHULZE]
import type { Order, RankedElection } from './ballot.ts';
import { layersOf } from './order.ts';
import { beats, pairwiseMatrix, votesAbove, type PairwiseMatrix } from './pairwise.ts';

export type LinkStrength = 'winning-votes' | 'margins';

export interface SchulzeResult {
  /** First all that nobody is ahead of (the winners), then all that nobody of the rest is ahead of, and so on. */
  readonly order: Order;
  readonly strength: LinkStrength;
  /** `paths[x][y]`: the strength of the strongest path, 0 for none and on the diagonal. */
  readonly paths: readonly (readonly number[])[];
  readonly matrix: PairwiseMatrix;
}

export function schulze(election: RankedElection, strength: LinkStrength = 'winning-votes'): SchulzeResult {
  const { candidates } = election;
  const matrix = pairwiseMatrix(election);
  const link = (x: number, y: number): number => {
    if (!beats(matrix, x, y)) return 0;
    return strength === 'winning-votes'
      ? votesAbove(matrix, x, y)
      : votesAbove(matrix, x, y) - votesAbove(matrix, y, x);
  };
  const paths = candidates.map((_, x) => candidates.map((__, y) => link(x, y)));
  const path = (x: number, y: number) => paths[x]?.[y] ?? 0;
  // Floyd and Warshall: each candidate in turn is allowed as a stop on the way.
  for (const via of candidates.keys()) {
    for (const [x, row] of paths.entries()) {
      for (const y of candidates.keys()) {
        if (x !== y) row[y] = Math.max(path(x, y), Math.min(path(x, via), path(via, y)));
      }
    }
  }
  return { order: layersOf(candidates, (x, y) => path(x, y) > path(y, x)), strength, paths, matrix };
}
