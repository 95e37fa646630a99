// Adding up what ballots give: each candidate's points with how many voters gave how much, and the order by points.
// Plurality, approval, Borda and positional tables differ only in what one ballot gives.
import { add, compare, multiply, rational, sum, ZERO, type Rational } from '../numbers.ts';
import type { Order, RankedBallot } from './ballot.ts';
import { orderBy } from './order.ts';

export interface CandidatePoints {
  readonly candidate: string;
  readonly points: Rational;
  /** How many voters gave how many points each, the most points first; voters who gave none are left out. */
  readonly given: readonly { readonly each: Rational; readonly voters: number }[];
}

export interface PointTally {
  readonly order: Order;
  readonly totals: readonly CandidatePoints[];
}

export const whole = (count: number): Rational => rational(BigInt(count));

export function tallyPoints(
  candidates: readonly string[],
  ballots: readonly RankedBallot[],
  give: (ballot: RankedBallot) => ReadonlyMap<string, Rational>,
): PointTally {
  const gifts = new Map<string, Map<string, { readonly each: Rational; voters: number }>>();
  for (const ballot of ballots) {
    for (const [candidate, each] of give(ballot)) {
      const own = gifts.get(candidate) ?? new Map<string, { readonly each: Rational; voters: number }>();
      const key = `${each.n}/${each.d}`;
      own.set(key, { each, voters: (own.get(key)?.voters ?? 0) + ballot.voters });
      gifts.set(candidate, own);
    }
  }
  const totals = candidates.map((candidate) => {
    const given = [...(gifts.get(candidate)?.values() ?? [])]
      .filter(({ each, voters }) => voters > 0 && each.n !== 0n)
      .sort((a, b) => compare(b.each, a.each));
    const points = given.reduce((total, { each, voters }) => add(total, multiply(each, whole(voters))), ZERO);
    return { candidate, points, given };
  });
  const pointsOf = new Map(totals.map(({ candidate, points }) => [candidate, points]));
  const order = orderBy(candidates, (a, b) => compare(pointsOf.get(b) ?? ZERO, pointsOf.get(a) ?? ZERO));
  return { order, totals };
}

/**
 * Points for the places a ballot fills: equal candidates share the mean of the places they span; a place past the table's end earns 0.
 * An empty group is nothing, or a place that a ballot left empty.
 */
export function spannedPoints(
  groups: Order,
  table: readonly Rational[],
  emptyGroup: 'no-place' | 'one-place' = 'no-place',
): ReadonlyMap<string, Rational> {
  const points = new Map<string, Rational>();
  let from = 0;
  for (const group of groups) {
    if (group.length === 0) {
      from += emptyGroup === 'one-place' ? 1 : 0;
      continue;
    }
    const mean = multiply(sum(table.slice(from, from + group.length)), rational(1n, BigInt(group.length)));
    for (const candidate of group) points.set(candidate, mean);
    from += group.length;
  }
  return points;
}
