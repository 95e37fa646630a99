// The methods that add up points: plurality, approval, Borda, positional tables.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { approval } from '#domain/ballots/approval.ts';
import { borda } from '#domain/ballots/borda.ts';
import { plurality } from '#domain/ballots/plurality.ts';
import type { PointTally } from '#domain/ballots/point-tally.ts';
import { positional } from '#domain/ballots/positional.ts';
import { multiply, rational, sum, type Rational } from '#domain/numbers.ts';
import { tried } from '#tests/kit/arbitraries.ts';
import { election, elections } from './elections.ts';

const text = ({ n, d }: Rational) => (d === 1n ? `${n}` : `${n}/${d}`);
const points = ({ totals }: PointTally) => totals.map((own) => `${own.candidate} ${text(own.points)}`).join(', ');
const whole = (value: number) => rational(BigInt(value));
/** Source: en.wikipedia.org, Borda count, the capital of Tennessee. */
const capital = election('A B C D', '42: A > B > C > D\n26: B > C > D > A\n15: C > D > B > A\n17: D > C > B > A');

describe('Borda', () => {
  it('[V-BORDA] gives n points for the first place down to 1', () => {
    const result = borda(capital);
    expect(points(result)).toBe('A 226, B 294, C 273, D 207');
    expect(result.order).toEqual([['B'], ['C'], ['A'], ['D']]);
    expect(result.totals[1]?.given).toEqual([
      { each: whole(4), voters: 26 },
      { each: whole(3), voters: 42 },
      { each: whole(2), voters: 32 },
    ]);
  });

  it('[V-BORDA] lets equal and unnamed candidates share the mean of what they span', () => {
    expect(points(borda(election('A B C', '1: A')))).toBe('A 3, B 3/2, C 3/2');
    expect(points(borda(election('A B C D', '1: A = B = C')))).toBe('A 3, B 3, C 3, D 1');
    expect(points(borda(election('A B C', '1: ')))).toBe('A 2, B 2, C 2');
  });

  it('[V-BORDA] gives away the same sum on every ballot', () => {
    fc.assert(
      fc.property(elections, (given) => {
        const size = given.candidates.length;
        const voters = given.ballots.reduce((total, ballot) => total + ballot.voters, 0);
        expect(sum(borda(given).totals.map((own) => own.points))).toEqual(whole((voters * size * (size + 1)) / 2));
      }),
      tried(200),
    );
  });

  it('[V-BORDA] shows how many voters gave how much, which adds up to the points', () => {
    fc.assert(
      fc.property(elections, (given) => {
        for (const own of borda(given).totals) {
          expect(sum(own.given.map(({ each, voters }) => multiply(each, whole(voters))))).toEqual(own.points);
        }
      }),
      tried(200),
    );
  });
});

describe('a positional table', () => {
  const table = [10, 7, 5, 3, 1].map(whole);

  it('[V-POSITIONAL] gives place i its number; empty places give nothing to others', () => {
    const given = election('A B C D E F', '2: A > B > C > D > E > F\n1: B > A\n1: F');
    const result = positional(given, table);
    expect(points(result)).toBe('A 27, B 24, C 10, D 6, E 2, F 10');
    expect(result.order).toEqual([['A'], ['B'], ['C', 'F'], ['D'], ['E']]);
    expect(result.firstChoices.map(({ voters }) => voters)).toEqual([2, 1, 0, 0, 0, 1]);
  });

  it('[V-POSITIONAL] keeps the points of a place left empty between others, and counts no first choice for it', () => {
    const ballots = [
      { voters: 2, groups: [['A'], [], ['B']] },
      { voters: 1, groups: [[], ['C']] },
    ];
    const result = positional({ candidates: ['A', 'B', 'C'], ballots, unranked: 'last' }, table);
    expect(points(result)).toBe('A 20, B 10, C 7');
    expect(result.firstChoices.map(({ voters }) => voters)).toEqual([2, 0, 0]);
  });

  it('[V-POSITIONAL] lets equal candidates share what they span, also over the end of the table', () => {
    expect(points(positional(election('A B C', '1: A > B = C'), table.slice(0, 2)))).toBe('A 10, B 7/2, C 7/2');
    expect(points(positional(election('A B C', '1: A > B > C'), []))).toBe('A 0, B 0, C 0');
  });
});

describe('plurality and approval', () => {
  it('[V-PLURALITY] count the first choice, shared by equal ones', () => {
    expect(points(plurality(capital))).toBe('A 42, B 26, C 15, D 17');
    expect(points(plurality(election('A B C', '3: A = B > C\n1: C\n5: ')))).toBe('A 3/2, B 3/2, C 1');
  });

  it('[V-APPROVAL] count everybody a ballot names', () => {
    const result = approval(election('A B C', '3: A > B\n2: C = B\n4: '));
    expect(points(result)).toBe('A 3, B 5, C 2');
    expect(result.order).toEqual([['B'], ['A'], ['C']]);
  });
});
