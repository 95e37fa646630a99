// Condorcet winner (孔多塞胜者): the candidate that beats every other one in direct comparison. Often there is none: then
// all share one group. A single candidate wins without a ballot; without ballots several candidates have no winner.
// Source: M. de Condorcet, Essai sur l'application de l'analyse (1785). [V-CONDORCET]
import type { Order, RankedElection } from './ballot.ts';
import { beats, pairwiseMatrix, type PairwiseMatrix } from './pairwise.ts';

export interface CondorcetResult {
  /** The winner before all others, or one group. */
  readonly order: Order;
  readonly winner: string | null;
  readonly matrix: PairwiseMatrix;
}

export function condorcet(election: RankedElection): CondorcetResult {
  const { candidates } = election;
  const matrix = pairwiseMatrix(election);
  const winner = candidates.find((_, x) => candidates.every((__, y) => x === y || beats(matrix, x, y))) ?? null;
  const others = candidates.filter((candidate) => candidate !== winner);
  return { order: [winner === null ? [] : [winner], others].filter((group) => group.length > 0), winner, matrix };
}
