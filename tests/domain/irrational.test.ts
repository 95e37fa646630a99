import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exponential, squareRoot } from '#domain/irrational.ts';
import { add, compare, formatRounded, multiply, rational, subtract, ZERO, type Rational } from '#domain/numbers.ts';

const unit = (digits: number): Rational => rational(1n, 10n ** BigInt(digits));
const positive = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.bigInt({ min: 1n, max: 10n ** 9n }))
  .map(([n, d]) => rational(n, d));

describe('the square root', () => {
  it('gives the printed digits of the root of two, rounded half up', () => {
    expect(formatRounded(squareRoot(rational(2n), 50), 50)).toBe(
      '1.41421356237309504880168872420969807856967187537695',
    );
    expect(formatRounded(squareRoot(rational(2n), 49), 49)).toBe('1.4142135623730950488016887242096980785696718753769');
  });

  it.each([
    [rational(0n), 3, '0.000'],
    [rational(1n), 3, '1.000'],
    [rational(9n, 4n), 3, '1.500'],
    [rational(1n, 4n), 0, '1'],
    [rational(2n, 9n), 1, '0.5'],
    [rational(10n ** 40n), 0, '100000000000000000000'],
  ])('of %o to %i digits is %s', (value, digits, written) => {
    expect(formatRounded(squareRoot(value, digits), digits)).toBe(written);
  });

  it('is the nearest decimal, and the upper one at exactly half', () => {
    fc.assert(
      fc.property(positive, fc.nat(20), (value, digits) => {
        const root = squareRoot(value, digits);
        const half = multiply(unit(digits), rational(1n, 2n));
        const [low, high] = [subtract(root, half), add(root, half)];
        if (low.n > 0n) expect(compare(multiply(low, low), value)).toBeLessThanOrEqual(0);
        expect(compare(multiply(high, high), value)).toBe(1);
      }),
    );
  });

  it('gives back the number whose square it is given', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), (thousandths) => {
        const value = rational(thousandths, 1000n);
        expect(squareRoot(multiply(value, value), 3)).toEqual(value);
      }),
    );
  });

  it('has no answer below zero', () => {
    expect(() => squareRoot(rational(-1n), 2)).toThrow(RangeError);
  });
});

describe('the power of e', () => {
  it.each([
    [rational(1n), 50, '2.71828182845904523536028747135266249775724709369996'],
    [rational(10n), 30, '22026.465794806716516957900645284244'],
    [rational(-1n), 30, '0.367879441171442321595523770161'],
    [rational(1n, 2n), 30, '1.648721270700128146848650787814'],
    [rational(0n), 5, '1.00000'],
    [rational(-100n), 12, '0.000000000000'],
  ])('of %o to %i digits is the printed one', (value, digits, written) => {
    expect(formatRounded(exponential(value, digits), digits)).toBe(written);
  });

  const exponent = fc
    .tuple(fc.bigInt({ min: -2000n, max: 2000n }), fc.bigInt({ min: 1n, max: 200n }))
    .map(([n, d]) => rational(n, d))
    .filter((value) => value.n < 20n * value.d && value.n > -20n * value.d);

  it('agrees with more digits of itself', () => {
    fc.assert(
      fc.property(exponent, fc.nat(12), (value, digits) => {
        const far = subtract(exponential(value, digits), exponential(value, digits + 15));
        const size = far.n < 0n ? rational(-far.n, far.d) : far;
        const allowed = multiply(add(unit(digits), unit(digits + 15)), rational(1n, 2n));
        expect(compare(size, allowed)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('is one when multiplied with its negative power, and the product of its parts', () => {
    fc.assert(
      fc.property(exponent, exponent, (a, b) => {
        const [x, y, back] = [a, b, rational(-a.n, a.d)].map((value) => exponential(value, 40));
        const both = exponential(add(a, b), 40);
        const near = (p: Rational, q: Rational) => formatRounded(subtract(p, q), 15) === formatRounded(ZERO, 15);
        expect(near(multiply(x ?? ZERO, back ?? ZERO), rational(1n))).toBe(true);
        expect(near(multiply(x ?? ZERO, y ?? ZERO), both)).toBe(true);
      }),
    );
  });
});
