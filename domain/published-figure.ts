// How an exact value is held against a figure that somebody else printed. A short figure must be the value itself; a long one is
// the artefact of a binary float or was cut where the printer stopped; where a source states its precision, that one counts. [R-PUBLISHED]
import { compare, isWithin, parseExact, rational, roundHalfUp, type Rational } from './numbers.ts';

/** Exact where nothing is said; else how far the two may differ, or to how many decimals the figure was rounded, if not to more. */
export type Precision = { readonly tolerance: Rational } | { readonly decimals: number };

/** From so many decimals on a printed figure is taken for a rounded one. */
const LONG = 6;
/** Binary floats of results have sixteen digits; sums of hundreds of them are still this near. */
const FLOAT = rational(1n, 10n ** 9n);

const printedDecimals = (text: string): number => /\.([0-9]+)/.exec(text)?.[1]?.length ?? 0;

function ownTolerance(text: string): Rational {
  const decimals = printedDecimals(text);
  if (text.includes('/')) return rational(0n);
  if (/[eE]/.test(text)) return FLOAT;
  if (decimals < LONG) return rational(0n);
  const lastHalf = rational(1n, 2n * 10n ** BigInt(decimals));
  return compare(lastHalf, FLOAT) > 0 ? lastHalf : FLOAT;
}

/** Whether the figure is this value. */
export function isPublishedAs(value: Rational, text: string, precision: Precision | null = null): boolean {
  const figure = parseExact(text);
  if (figure === null) return false;
  if (precision === null) return isWithin(value, figure, ownTolerance(text));
  if ('tolerance' in precision) return isWithin(value, figure, precision.tolerance);
  const decimals = Math.max(precision.decimals, Math.min(printedDecimals(text), LONG));
  return compare(roundHalfUp(value, decimals), roundHalfUp(figure, decimals)) === 0;
}
