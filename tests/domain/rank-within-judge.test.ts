// One judge's ranks: shared, missing, and the other way round.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rational, sum } from '#domain/numbers.ts';
import { competitionRanks, midranks } from '#domain/rules/rank-within-judge.ts';
import { tried } from '#tests/kit/arbitraries.ts';

const values = (...list: readonly (number | null)[]) =>
  list.map((value) => (value === null ? null : rational(BigInt(value))));
const half = (twice: number) => rational(BigInt(twice), 2n);

describe("a judge's ranks", () => {
  it('[R-OWN-RANK] share the mean of the ranks, or the better one', () => {
    expect(midranks(values(7, 9, 7, 5))).toEqual([half(5), half(2), half(5), half(8)]);
    expect(competitionRanks(values(7, 9, 7, 5))).toEqual([2, 1, 2, 4]);
  });

  it('[R-OWN-RANK] leave out entries without a value', () => {
    expect(competitionRanks(values(null, 9, 7, null))).toEqual([null, 1, 2, null]);
    expect(midranks(values(null, null))).toEqual([null, null]);
    expect(competitionRanks([])).toEqual([]);
  });

  it('[R-OWN-RANK] put the lowest first where less is better', () => {
    expect(competitionRanks(values(3, 1, 2, 1), 'lower')).toEqual([4, 1, 3, 1]);
  });

  it('[R-OWN-RANK] add up to the same sum however many are equal', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(4), { maxLength: 12 }), (list) => {
        const ranks = midranks(values(...list)).filter((rank) => rank !== null);
        expect(sum(ranks)).toEqual(half(list.length * (list.length + 1)));
      }),
      tried(200),
    );
  });
});
