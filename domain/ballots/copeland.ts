// Copeland (科普兰法): direct comparisons won minus direct comparisons lost; the higher score is ahead, equal scores share
// a group. A level comparison counts for neither. Without ballots all scores are 0.
// Source: A. H. Copeland, A reasonable social welfare function (1951). [V-COPELAND]
import type { Order, RankedElection } from './ballot.ts';
import { orderBy } from './order.ts';
import { beats, pairwiseMatrix, type PairwiseMatrix } from './pairwise.ts';

export interface CopelandScore {
  readonly candidate: string;
  readonly wins: number;
  readonly losses: number;
  readonly level: number;
  readonly score: number;
}

export interface CopelandResult {
  readonly order: Order;
  readonly scores: readonly CopelandScore[];
  readonly matrix: PairwiseMatrix;
}

export function copeland(election: RankedElection): CopelandResult {
  const { candidates } = election;
  const matrix = pairwiseMatrix(election);
  const scores = candidates.map((candidate, x) => {
    const wins = candidates.filter((_, y) => beats(matrix, x, y)).length;
    const losses = candidates.filter((_, y) => beats(matrix, y, x)).length;
    return { candidate, wins, losses, level: candidates.length - 1 - wins - losses, score: wins - losses };
  });
  const scoreOf = new Map(scores.map(({ candidate, score }) => [candidate, score]));
  const order = orderBy(candidates, (a, b) => (scoreOf.get(b) ?? 0) - (scoreOf.get(a) ?? 0));
  return { order, scores, matrix };
}
