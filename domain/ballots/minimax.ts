// Minimax (最小最大法): the candidate whose worst defeat is smallest is ahead. A defeat is measured by the votes of the
// winning side ("winning-votes"), by their lead ("margins"), or, won or lost, by the votes against ("opposition"); who
// loses to nobody has 0 under the first two. Opposition can pass over a candidate that beats every other one.
// Source: P. B. Simpson, On defining areas of voter choice (1969); G. H. Kramer (1977). [V-MINIMAX]
import type { Order, RankedElection } from './ballot.ts';
import { orderBy } from './order.ts';
import { beats, pairwiseMatrix, votesAbove, type PairwiseMatrix } from './pairwise.ts';

export type DefeatMeasure = 'winning-votes' | 'margins' | 'opposition';

export interface WorstDefeat {
  readonly candidate: string;
  readonly worst: number;
  /** Against whom; several when equal, none when nothing is above 0. */
  readonly against: readonly string[];
}

export interface MinimaxResult {
  readonly order: Order;
  readonly measure: DefeatMeasure;
  readonly defeats: readonly WorstDefeat[];
  readonly matrix: PairwiseMatrix;
}

function defeat(matrix: PairwiseMatrix, measure: DefeatMeasure, x: number, y: number): number {
  const votes = votesAbove(matrix, y, x);
  if (measure === 'opposition') return votes;
  if (!beats(matrix, y, x)) return 0;
  return measure === 'winning-votes' ? votes : votes - votesAbove(matrix, x, y);
}

export function minimax(election: RankedElection, measure: DefeatMeasure = 'winning-votes'): MinimaxResult {
  const { candidates } = election;
  const matrix = pairwiseMatrix(election);
  const defeats = candidates.map((candidate, x) => {
    const sizes = candidates.map((_, y) => (x === y ? 0 : defeat(matrix, measure, x, y)));
    const worst = Math.max(0, ...sizes);
    return { candidate, worst, against: candidates.filter((_, y) => worst > 0 && sizes[y] === worst) };
  });
  const worstOf = new Map(defeats.map(({ candidate, worst }) => [candidate, worst]));
  const order = orderBy(candidates, (a, b) => (worstOf.get(a) ?? 0) - (worstOf.get(b) ?? 0));
  return { order, measure, defeats, matrix };
}
