// Exact values held against printed figures, and marks written elsewhere brought into one unit.
import { describe, expect, it } from 'vitest';
import { parseExact, rational } from '#domain/numbers.ts';
import { isPublishedAs } from '#domain/published-figure.ts';
import { marksTable } from '#domain/rules/marks-table.ts';

const third = rational(1n, 3n);

describe('a printed figure', () => {
  it('is the value itself where it is short [R-PUBLISHED]', () => {
    expect(isPublishedAs(rational(1909n, 100n), '19.09')).toBe(true);
    expect(isPublishedAs(rational(1909n, 100n), '19.090')).toBe(true);
    expect(isPublishedAs(third, '0.33')).toBe(false);
    expect(isPublishedAs(third, '1/3')).toBe(true);
    expect(isPublishedAs(third, 'a third')).toBe(false);
  });

  it('may be cut from six decimals on, and differ in what a binary float cannot hold [R-PUBLISHED]', () => {
    expect(isPublishedAs(third, '0.333333')).toBe(true);
    expect(isPublishedAs(third, '0.333334')).toBe(false);
    expect(isPublishedAs(rational(1585n, 6n), '264.16666666666663')).toBe(true);
    expect(isPublishedAs(rational(1585n, 6n), '264.16666668')).toBe(false);
    expect(isPublishedAs(rational(3n, 10n ** 12n), '3.1e-12')).toBe(true);
  });

  it('agrees within a stated tolerance, the bound included [R-PUBLISHED]', () => {
    const tolerance = rational(5n, 100n);
    expect(isPublishedAs(rational(10005n, 1000n), '9.955', { tolerance })).toBe(true);
    expect(isPublishedAs(rational(10006n, 1000n), '9.955', { tolerance })).toBe(false);
  });

  it('agrees to the stated decimals, or to more where it has more [R-PUBLISHED]', () => {
    const value = rational(72749n, 100_000n);
    expect(isPublishedAs(value, '0.73', { decimals: 2 })).toBe(true);
    expect(isPublishedAs(value, '0.7', { decimals: 2 })).toBe(false);
    expect(isPublishedAs(value, '0.727', { decimals: 2 })).toBe(true);
    expect(isPublishedAs(value, '0.728', { decimals: 2 })).toBe(false);
    expect(isPublishedAs(rational(11n), '11.0', { decimals: 1 })).toBe(true);
  });
});

describe('exact text', () => {
  it('may have a power of ten, and a fraction', () => {
    expect(['2e-5', '-1.5E3', '37/6', '0.10', '1/0', '1e', 'x'].map(parseExact)).toEqual([
      rational(1n, 50_000n),
      rational(-1500n),
      rational(37n, 6n),
      rational(1n, 10n),
      null,
      null,
      null,
    ]);
  });
});

describe('marks written elsewhere', () => {
  it('come into the coarsest unit that holds all of them [R-UNITS]', () => {
    const { table, marks } = marksTable('m', [
      [[rational(17n, 2n), null]],
      [[rational(-3n, 4n), rational(2n), rational(1n)]],
    ]);
    expect(table).toEqual({ id: 'm', judges: ['0', '1', '2'], items: [], decimals: 2 });
    expect(marks.map(({ rows }) => rows)).toEqual([[[850, null]], [[-75, 200, 100]]]);
  });

  it('are refused where a unit could not hold them exactly [R-UNITS]', () => {
    expect(() => marksTable('m', [[[third]]])).toThrow('a mark must be a decimal, and 1/3 is none');
    expect(() => marksTable('m', [[[rational(10n ** 17n)]]])).toThrow('too many digits');
  });
});
