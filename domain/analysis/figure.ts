// A figure of a statistic, or a dash with the reason why there is none; and the cautions a small panel carries. Nothing
// undefined is shown as 0 or 1, nothing is clipped. [A-DASH]
import { divide, multiply, rational, roundHalfUp, ZERO, type Rational } from '../numbers.ts';
import { squareRoot } from '../irrational.ts';

/**
 * Why a figure is a dash: too few entries, judges or pairs to compare, or nothing that differs, so that the formula divides
 * by zero (`no-spread`); `not-estimable` when the variance a formula divides by comes out negative; `no-panel` when the rule
 * takes no panel's values together, so that it corrects none.
 */
export type DashReason =
  'too-few-entries' | 'too-few-judges' | 'too-few-pairs' | 'no-spread' | 'not-estimable' | 'no-panel';

export type Figure =
  { readonly value: Rational; readonly reason: null } | { readonly value: null; readonly reason: DashReason };

export const figure = (value: Rational): Figure => ({ value, reason: null });
export const dash = (reason: DashReason): Figure => ({ value: null, reason });

/** Fewer than five entries, fewer than three judges: the figures are shown with this caution. [A-CAUTION] */
export type Caution = 'few-entries' | 'few-judges';

export const FEW_ENTRIES = 5;
export const FEW_JUDGES = 3;

export const cautions = (entries: number, judges: number): readonly Caution[] => [
  ...(entries < FEW_ENTRIES ? (['few-entries'] as const) : []),
  ...(judges < FEW_JUDGES ? (['few-judges'] as const) : []),
];

/** Decimals of a figure that holds a root; no printed table of a panel comes near them. Figures without a root are exact. */
export const FIGURE_DIGITS = 12;
/** Decimals of a root that is calculated with further, so that the figure's own digits are not touched by it. */
export const ROOT_DIGITS = 30;

export const fraction = (above: Rational, below: Rational, reason: DashReason = 'no-spread'): Figure =>
  below.n === 0n ? dash(reason) : figure(divide(above, below));

/** above / root(square), under one root and rounded once; the sign is that of `above`. */
export function overRoot(above: Rational, square: Rational): Figure {
  if (square.n <= 0n) return dash('no-spread');
  if (above.n === 0n) return figure(ZERO);
  const magnitude = squareRoot(divide(multiply(above, above), square), FIGURE_DIGITS);
  return figure(above.n < 0n ? rational(-magnitude.n, magnitude.d) : magnitude);
}

/** above / below of two values that hold roots of `ROOT_DIGITS`, rounded once to the digits of a figure. */
export const ratioOfRoots = (above: Rational, below: Rational): Figure =>
  below.n === 0n ? dash('no-spread') : figure(roundHalfUp(divide(above, below), FIGURE_DIGITS));
