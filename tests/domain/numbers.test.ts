import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compare,
  formatRounded,
  isOnStep,
  parseDecimal,
  rational,
  roundHalfUp,
  subtract,
  toRational,
  type Decimal,
} from '#domain/numbers.ts';

const decimal = (text: string) => parseDecimal(text) as Decimal;

describe('exact numbers', () => {
  it.each([
    ['9.50', '9.5'],
    ['10', '10'],
    ['10.0', '10'],
    ['0.000', '0'],
    ['-0', '0'],
    ['-0.25', '-0.25'],
    ['100', '100'],
  ])('spells %s in its one canonical way', (written, canonical) => {
    expect(parseDecimal(written)).toBe(canonical);
  });

  it.each([
    '',
    ' 7',
    '7 ',
    '7,5',
    '７',
    '+7',
    '.5',
    '5.',
    '1e3',
    '0x10',
    '01',
    'NaN',
    'Infinity',
    '1234567',
    '0.1234',
    '--1',
    '__proto__',
  ])('takes %j for no decimal', (written) => {
    expect(parseDecimal(written)).toBeNull();
  });

  it('rounds half up where binary floats do not: 320.02 over four judges is 80.01', () => {
    expect(formatRounded(rational(32002n, 400n), 2)).toBe('80.01');
    expect((320.02 / 4).toFixed(2)).toBe('80.00');
  });

  it.each([
    [rational(-1005n, 1000n), 2, '-1.01'],
    [rational(1n, 3n), 4, '0.3333'],
    [rational(5n, 10n), 0, '1'],
    [rational(0n), 2, '0.00'],
    [rational(-1n, 1000n), 2, '0.00'],
    [rational(2n, 3n), 0, '1'],
  ])('writes %o with fixed decimals', (value, decimals, written) => {
    expect(formatRounded(value, decimals)).toBe(written);
  });

  it('is never further from the exact value than half a unit, and lies above it at exactly half', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 9n }),
        fc.bigInt({ min: 1n, max: 10n ** 6n }),
        fc.nat(4),
        (n, d, decimals) => {
          const value = rational(n, d);
          const rounded = roundHalfUp(value, decimals);
          const distance = subtract(rounded, value);
          const half = rational(1n, 2n * 10n ** BigInt(decimals));
          expect(compare(distance, half)).toBeLessThanOrEqual(0);
          expect(compare(distance, rational(-half.n, half.d))).toBeGreaterThan(0);
        },
      ),
    );
  });

  it('knows whether a mark lies on the step that begins at the lowest allowed', () => {
    expect(isOnStep(decimal('8.7'), decimal('6'), decimal('0.1'))).toBe(true);
    expect(isOnStep(decimal('8.75'), decimal('6'), decimal('0.1'))).toBe(false);
    expect(isOnStep(decimal('6.5'), decimal('6.25'), decimal('0.25'))).toBe(true);
    expect(compare(toRational(decimal('0.1')), rational(1n, 10n))).toBe(0);
  });
});
