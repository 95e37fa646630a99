import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { box } from '#domain/analysis/box.ts';
import { compare, formatRounded, multiply, rational, type Rational } from '#domain/numbers.ts';
import { exact } from '#tests/kit/mark-tables.ts';

const numbers = (values: readonly Rational[]) => {
  const result = box(values);
  return result && [result.lowest, result.lowerQuartile, result.median, result.upperQuartile, result.highest];
};

describe('the box of a plot', () => {
  it.each([
    [
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
      ['1.00', '3.25', '5.50', '7.75', '10.00'],
    ],
    [
      [41, 7, 15, 40, 36, 39],
      ['7.00', '20.25', '37.50', '39.75', '41.00'],
    ],
    [
      [8, 9.5],
      ['8.00', '8.38', '8.75', '9.13', '9.50'],
    ],
    [[7], ['7.00', '7.00', '7.00', '7.00', '7.00']],
  ])('of %j has the quartiles a spreadsheet gives [A-BOX]', (values, written) => {
    expect(numbers(values.map(exact))?.map((value) => formatRounded(value, 2))).toEqual(written);
  });

  it('does not exist without marks', () => {
    expect(box([])).toBeNull();
  });

  it('is in order, does not depend on the order of the marks, and turns over with their sign', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 15 }), (marks) => {
        const values = marks.map(exact);
        const five = numbers(values) ?? [];
        for (const [place, value] of five.entries())
          if (place > 0) expect(compare(five[place - 1] ?? value, value)).toBeLessThanOrEqual(0);
        expect(numbers(values.toReversed())).toEqual(five);
        const minus = (value: Rational) => multiply(value, rational(-1n));
        expect(numbers(values.map(minus))?.toReversed().map(minus)).toEqual(five);
      }),
    );
  });
});
