// Numbers as an explanation shows them: points with the decimals of the result, finer ones as far as they matter, counts and
// places without a trailing ".00". Nothing is computed with what is shown.
import { compare, formatExact, formatRounded, roundHalfUp, type Rational } from '../numbers.ts';
import type { Rule } from '../rules/rule.ts';

/** A number in full ("89.8", "1585/6") and as people read it ("89.80"). */
export interface Quantity {
  readonly exact: string;
  readonly shown: string;
  /** The shown value is shorter than the exact one: say "about". */
  readonly isShortened: boolean;
}

/** So many decimals more than the result are shown of a value that goes on; enough to round it by hand. */
const FINER = 3;
/** A value this close to a half is shown with more digits, so that rounding by hand goes the same way. */
const FINEST = 12;

/** Decimals of the published result: those of its rounding, or two. */
export function resultDecimals({ steps, ranking }: Rule): number {
  const { by, published = by } = ranking;
  const last = steps.find(({ id }) => id === published);
  return (last !== undefined && 'decimals' in last ? last.decimals : undefined) ?? 2;
}

/** `decimals` of a value in points; null for counts, votes and places. */
export function quantity(value: Rational, decimals: number | null, finest = decimals ?? 2): Quantity {
  const exact = formatExact(value);
  const own = exact.includes('/') ? Infinity : (exact.split('.')[1]?.length ?? 0);
  const isShortened = own > finest + FINER;
  const digits = isShortened ? telling(value, finest) : Math.max(own, decimals ?? 0);
  return { exact, shown: formatRounded(value, digits), isShortened };
}

/** So many decimals that the shown value rounds to what the exact one rounds to. */
function telling(value: Rational, finest: number): number {
  const rounded = roundHalfUp(value, finest);
  for (let digits = finest + FINER; digits < finest + FINEST; digits += 1)
    if (compare(roundHalfUp(roundHalfUp(value, digits), finest), rounded) === 0) return digits;
  return finest + FINEST;
}
