// Keys and slider on an item's scale: every mark is on the step and in the range, and nothing else ever becomes one.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOnStep, type Decimal } from '#domain/numbers.ts';
import { fromThousandths, Scale, toThousandths } from '#judge-client/sheet/scale.ts';
import { press, readTyped, type Key } from '#judge-client/sheet/typed-mark.ts';

const scaleOf = (minAllowed: string, maxAllowed: string, entryStep: string) =>
  new Scale({ minAllowed, maxAllowed, entryStep });
const six = scaleOf('6', '10', '0.1');
const hundred = scaleOf('0', '100', '0.01');
const halves = scaleOf('0', '10', '0.5');

describe('typing on a scale', () => {
  it.each([
    [six, '8', 'mark'],
    [six, '8.', 'beginning'],
    [six, '8.7', 'mark'],
    [six, '1', 'beginning'],
    [six, '10', 'mark'],
    [six, '10.0', 'mark'],
    [six, '4', 'out-of-range'],
    [six, '5.9', 'out-of-range'],
    [six, '10.5', 'out-of-range'],
    [six, '98', 'out-of-range'],
    [six, '8.75', 'off-step'],
    [six, '0', 'out-of-range'],
    [hundred, '0', 'mark'],
    [hundred, '98.76', 'mark'],
    [hundred, '98.765', 'off-step'],
    [hundred, '101', 'out-of-range'],
    [halves, '8.3', 'off-step'],
    [halves, '8.5', 'mark'],
  ] as const)('on %#: %s', (scale, text, kind) => {
    expect(readTyped(scale, text).kind).toBe(kind);
  });

  it('replaces a leading zero and lets one point through', () => {
    const keys: readonly Key[] = ['0', '9', '.', '.', '5'];
    expect(keys.reduce(press, '')).toBe('9.5');
    expect(press('9.5', 'erase')).toBe('9.');
    expect(press('', '.')).toBe('0.');
    expect(press('9.555', '1')).toBe('9.555');
  });
});

describe('a scale', () => {
  it('shows every mark with the decimals of its step', () => {
    expect(six.label('10')).toBe('10.0');
    expect(hundred.label('7.5')).toBe('7.50');
    expect(scaleOf('0', '20', '1').label('7')).toBe('7');
  });

  it('labels at most six ticks, both round', () => {
    expect(six.ticks().map(({ label }) => label)).toEqual(['6', '7', '8', '9', '10']);
    expect(hundred.ticks().map(({ label }) => label)).toEqual(['0', '20', '40', '60', '80', '100']);
  });

  it('offers quick marks below the highest, none where the range is too small', () => {
    expect(six.quickMarks()).toEqual(['9.5', '9', '8.5', '8']);
    expect(scaleOf('0', '100', '1').quickMarks()).toEqual(['95', '90', '85', '80']);
    expect(scaleOf('0', '1', '0.1').quickMarks()).toEqual([]);
  });

  it('gives only allowed marks, wherever the track is touched', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<readonly [string, string, string]>(
          ['6', '10', '0.1'],
          ['0', '100', '0.01'],
          ['0', '10', '0.5'],
          ['10', '20', '0.1'],
          ['0', '30', '1'],
          ['1.5', '9.75', '0.25'],
        ),
        fc.double({ min: -0.5, max: 1.5, noNaN: true }),
        ([min, max, step], place) => {
          const mark = scaleOf(min, max, step).markNear(place);
          expect(isOnStep(mark, min as Decimal, step as Decimal)).toBe(true);
          expect(toThousandths(mark)).toBeGreaterThanOrEqual(toThousandths(min));
          expect(toThousandths(mark)).toBeLessThanOrEqual(toThousandths(max));
        },
      ),
    );
  });

  it('counts in whole thousandths without losing any', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999, max: 999_999_999 }), (value) => {
        expect(toThousandths(fromThousandths(value, 3))).toBe(value);
      }),
    );
  });
});
