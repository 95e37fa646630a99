import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correlation } from '#domain/analysis/correlation.ts';
import { midranks, tieCorrection } from '#domain/analysis/midranks.ts';
import { pairAgreements } from '#domain/analysis/pair-agreement.ts';
import { compare, rational, sum } from '#domain/numbers.ts';
import {
  approximately,
  asFloats,
  byJudge,
  completeTables,
  exact,
  printed,
  reseated,
  tableOf,
  tablesWithGaps,
} from '#tests/kit/mark-tables.ts';

const pairOf = (x: readonly number[], y: readonly number[]) => {
  const [pair] = pairAgreements(tableOf(byJudge([x, y])));
  return { spearman: pair?.spearman ?? { value: null }, kendall: pair?.kendall ?? { value: null } };
};

describe('midranks', () => {
  it('give equal marks the mean of the places they cover [A-MIDRANK]', () => {
    const { ranks, groups } = midranks([3, 1, 3, 7, 3].map(exact));
    expect(ranks.map((rank) => printed({ value: rank }, 1))).toEqual(['3.0', '1.0', '3.0', '5.0', '3.0']);
    expect(groups).toEqual([1, 3, 1]);
    expect(tieCorrection(groups)).toBe(24n);
  });

  it('add up to n(n+1)/2', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 12 }), (marks) => {
        const n = BigInt(marks.length);
        expect(sum(midranks(marks.map(exact)).ranks)).toEqual(rational(n * (n + 1n), 2n));
      }),
    );
  });
});

describe('the agreement of a pair of judges', () => {
  it('gives the printed correlations of textbooks and manuals [A-PAIR]', () => {
    // Hollander and Wolfe 1973, page 187: quality of tuna, no ties: tau = 0.4444.
    const tuna = pairOf(
      [44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1],
      [2.6, 3.1, 2.5, 5, 3.6, 4, 5.2, 2.8, 3.8],
    );
    expect(printed(tuna.kendall, 4)).toBe('0.4444');
    // The manual of SciPy: with ties, tau-b = -0.47140452, Spearman = 0.82078268.
    expect(printed(pairOf([12, 2, 1, 12, 2], [1, 4, 7, 1, 0]).kendall, 8)).toBe('-0.47140452');
    expect(printed(pairOf([1, 2, 3, 4, 5], [5, 6, 7, 8, 7]).spearman, 8)).toBe('0.82078268');
    // Intelligence and hours of television, the worked example of encyclopaedias: -29/165.
    const [iq, hours] = [
      [106, 100, 86, 101, 99, 103, 97, 113, 112, 110],
      [7, 27, 2, 50, 28, 29, 20, 12, 6, 17],
    ];
    expect(printed(pairOf(iq, hours).spearman, 9)).toBe('-0.175757576');
  });

  it('equals a naive count of all pairs, and lies between -1 and 1', () => {
    fc.assert(
      fc.property(completeTables, (table) => {
        const rows = asFloats(table);
        for (const { judges, kendall, spearman } of pairAgreements(table)) {
          const [a, b] = judges.map((judge) => rows.map((row) => row[table.judges.indexOf(judge)] ?? 0));
          let [balance, inFirst, inSecond] = [0, 0, 0];
          for (const i of rows.keys())
            for (const j of rows.keys()) {
              const [p, q] = [Math.sign((a?.[i] ?? 0) - (a?.[j] ?? 0)), Math.sign((b?.[i] ?? 0) - (b?.[j] ?? 0))];
              balance += p * q;
              inFirst += p * p;
              inSecond += q * q;
            }
          expect(kendall.value !== null).toBe(inFirst > 0 && inSecond > 0);
          expect(spearman.value !== null).toBe(inFirst > 0 && inSecond > 0);
          // The textbook's definition: the product-moment correlation of the midranks.
          const [first, second] = judges.map((judge) =>
            midranks(table.values.flatMap((row) => row[table.judges.indexOf(judge)] ?? [])),
          );
          expect(spearman).toEqual(correlation(first?.ranks ?? [], second?.ranks ?? []));
          if (!kendall.value || !spearman.value) continue;
          expect(approximately(kendall.value)).toBeCloseTo(balance / Math.sqrt(inFirst * inSecond), 9);
          for (const value of [kendall.value, spearman.value]) {
            expect(compare(value, rational(1n))).toBeLessThanOrEqual(0);
            expect(compare(value, rational(-1n))).toBeGreaterThanOrEqual(0);
          }
        }
      }),
    );
  });

  it('uses the entries both have marked, and does not depend on who is named first', () => {
    fc.assert(
      fc.property(tablesWithGaps, (table) => {
        const key = ({ judges }: { judges: readonly string[] }) => judges.toSorted().join();
        const all = new Map(pairAgreements(table).map((pair) => [key(pair), pair]));
        for (const pair of pairAgreements(reseated(table)))
          expect({ ...pair, judges: key(pair) }).toEqual({ ...all.get(key(pair)), judges: key(pair) });
        for (const { judges, entries } of all.values()) {
          const [a, b] = judges.map((judge) => table.judges.indexOf(judge));
          expect(entries).toBe(table.values.filter((row) => row[a ?? 0] && row[b ?? 0]).length);
        }
      }),
    );
  });

  it('speaks of groups of judges only from ten common entries on', () => {
    const rows = (count: number) => Array.from({ length: count }, (_, entry) => [entry, entry % 3]);
    expect([9, 10].map((count) => pairAgreements(tableOf(rows(count)))[0]?.enoughForGroups)).toEqual([false, true]);
    expect(pairAgreements(tableOf([[1, 2]]))[0]?.kendall).toEqual({ value: null, reason: 'too-few-entries' });
  });
});
