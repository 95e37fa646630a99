// Roots and powers of e as exact decimals: both are irrational, so each is worked out in whole numbers and rounded half up,
// once, to the digits asked for. The result is the correctly rounded one, not a near one: no binary float is involved.
import { rational, type Rational } from './numbers.ts';

/** The largest whole number whose square is not above `value`; Newton's method from above, which ends at the root. */
function wholeRoot(value: bigint): bigint {
  if (value < 2n) return value;
  // Four bits a digit: the first guess is a power of two that is never below the root.
  let root = 1n << BigInt(value.toString(16).length * 2);
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

/**
 * The square root, rounded half up to `digits` decimals.
 *
 * With y the root in units of the last digit, half up is floor((2y + 1) / 2), and 2y is the root of four times the radicand:
 * the fraction lost under that root can never lift its floor.
 *
 * @throws RangeError for a negative value: a root of one is a bug of the caller.
 */
export function squareRoot(value: Rational, digits: number): Rational {
  if (value.n < 0n) throw new RangeError('the square root of a negative number');
  const scale = 10n ** BigInt(digits);
  return rational((wholeRoot((4n * value.n * scale * scale) / value.d) + 1n) / 2n, scale);
}

/** n/d in units of 1/scale, half up; both are positive here. */
const units = (n: bigint, d: bigint, scale: bigint): bigint => (2n * n * scale + d) / (2n * d);

/**
 * e to the power of `value`, rounded half up to `digits` decimals.
 *
 * For a positive x the partial sum S of x^i/i! lies below e^x. Once i + 2 is at least 2x, every term after the next is at most half
 * of the one before, so that the rest is at most twice the next term: S < e^x <= S + 2·next. Terms are added until both ends
 * round to the same decimal. That happens for every x but 0 (e^0 = 1), because e^x is then transcendental (Lindemann) and never
 * lies exactly at a half. A negative power is one over the positive one, with both ends exchanged.
 */
export function exponential(value: Rational, digits: number): Rational {
  if (value.n === 0n) return rational(1n);
  const scale = 10n ** BigInt(digits);
  const [n, d] = [value.n < 0n ? -value.n : value.n, value.d];
  // e^(−3·digits) is 10^(−1.3·digits): far below half a unit of the last digit.
  if (value.n < 0n && digits > 0 && n > 3n * BigInt(digits) * d) return rational(0n);
  // The sum and the newest term have the same denominator d^i·i!, which is left unreduced: it only grows.
  let [below, term, denominator] = [1n, 1n, 1n];
  for (let i = 1n; ; i += 1n) {
    const grow = d * i;
    [below, term, denominator] = [below * grow + term * n, term * n, denominator * grow];
    // The next term is term · x/(i + 1); the whole interval is brought to its denominator.
    if ((i + 2n) * d < 2n * n) continue;
    const wider = d * (i + 1n);
    const [low, high, whole] = [below * wider, below * wider + 2n * term * n, denominator * wider];
    const [first, last] =
      value.n > 0n
        ? [units(low, whole, scale), units(high, whole, scale)]
        : [units(whole, high, scale), units(whole, low, scale)];
    if (first === last) return rational(first, scale);
  }
}
