// What voters hand in, ranked (an order of candidates) or scored (0 to 5 each), and what a method gives back: an order
// in groups. A ballot that names somebody twice or a stranger is refused here, once; the methods behind it are total.

/** Equal candidates share a group; best group first. The members of a group stand in the order of the candidates. */
export type Order = readonly (readonly string[])[];

export interface RankedBallot {
  /** How many cast exactly this ballot. */
  readonly voters: number;
  readonly groups: Order;
}

export interface RankedElection {
  readonly candidates: readonly string[];
  readonly ballots: readonly RankedBallot[];
  /** Whom a ballot does not name: below all it names and equal among themselves, or compared with nobody. */
  readonly unranked: 'last' | 'no-opinion';
}

/** One score from 0 to 5 per candidate, in the order of the candidates; a blank is 0. */
export interface ScoredBallot {
  readonly voters: number;
  readonly scores: readonly number[];
}

export interface ScoredElection {
  readonly candidates: readonly string[];
  readonly ballots: readonly ScoredBallot[];
}

export const TOP_SCORE = 5;

export interface ElectionRefusal {
  readonly refused:
    | 'election.candidate-twice'
    | 'ballot.voters-not-whole'
    | 'ballot.candidate-unknown'
    | 'ballot.candidate-twice'
    | 'ballot.scores-incomplete'
    | 'ballot.score-off-scale';
  /** The position of the ballot, or null when the candidates themselves are at fault. */
  readonly ballot: number | null;
  readonly candidate: string | null;
}

const repeated = (names: readonly string[]) => names.find((name, position) => names.indexOf(name) !== position) ?? null;
const isWhole = (voters: number) => Number.isSafeInteger(voters) && voters >= 0;

/** The first thing wrong with a ranked election, or null. [V-BALLOT] */
export function rankedElectionRefusal({ candidates, ballots }: RankedElection): ElectionRefusal | null {
  const twice = repeated(candidates);
  if (twice !== null) return { refused: 'election.candidate-twice', ballot: null, candidate: twice };
  for (const [ballot, { voters, groups }] of ballots.entries()) {
    if (!isWhole(voters)) return { refused: 'ballot.voters-not-whole', ballot, candidate: null };
    const named = groups.flat();
    const unknown = named.find((name) => !candidates.includes(name));
    if (unknown !== undefined) return { refused: 'ballot.candidate-unknown', ballot, candidate: unknown };
    const candidate = repeated(named);
    if (candidate !== null) return { refused: 'ballot.candidate-twice', ballot, candidate };
  }
  return null;
}

/** The first thing wrong with a scored election, or null. [V-BALLOT] */
export function scoredElectionRefusal({ candidates, ballots }: ScoredElection): ElectionRefusal | null {
  const twice = repeated(candidates);
  if (twice !== null) return { refused: 'election.candidate-twice', ballot: null, candidate: twice };
  for (const [ballot, { voters, scores }] of ballots.entries()) {
    if (!isWhole(voters)) return { refused: 'ballot.voters-not-whole', ballot, candidate: null };
    if (scores.length !== candidates.length) {
      return { refused: 'ballot.scores-incomplete', ballot, candidate: candidates[scores.length] ?? null };
    }
    const off = scores.findIndex((score) => !isWhole(score) || score > TOP_SCORE);
    if (off >= 0) return { refused: 'ballot.score-off-scale', ballot, candidate: candidates[off] ?? null };
  }
  return null;
}
