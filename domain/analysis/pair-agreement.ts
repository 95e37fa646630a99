// S11, pair agreement: how alike two judges order the entries both have marked. [A-PAIR]
//   Spearman = correlation of their midranks;  Kendall's tau-b = (C - D) / root((P - Tx)(P - Ty)), with P pairs of entries,
//   C of them ordered alike, D the other way round, Tx and Ty tied by the one and by the other
// Fewer than two entries in common, or a judge who gave them all the same: a dash. Below ten entries in common it carries
// the caution that no group of like-minded judges is to be read from it.
// Source: Spearman 1904; Kendall 1945, The treatment of ties in ranking problems.
import { rational } from '../numbers.ts';
import { pairs } from './discrimination.ts';
import { dash, overRoot, type Figure } from './figure.ts';
import { midranks, type Ranking } from './midranks.ts';
import { orderBalance } from './order-balance.ts';
import { columnOf, type MarkTable } from './table.ts';

/** Below so many common entries nothing is said about groups of judges. */
export const ENOUGH_FOR_GROUPS = 10;

export interface PairAgreement {
  readonly judges: readonly [string, string];
  readonly entries: number;
  readonly spearman: Figure;
  readonly kendall: Figure;
  readonly enoughForGroups: boolean;
}

/** Correlation of the midranks in whole numbers: twice the ranks, times their number, is the same on both sides. */
function spearman(x: Ranking, y: Ranking): Figure {
  const n = BigInt(x.doubled.length);
  if (n < 2n) return dash('too-few-entries');
  const total = (ranks: readonly bigint[]) => ranks.reduce((all, rank) => all + rank, 0n);
  const products = (a: readonly bigint[], b: readonly bigint[]) =>
    n * a.reduce((all, rank, entry) => all + rank * (b[entry] ?? 0n), 0n) - total(a) * total(b);
  const squares = products(x.doubled, x.doubled) * products(y.doubled, y.doubled);
  return overRoot(rational(products(x.doubled, y.doubled)), rational(squares));
}

function tauB(x: Ranking, y: Ranking): Figure {
  const n = x.steps.length;
  if (n < 2) return dash('too-few-entries');
  const separated = ({ groups }: Ranking) => BigInt(pairs(n) - groups.reduce((total, size) => total + pairs(size), 0));
  return overRoot(rational(BigInt(orderBalance(x, y))), rational(separated(x) * separated(y)));
}

/** One judge with each of those who sit after, in the order of the panel. */
export function agreementsOf(table: MarkTable, position: number): readonly PairAgreement[] {
  const judge = table.judges[position];
  if (judge === undefined) return [];
  const own = columnOf(table, position);
  return table.judges.slice(position + 1).map((other, step): PairAgreement => {
    const theirs = columnOf(table, position + 1 + step);
    const common = own.flatMap((x, entry) => {
      const y = theirs[entry];
      return x && y ? [{ x, y }] : [];
    });
    const [first, second] = [midranks(common.map(({ x }) => x)), midranks(common.map(({ y }) => y))];
    return {
      judges: [judge, other],
      entries: common.length,
      spearman: spearman(first, second),
      kendall: tauB(first, second),
      enoughForGroups: common.length >= ENOUGH_FOR_GROUPS,
    };
  });
}

/** Every pair of judges once, in the order of the panel. */
export const pairAgreements = (table: MarkTable): readonly PairAgreement[] =>
  table.judges.flatMap((_, position) => agreementsOf(table, position));
