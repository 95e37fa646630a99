// What the rule on keeping time proposes for the time used. [R-OVERTIME]
//
// Seconds are the whole seconds the clock has shown: used = ⌊milliseconds / 1000⌋; over = used − time allowed; under =
// minimum − used. Tiers: points of the last tier that has begun. Per unit: points × ⌈seconds / unit⌉ (started) or
// ⌊seconds / unit⌋ (full). At discretion: the lower amount, up to the higher. Then the cap. Nothing to take off: no proposal.
// Sources: published rules of a speech contest (10 points), a skit contest (100 and 10 points) and a hospital speech contest.
import { compare, formatRounded, multiply, parseDecimal, rational, toRational, type Decimal } from '../numbers.ts';
import type { TimeRule, TimeSteps } from './time-rule.ts';

export interface TimeDeduction {
  readonly code: 'overtime' | 'undertime';
  /** Positive; to be taken off. */
  readonly points: Decimal;
  /** Above `points` where the rule leaves the amount to a person; null where it does not. */
  readonly upToPoints: Decimal | null;
  /** Whole seconds used, and over the time allowed or under the minimum. */
  readonly usedSec: number;
  readonly bySec: number;
  readonly step: TimeStep;
  /** The cap has made it smaller. */
  readonly isCapped: boolean;
  /** The stop line was reached. */
  readonly isStopped: boolean;
}

/** Which part of the rule it comes from. */
export type TimeStep =
  | {
      readonly kind: 'tier';
      /** 1, 2, 3 … */
      readonly number: number;
      readonly fromSec: number;
      /** The last second of the tier; null for the last tier. */
      readonly toSec: number | null;
    }
  | { readonly kind: 'units'; readonly count: number; readonly unitSec: number; readonly pointsEach: Decimal }
  | { readonly kind: 'discretion' };

/** The largest number a decimal can write. */
const most = '999999.999' as Decimal;

const smaller = (a: Decimal, b: Decimal): Decimal => (compare(toRational(a), toRational(b)) <= 0 ? a : b);

type Amount = Pick<TimeDeduction, 'points' | 'upToPoints' | 'step'>;

function amount(steps: TimeSteps, bySec: number): Amount | null {
  switch (steps.kind) {
    case 'tiers': {
      const number = steps.tiers.filter((tier) => tier.fromSec <= bySec).length;
      const tier = steps.tiers[number - 1];
      if (tier === undefined) return null;
      const following = steps.tiers[number];
      const toSec = following === undefined ? null : following.fromSec - 1;
      return { points: tier.points, upToPoints: null, step: { kind: 'tier', number, fromSec: tier.fromSec, toSec } };
    }
    case 'per-unit': {
      const { unitSec, points, count: counted } = steps;
      const count = Math.floor((counted === 'started' ? bySec + unitSec - 1 : bySec) / unitSec);
      if (count === 0) return null;
      const product = multiply(toRational(points), rational(BigInt(count)));
      const sum = parseDecimal(formatRounded(product, 3)) ?? most;
      return { points: sum, upToPoints: null, step: { kind: 'units', count, unitSec, pointsEach: points } };
    }
    case 'discretion':
      return { points: steps.fromPoints, upToPoints: steps.toPoints, step: { kind: 'discretion' } };
  }
}

/** The clock's whole seconds; a correction in the entry's favour may have left less than nothing. */
const wholeSeconds = (usedMs: number): number => Math.max(0, Math.floor(usedMs / 1000));

/** Null when the time was kept, or the rule has nothing to say about it. */
export function proposedDeduction(rule: TimeRule, timeAllowedSec: number, usedMs: number): TimeDeduction | null {
  const usedSec = wholeSeconds(usedMs);
  const isOver = usedSec > timeAllowedSec;
  const bySec = isOver ? usedSec - timeAllowedSec : (rule.under?.minimumSec ?? 0) - usedSec;
  if (bySec <= (isOver ? (rule.graceSec ?? 0) : 0)) return null;
  const steps = isOver ? rule.over : rule.under?.steps;
  const proposed = steps === undefined ? null : amount(steps, bySec);
  if (proposed === null) return null;
  const capped = (points: Decimal) => (rule.cap === undefined ? points : smaller(points, rule.cap));
  const points = capped(proposed.points);
  return {
    ...proposed,
    points,
    upToPoints: proposed.upToPoints === null ? null : capped(proposed.upToPoints),
    code: isOver ? 'overtime' : 'undertime',
    usedSec,
    bySec,
    isCapped: points !== proposed.points,
    isStopped: isOver && rule.stopAfterSec !== undefined && bySec >= rule.stopAfterSec,
  };
}
