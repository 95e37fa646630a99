// Kemeny (凯梅尼法): the order that satisfies the most pairwise preferences; every x ahead of y counts the voters who rank x
// above y. Found exactly, over subsets of the field (2^n steps, not n!), hence for small fields only. Often several orders
// are equally good: all are counted, and what all of them agree on is the order in groups.
// Source: J. G. Kemeny, Mathematics without numbers (1959); H. P. Young (1977). [V-KEMENY]
import type { Order, RankedElection } from './ballot.ts';
import { layersOf } from './order.ts';
import { pairwiseMatrix, votesAbove, type PairwiseMatrix } from './pairwise.ts';

/** 2^15 subsets take a fraction of a second; each further candidate doubles that. */
export const KEMENY_CANDIDATES = 15;
/** More equally good orders than five candidates have in all are counted, not listed. */
export const KEMENY_LISTED = 120;

export interface KemenyResult {
  /** x stands ahead of y where it does in every best order; one group member after the other when there is only one. */
  readonly order: Order;
  /** Satisfied pairwise preferences of a best order. */
  readonly score: number;
  readonly bestOrders: number;
  /** Every best order, or null when there are more than KEMENY_LISTED. */
  readonly orders: readonly (readonly string[])[] | null;
  readonly matrix: PairwiseMatrix;
}

export interface KemenyRefusal {
  readonly refused: 'kemeny.too-many-candidates';
  readonly candidates: number;
  readonly limit: number;
}

export function kemeny(election: RankedElection): KemenyResult | KemenyRefusal {
  const { candidates } = election;
  const size = candidates.length;
  if (size > KEMENY_CANDIDATES) {
    return { refused: 'kemeny.too-many-candidates', candidates: size, limit: KEMENY_CANDIDATES };
  }
  const matrix = pairwiseMatrix(election);
  const members = (set: number) => [...candidates.keys()].filter((x) => (set & (1 << x)) !== 0);
  // A set of candidates is a number with a bit for each. best[set]: the most that an order of the set alone satisfies.
  const best = [0];
  const ways = [1];
  const scoreOf = (x: number, inSet: readonly number[], set: number) =>
    inSet.reduce((total, y) => total + (x === y ? 0 : votesAbove(matrix, x, y)), best[set & ~(1 << x)] ?? 0);
  const firsts = (set: number) => {
    const inSet = members(set);
    return inSet.filter((x) => scoreOf(x, inSet, set) === best[set]);
  };
  for (let set = 1; set < 1 << size; set += 1) {
    const inSet = members(set);
    const scores = inSet.map((x) => scoreOf(x, inSet, set));
    best[set] = Math.max(...scores);
    ways[set] = inSet.reduce((total, x, i) => total + (scores[i] === best[set] ? (ways[set & ~(1 << x)] ?? 0) : 0), 0);
  }
  const full = (1 << size) - 1;
  const bestOrders = ways[full] ?? 1;
  const sometimesAhead = candidates.map(() => candidates.map(() => false));
  const seen = new Set<number>();
  const walk = (set: number): void => {
    if (seen.has(set)) return;
    seen.add(set);
    for (const x of firsts(set)) {
      const rest = set & ~(1 << x);
      const row = sometimesAhead[x] ?? [];
      for (const y of members(rest)) row[y] = true;
      walk(rest);
    }
  };
  walk(full);
  const listed = (set: number): readonly (readonly string[])[] =>
    set === 0
      ? [[]]
      : firsts(set).flatMap((x) => listed(set & ~(1 << x)).map((rest) => [candidates[x] ?? '', ...rest]));
  return {
    order: layersOf(candidates, (x, y) => (sometimesAhead[x]?.[y] ?? false) && !sometimesAhead[y]?.[x]),
    score: best[full] ?? 0,
    bestOrders,
    orders: bestOrders <= KEMENY_LISTED ? listed(full) : null,
    matrix,
  };
}
