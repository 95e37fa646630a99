// The margin at a line: how far the last entry inside is ahead of the first one outside. [A-MARGIN]
//   margin = |figure of the last inside - figure of the first outside|, in the figure the ranking compares, exact
// Never negative. 0 where a tie-breaker alone decided, which is named. Nobody inside or nobody outside: there is no margin.
// The line after place 1 gives the margin of the winner.
import { absolute, subtract, type Rational } from '../numbers.ts';
import { insideOf, rankedFigure, type Placing } from './placing.ts';

export interface LineMargin {
  readonly line: number;
  readonly lastInside: number;
  readonly firstOutside: number;
  readonly margin: Rational;
  /** Position in the chain of the tie-breaker that decided between equal figures. */
  readonly decidedBy: number | null;
  readonly inside: readonly number[];
}

export function lineMargin(placing: Placing, line: number): LineMargin | null {
  const inside = insideOf(placing, line);
  const [last, first] = [placing.order[inside.length - 1], placing.order[inside.length]];
  if (last === undefined || first === undefined) return null;
  const [above, below] = [rankedFigure(placing.evaluation, last), rankedFigure(placing.evaluation, first)];
  if (above === null || below === null) return null;
  const margin = absolute(subtract(above, below));
  const decidedBy = margin.n === 0n ? (placing.decidedBy[first] ?? placing.decidedBy[last] ?? null) : null;
  return { line, lastInside: last, firstOutside: first, margin, decidedBy, inside };
}
