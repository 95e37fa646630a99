// What one panel makes of a list of values, done with the list as by hand: extremes are taken out one at a time.
import type { Aggregate } from '#domain/scoring-rules.ts';
import {
  average,
  isLess,
  isSame,
  largest,
  minus,
  nearest,
  over,
  plus,
  smallest,
  times,
  total,
  whole,
  written,
  type Fraction,
} from './fraction.ts';

export type Fate = 'counted' | 'highest-out' | 'lowest-out' | 'raised' | 'lowered';
export interface Made {
  readonly value: Fraction;
  /** One per value of the list. */
  readonly fates: readonly Fate[];
}

interface Card {
  readonly seat: number;
  readonly value: Fraction;
}

/** The cards left after so many of the lowest and of the highest have been taken away, and who went where. */
function takenOut(list: readonly Fraction[], high: number, low: number) {
  const cards: Card[] = list.map((value, seat) => ({ seat, value }));
  const fates = list.map((): Fate => 'counted');
  const takeAway = (extreme: Fraction, fate: Fate) => {
    const at = cards.findIndex(({ value }) => isSame(value, extreme));
    const [card] = cards.splice(at, 1);
    if (card) fates[card.seat] = fate;
  };
  for (let times = 0; times < low; times += 1) takeAway(smallest(cards.map(({ value }) => value)), 'lowest-out');
  for (let times = 0; times < high; times += 1) takeAway(largest(cards.map(({ value }) => value)), 'highest-out');
  return { kept: cards.map(({ value }) => value), fates };
}

type Trim = Extract<Aggregate, { dropHighest: number }>;
function trimmed(list: readonly Fraction[], { dropHighest, dropLowest, minForTrim }: Trim) {
  const isEnough = list.length >= minForTrim && list.length > dropHighest + dropLowest;
  return isEnough ? takenOut(list, dropHighest, dropLowest) : takenOut(list, 0, 0);
}

/** Of three, the pair that is closest together, the higher pair where two are. */
function closestPair([a, b, c]: readonly [Fraction, Fraction, Fraction]): readonly number[] {
  const gap = (x: Fraction, y: Fraction) => (isLess(x, y) ? minus(y, x) : minus(x, y));
  const pairs = [
    { seats: [0, 1], gap: gap(a, b), sum: plus(a, b) },
    { seats: [0, 2], gap: gap(a, c), sum: plus(a, c) },
    { seats: [1, 2], gap: gap(b, c), sum: plus(b, c) },
  ];
  const closest = pairs.filter((pair) => pairs.every((other) => !isLess(other.gap, pair.gap)));
  return closest.find((pair) => closest.every((other) => !isLess(pair.sum, other.sum)))?.seats ?? [];
}

function closestTwo(list: readonly Fraction[]): Made {
  const [a, b, c] = list;
  if (list.length >= 4) {
    const { kept, fates } = takenOut(list, 1, 1);
    return { value: average(kept), fates };
  }
  if (!a || !b || !c) return { value: average(list), fates: list.map(() => 'counted') };
  // The one that stays out is above or below the other two; of three equal ones the earliest counts as the lowest.
  const pair = list.every((value) => isSame(value, a)) ? [1, 2] : closestPair([a, b, c]);
  const inside = list.filter((_, seat) => pair.includes(seat));
  const fateOf = (value: Fraction, seat: number): Fate =>
    pair.includes(seat) ? 'counted' : isLess(largest(inside), value) ? 'highest-out' : 'lowest-out';
  return { value: average(inside), fates: list.map(fateOf) };
}

/** `planned`: how many values there were to be. */
export function aggregated(list: readonly Fraction[], aggregate: Aggregate, planned: number): Made {
  const counted = list.map((): Fate => 'counted');
  switch (aggregate.kind) {
    case 'sum':
      return { value: times(average(list), whole(planned)), fates: counted };
    case 'trimmed-mean': {
      const { kept, fates } = trimmed(list, aggregate);
      return { value: average(kept), fates };
    }
    case 'trimmed-sum': {
      const { kept, fates } = trimmed(list, aggregate);
      const wanted = Math.max(1, planned - aggregate.dropHighest - aggregate.dropLowest);
      return { value: times(average(kept), whole(wanted)), fates };
    }
    case 'winsorised-mean': {
      const { kept, fates } = trimmed(list, aggregate);
      const [low, high] = [smallest(kept), largest(kept)];
      const now = list.map((value, seat) =>
        fates[seat] === 'lowest-out' ? low : fates[seat] === 'highest-out' ? high : value,
      );
      const named = fates.map((fate) => (fate === 'lowest-out' ? 'raised' : fate === 'highest-out' ? 'lowered' : fate));
      return { value: average(now), fates: named };
    }
    case 'median': {
      // One from below and one from above, until one or two are left. Of equal ones the earlier is called the lower.
      const each = Math.floor((list.length - 1) / 2);
      const { kept } = takenOut(list, each, each);
      const order = list.map((_, seat) => list.filter((other, place) => isBefore(list, place, seat) && other).length);
      const fates = order.map((below): Fate =>
        below < each ? 'lowest-out' : below >= list.length - each ? 'highest-out' : 'counted',
      );
      return { value: average(kept), fates };
    }
    case 'closest-two':
      return closestTwo(list);
    case 'clamp': {
      const limit = written(aggregate.limit);
      const low = nearest(minus(average(list), limit), aggregate.limitDecimals);
      const high = nearest(plus(average(list), limit), aggregate.limitDecimals);
      const fates = list.map((value): Fate =>
        isLess(value, low) ? 'raised' : isLess(high, value) ? 'lowered' : 'counted',
      );
      const now = list.map((value, seat) =>
        fates[seat] === 'raised' ? low : fates[seat] === 'lowered' ? high : value,
      );
      return { value: over(total(now), whole(list.length)), fates };
    }
    default:
      return { value: average(list), fates: counted };
  }
}

function isBefore(list: readonly Fraction[], a: number, b: number): boolean {
  const [left, right] = [list[a], list[b]];
  if (a === b || !left || !right) return false;
  return isLess(left, right) || (isSame(left, right) && a < b);
}
