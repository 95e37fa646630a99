// Fractions for the second calculator: two whole numbers, nothing of the product. Slow and plain on purpose.
export interface Fraction {
  readonly top: bigint;
  /** Above zero. */
  readonly bottom: bigint;
}

/** Divisors are tried by remainders until nothing is left over. */
function shortened(top: bigint, bottom: bigint): Fraction {
  let [a, b] = [top < 0n ? -top : top, bottom];
  while (b > 0n) [a, b] = [b, a % b];
  return { top: top / a, bottom: bottom / a };
}

export const whole = (count: number): Fraction => ({ top: BigInt(count), bottom: 1n });
export const nothing = whole(0);

/** "-12.5" as -125/10. */
export function written(text: string): Fraction {
  const digits = text.replace('-', '').replace('.', '');
  const after = text.includes('.') ? text.length - text.indexOf('.') - 1 : 0;
  const size = BigInt(`1${'0'.repeat(after)}`);
  return shortened(text.startsWith('-') ? -BigInt(digits) : BigInt(digits), size);
}

export const plus = (a: Fraction, b: Fraction): Fraction =>
  shortened(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
export const minus = (a: Fraction, b: Fraction): Fraction => plus(a, { top: -b.top, bottom: b.bottom });
export const times = (a: Fraction, b: Fraction): Fraction => shortened(a.top * b.top, a.bottom * b.bottom);
export const over = (a: Fraction, b: Fraction): Fraction =>
  b.top < 0n ? shortened(-a.top * b.bottom, a.bottom * -b.top) : shortened(a.top * b.bottom, a.bottom * b.top);
export const isLess = (a: Fraction, b: Fraction): boolean => minus(a, b).top < 0n;
export const isSame = (a: Fraction, b: Fraction): boolean => minus(a, b).top === 0n;
export const total = (list: readonly Fraction[]): Fraction => list.reduce(plus, nothing);
export const average = (list: readonly Fraction[]): Fraction => over(total(list), whole(list.length));

export const smallest = (list: readonly Fraction[]): Fraction =>
  list.find((one) => list.every((other) => !isLess(other, one))) ?? nothing;
export const largest = (list: readonly Fraction[]): Fraction =>
  list.find((one) => list.every((other) => !isLess(one, other))) ?? nothing;

/** Cut off after the digits wanted; one more unit when what was cut off is a half or more. */
export function nearest(value: Fraction, decimals: number): Fraction {
  const size = 10n ** BigInt(decimals);
  const isBelow = value.top < 0n;
  const units = (isBelow ? -value.top : value.top) * size;
  const rest = units % value.bottom;
  const rounded = units / value.bottom + (rest + rest >= value.bottom ? 1n : 0n);
  return shortened(isBelow ? -rounded : rounded, size);
}

/** By halving an interval until it is one unit of the last digit, then nearest. */
export function root(value: Fraction, decimals: number): Fraction {
  const size = 10n ** BigInt(decimals);
  const isTooLarge = (units: bigint, per: bigint) => units * units * value.bottom > value.top * per * per;
  let [low, high] = [0n, size * (value.top / value.bottom + 2n)];
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (isTooLarge(middle, size)) high = middle;
    else low = middle;
  }
  return shortened(isTooLarge(2n * low + 1n, 2n * size) ? low : low + 1n, size);
}

/** e to the power of −x by its series in whole numbers with sixty digits, then nearest. */
export function decayed(x: Fraction, decimals: number): Fraction {
  const size = 10n ** 60n;
  let [term, sum] = [size, size];
  for (let i = 1n; i < 400n; i += 1n) {
    term = (term * -x.top) / (x.bottom * i);
    sum += term;
  }
  return nearest(shortened(sum, size), decimals);
}
