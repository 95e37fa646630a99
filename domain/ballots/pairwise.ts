// The pairwise matrix (两两比较): for every two candidates how many voters rank the one above the other. Equal candidates
// count for neither; whom a ballot does not name is below all it names, or with "no-opinion" in no comparison.
// Source: M. de Condorcet, Essai sur l'application de l'analyse (1785). [V-PAIRWISE]
import type { RankedBallot, RankedElection } from './ballot.ts';

/** `above[x][y]`: voters who rank candidate x above candidate y; positions are those of `candidates`. */
export interface PairwiseMatrix {
  readonly candidates: readonly string[];
  readonly above: readonly (readonly number[])[];
}

/** The group (from 0) in which a ballot has each candidate; null where it has no opinion. */
function levels(
  { candidates, unranked }: RankedElection,
  { groups }: RankedBallot,
  positions: ReadonlyMap<string, number>,
): readonly (number | null)[] {
  const level: (number | null)[] = candidates.map(() => (unranked === 'last' ? groups.length : null));
  for (const [place, group] of groups.entries()) {
    for (const name of group) {
      const position = positions.get(name);
      if (position !== undefined) level[position] = place;
    }
  }
  return level;
}

export function pairwiseMatrix(election: RankedElection): PairwiseMatrix {
  const { candidates, ballots } = election;
  const positions = new Map(candidates.map((name, position) => [name, position]));
  const above = candidates.map(() => candidates.map(() => 0));
  for (const ballot of ballots) {
    const level = levels(election, ballot, positions);
    for (const [x, row] of above.entries()) {
      const own = level[x] ?? null;
      if (own === null) continue;
      for (const [y, other] of level.entries()) {
        if (other !== null && own < other) row[y] = (row[y] ?? 0) + ballot.voters;
      }
    }
  }
  return { candidates, above };
}

/** Voters who rank the candidate at position x above the one at position y. */
export const votesAbove = ({ above }: PairwiseMatrix, x: number, y: number): number => above[x]?.[y] ?? 0;

/** Whether more voters rank x above y than y above x. */
export const beats = (matrix: PairwiseMatrix, x: number, y: number): boolean =>
  votesAbove(matrix, x, y) > votesAbove(matrix, y, x);
