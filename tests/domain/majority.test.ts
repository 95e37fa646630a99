// Decisions by majority of judges, the names of decisions, and the majority-only means.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDecimal, toRational, type Decimal, type Rational } from '#domain/numbers.ts';
import { majority } from '#domain/rules/majority.ts';
import { tried } from '#tests/kit/arbitraries.ts';

const value = (mark: string): Rational | null => (mark === '-' ? null : toRational(parseDecimal(mark) as Decimal));
/** One text per judge: the own total of each entry, "-" for none. */
const cards = (...judges: readonly string[]) => judges.map((judge) => judge.split(' ').map(value));
const text = (mean: Rational | null) => mean && (mean.d === 1n ? `${mean.n}` : `${mean.n}/${mean.d}`);

describe('the majority of judges', () => {
  it.each([
    [['29 28', '29 28', '30 27'], 0, 'unanimous'],
    [['28 29', '29 28', '29 28'], 0, 'split'],
    [['29 28', '47 47', '30 27'], 0, 'majority'],
    [['28 28', '28 28', '28 28'], null, 'unanimous'],
    [['29 28', '28 28', '28 29'], null, 'split'],
    [['29 28', '28 28', '28 28'], null, 'majority'],
    [['27 30', '27 30', '30 20'], 1, 'split'],
    [['29 28'], 0, 'unanimous'],
    [['29 28', '28 29'], null, 'split'],
    [['29 28', '29 28', '29 28', '28 29', '28 28'], 0, 'split'],
    [['29 28', '29 28', '28 29', '28 28', '28 28'], null, 'split'],
    [[], null, null],
  ] as const)('[R-MAJORITY] decides %j', (judges, winner, kind) => {
    expect(majority(cards(...judges))).toMatchObject({ winner, kind });
  });

  it('[R-MAJORITY] counts cards instead of adding them', () => {
    expect(majority(cards('10 9', '10 9', '1 10'))).toMatchObject({ winner: 0, tally: [2, 1], votes: [0, 0, 1] });
  });

  it('[R-MAJORITY] leaves out a judge who lacks a value, who then is no card', () => {
    expect(majority(cards('10 9', '- 9', '10 10'))).toMatchObject({
      votes: [0, null, 'level'],
      cards: 2,
      winner: null,
    });
    expect(majority(cards('10 9', '- 9', '- -'))).toMatchObject({ votes: [0, null, null], cards: 1, winner: 0 });
  });

  it('[R-MAJORITY] takes a declared vote instead of the totals', () => {
    const result = majority(cards('10 9', '9 9', '8 9'), undefined, [1, 1, null]);
    expect(result).toMatchObject({ votes: [1, 1, 1], winner: 1, kind: 'unanimous' });
    expect(text(result.margin)).toBe('0');
  });

  it('[R-MAJORITY] lets the most votes win where the rules say so', () => {
    const panel = cards('3 1 1', '3 1 1', '1 3 1', '1 1 3', '2 2 2');
    expect(majority(panel)).toMatchObject({ tally: [2, 1, 1], level: 1, needed: 2, winner: null, kind: null });
    expect(majority(panel, { wins: 'most', level: 'allowed' })).toMatchObject({ winner: 0 });
  });

  it('[R-MAJORITY] makes the result invalid where an own tie is not allowed', () => {
    const strict = { wins: 'most', level: 'invalid' } as const;
    expect(majority(cards('263 263', '268 267', '268 266'), strict)).toMatchObject({
      isValid: false,
      winner: null,
      kind: null,
      majorityMeans: null,
    });
    expect(majority(cards('263 262'), strict)).toMatchObject({ isValid: true, winner: 0 });
  });

  it('[R-MAJORITY-MEAN] averages only the judges of the majority', () => {
    // Source: github.com/TabbycatDebate/tabbycat.
    const result = majority(cards('263 261.5', '262 263', '262.5 268'));
    expect(result).toMatchObject({ winner: 1, majority: [1, 2] });
    expect(result.majorityMeans?.map(text)).toEqual(['1049/4', '531/2']);
    expect(text(result.margin)).toBe('13/4');
    expect(result.everyonesMeans.map(text)).toEqual(['525/2', '1585/6']);
  });

  it('[R-MAJORITY-MEAN] can leave the winner with fewer points, and has no margin without a winner', () => {
    const declared = majority(cards('10 12', '10 8', '10 12'), undefined, [0, 0, 0]);
    expect(text(declared.margin)).toBe('-2/3');
    expect(majority(cards('10 10'))).toMatchObject({ majorityMeans: null, margin: null, majority: [] });
    expect(majority(cards('- 5', '- 7')).everyonesMeans.map(text)).toEqual([null, '6']);
  });

  it('[R-MAJORITY] does not mind the order of the judges, and turns with the sides', () => {
    const mark = fc.constantFrom('8', '9', '9.5', '10', '-');
    fc.assert(
      fc.property(fc.array(fc.tuple(mark, mark), { maxLength: 7 }), (panel) => {
        const one = majority(cards(...panel.map((own) => own.join(' '))));
        const turned = majority(cards(...[...panel].reverse().map(([a, b]) => `${b} ${a}`)));
        expect(turned.kind).toBe(one.kind);
        expect(turned.winner).toBe(one.winner === null ? null : 1 - one.winner);
        expect(turned.margin).toEqual(one.margin);
      }),
      tried(300),
    );
  });
});
