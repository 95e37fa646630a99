// Exact numbers. A mark is a decimal in text ("9.5"); everything between mark and result is an exact rational; rounding
// happens once, half away from zero, where a rule says so (四舍五入). No binary float lies between finger and screen.

declare const brand: unique symbol;

/** A decimal in its one canonical spelling: no plus sign, no leading or trailing zeros ("0", "9.5", "-0.25"). */
export type Decimal = string & { readonly [brand]: 'Decimal' };

/** What a person or a file may write for a decimal: at most six digits before the point and three after. */
export const decimalPattern = '^-?(?:0|[1-9][0-9]{0,5})(?:\\.[0-9]{1,3})?$';

/** An exact fraction in lowest terms; the denominator is positive. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

export const ZERO: Rational = { n: 0n, d: 1n };
export const ONE: Rational = { n: 1n, d: 1n };

/** Whole numbers up to here are exact as ordinary numbers, whose remainders are found much faster. */
const SMALL = BigInt(Number.MAX_SAFE_INTEGER);

/** Of two whole numbers that are not negative. */
function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (x > SMALL || y > SMALL) {
    if (y === 0n) return x;
    [x, y] = [y, x % y];
  }
  let [m, k] = [Number(x), Number(y)];
  while (k !== 0) [m, k] = [k, m % k];
  return BigInt(m);
}

/** @throws RangeError when the denominator is zero: a division by zero is a bug of the caller. */
export function rational(n: bigint, d: bigint = 1n): Rational {
  if (d === 0n) throw new RangeError('a rational with denominator zero');
  if (d === 1n) return { n, d };
  if (d < 0n) return rational(-n, -d);
  const divisor = gcd(n < 0n ? -n : n, d);
  return divisor === 1n ? { n, d } : { n: n / divisor, d: d / divisor };
}

/** Shared denominators stay small, and 0 and 1 change nothing: most sums are of such. */
export function add(a: Rational, b: Rational): Rational {
  if (a.n === 0n) return b;
  if (b.n === 0n) return a;
  return a.d === b.d ? rational(a.n + b.n, a.d) : rational(a.n * b.d + b.n * a.d, a.d * b.d);
}
export const negate = ({ n, d }: Rational): Rational => ({ n: -n, d });
export const subtract = (a: Rational, b: Rational): Rational => add(a, negate(b));
export function multiply(a: Rational, b: Rational): Rational {
  if (a.n === 1n && a.d === 1n) return b;
  return b.n === 1n && b.d === 1n ? a : rational(a.n * b.n, a.d * b.d);
}
export const divide = (a: Rational, b: Rational): Rational => rational(a.n * b.d, a.d * b.n);
export const absolute = ({ n, d }: Rational): Rational => ({ n: n < 0n ? -n : n, d });
export const sum = (values: readonly Rational[]): Rational => values.reduce(add, ZERO);

/** Negative when a is smaller, positive when a is larger, 0 when equal. */
export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  const [left, right] = a.d === b.d ? [a.n, b.n] : [a.n * b.d, b.n * a.d];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The decimal in canonical spelling, or null when the text is none. */
export function parseDecimal(text: string): Decimal | null {
  if (!new RegExp(decimalPattern).test(text)) return null;
  const trimmed = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  return (trimmed === '-0' ? '0' : trimmed) as Decimal;
}

/** The exact value of a decimal. */
export function toRational(decimal: Decimal): Rational {
  const [whole, fraction = ''] = decimal.split('.');
  return rational(BigInt(`${whole}${fraction}`), 10n ** BigInt(fraction.length));
}

const powers = Array.from({ length: 13 }, (_, decimals) => 10n ** BigInt(decimals));

/** Rounds half away from zero to the given number of decimals. */
export function roundHalfUp(value: Rational, decimals: number): Rational {
  const scale = powers[decimals] ?? 10n ** BigInt(decimals);
  const doubled = 2n * (value.n < 0n ? -value.n : value.n) * scale + value.d;
  const magnitude = doubled / (2n * value.d);
  return rational(value.n < 0n ? -magnitude : magnitude, scale);
}

/** The value with exactly that many decimals, rounded half up: "92.40", "-0.05". */
export function formatRounded(value: Rational, decimals: number): string {
  const rounded = roundHalfUp(value, decimals);
  const units = (rounded.n * 10n ** BigInt(decimals)) / rounded.d;
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0');
  const sign = units < 0n ? '-' : '';
  return decimals === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** Whether value lies on the grid that starts at `from` and goes in steps of `step`. */
export function isOnStep(value: Decimal, from: Decimal, step: Decimal): boolean {
  return divide(subtract(toRational(value), toRational(from)), toRational(step)).d === 1n;
}

/** The value in full: as a decimal where it ends ("80.005"), as a fraction in lowest terms otherwise ("264 1/6" is "1585/6"). */
export function formatExact({ n, d }: Rational): string {
  let [rest, decimals] = [d, 0];
  while (rest % 10n === 0n) [rest, decimals] = [rest / 10n, decimals + 1];
  while (rest % 2n === 0n) [rest, decimals] = [rest / 2n, decimals + 1];
  while (rest % 5n === 0n) [rest, decimals] = [rest / 5n, decimals + 1];
  return rest === 1n ? formatRounded({ n, d }, decimals) : `${n}/${d}`;
}

/** Number as a file may write it: "12", "-0.19", "2e-5", "37/6"; null when the text is none. */
export function parseExact(text: string): Rational | null {
  const parts = /^(-?[0-9]+(?:\.[0-9]+)?)(?:[eE]([+-]?[0-9]{1,3}))?(?:\/([0-9]+(?:\.[0-9]+)?))?$/.exec(text);
  if (parts?.[1] === undefined) return null;
  const exponent = Number(parts[2] ?? '0');
  const power = 10n ** BigInt(Math.abs(exponent));
  const above = multiply(toRational(parts[1] as Decimal), exponent < 0 ? rational(1n, power) : rational(power));
  const below = parts[3] === undefined ? ONE : toRational(parts[3] as Decimal);
  return below.n === 0n ? null : divide(above, below);
}

/** Whether two values differ by no more than the tolerance. */
export const isWithin = (a: Rational, b: Rational, tolerance: Rational): boolean =>
  compare(absolute(subtract(a, b)), tolerance) <= 0;
