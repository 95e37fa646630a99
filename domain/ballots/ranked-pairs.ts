// Ranked pairs (排序对法): won comparisons sorted by winning votes, then by the smaller opposition, are locked one after the
// other unless they close a cycle with what is locked. Pairs that are equal in both are looked at together: one that would
// close a cycle with its equals is discarded with them, because no order among equals is fair. What is locked is the
// order, layer by layer. Without ballots nothing is locked.
// Source: T. N. Tideman, Independence of clones as a criterion for voting rules (1987). [V-RANKED-PAIRS]
import type { Order, RankedElection } from './ballot.ts';
import { layersOf } from './order.ts';
import { beats, pairwiseMatrix, votesAbove, type PairwiseMatrix } from './pairwise.ts';

export interface RankedPair {
  readonly winner: string;
  readonly loser: string;
  readonly winning: number;
  readonly opposition: number;
  readonly fate: 'locked' | 'closes-cycle' | 'closes-cycle-with-equals';
}

export interface RankedPairsResult {
  readonly order: Order;
  /** From the strongest pair to the weakest. */
  readonly pairs: readonly RankedPair[];
  readonly matrix: PairwiseMatrix;
}

interface Pair {
  readonly from: number;
  readonly to: number;
  readonly winning: number;
  readonly opposition: number;
}

/** Who can be reached from whom over the pairs added so far. */
class Reach {
  readonly #reached: boolean[][];

  constructor(rows: readonly (readonly boolean[])[]) {
    this.#reached = rows.map((row) => [...row]);
  }

  has(from: number, to: number): boolean {
    return this.#reached[from]?.[to] ?? false;
  }

  add(from: number, to: number): void {
    if (this.has(from, to)) return;
    for (const [x, row] of this.#reached.entries()) {
      if (x !== from && !this.has(x, from)) continue;
      for (const y of row.keys()) if (y === to || this.has(to, y)) row[y] = true;
    }
  }

  copy(): Reach {
    return new Reach(this.#reached);
  }
}

const weaker = (a: Pair, b: Pair) => b.winning - a.winning || a.opposition - b.opposition;

export function rankedPairs(election: RankedElection): RankedPairsResult {
  const { candidates } = election;
  const matrix = pairwiseMatrix(election);
  const won = candidates.flatMap((_, from) =>
    [...candidates.keys()]
      .filter((to) => beats(matrix, from, to))
      .map((to): Pair => {
        return { from, to, winning: votesAbove(matrix, from, to), opposition: votesAbove(matrix, to, from) };
      }),
  );
  const sorted = won.sort(weaker);
  const reach = new Reach(candidates.map(() => candidates.map(() => false)));
  const pairs: RankedPair[] = [];
  for (let next = 0; next < sorted.length;) {
    const first = sorted[next];
    const equals = sorted.slice(next).filter((pair) => first !== undefined && weaker(first, pair) === 0);
    next += equals.length;
    const closes = equals.map(({ from, to }) => reach.has(to, from));
    const together = reach.copy();
    equals.forEach(({ from, to }, place) => closes[place] || together.add(from, to));
    for (const [place, { from, to, winning, opposition }] of equals.entries()) {
      const fate = closes[place] ? 'closes-cycle' : together.has(to, from) ? 'closes-cycle-with-equals' : 'locked';
      if (fate === 'locked') reach.add(from, to);
      pairs.push({ winner: candidates[from] ?? '', loser: candidates[to] ?? '', winning, opposition, fate });
    }
  }
  return { order: layersOf(candidates, (x, y) => reach.has(x, y)), pairs, matrix };
}
