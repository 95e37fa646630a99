// The figures about single judges that have no published table: consistency, spread, discrimination.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consistencies } from '#domain/analysis/consistency.ts';
import { discriminations } from '#domain/analysis/discrimination.ts';
import { spreads } from '#domain/analysis/spread.ts';
import { add, compare, rational, sum, ZERO } from '#domain/numbers.ts';
import {
  approximately,
  asFloats,
  average,
  completeTables,
  naiveVariance,
  printed,
  reseated,
  tableOf,
  tablesWithGaps,
} from '#tests/kit/mark-tables.ts';

const scale = { from: rational(0n), to: rational(10n) };
const dash = { value: null };

describe('the consistency of a judge', () => {
  it('is the scatter of the deviations and the correlation with the others, as worked out naively [A-CONSISTENCY]', () => {
    fc.assert(
      fc.property(completeTables, (table) => {
        const rows = asFloats(table);
        consistencies(table).forEach(({ scatter, correlation }, judge) => {
          const own = rows.map((row) => row[judge] ?? 0);
          const others = rows.map((row) => average(row.filter((_, other) => other !== judge)));
          const apart = own.map((mark, entry) => mark - (others[entry] ?? 0));
          expect(approximately(scatter.value ?? ZERO)).toBeCloseTo(Math.sqrt(naiveVariance(apart)), 9);
          if (!correlation.value) return;
          const product = own.reduce(
            (total, mark, entry) => total + (mark - average(own)) * ((others[entry] ?? 0) - average(others)),
            0,
          );
          const root = Math.sqrt(naiveVariance(own) * naiveVariance(others)) * (own.length - 1);
          expect(approximately(correlation.value)).toBeCloseTo(product / root, 6);
        });
      }),
    );
  });

  it('is not touched by the judge being milder throughout', () => {
    fc.assert(
      fc.property(completeTables, fc.bigInt({ min: -40n, max: 40n }), (table, quarters) => {
        const values = table.values.map((row) =>
          row.map((mark, judge) => (mark && judge === 0 ? add(mark, rational(quarters, 4n)) : mark)),
        );
        expect(consistencies({ ...table, values })[0]).toEqual(consistencies(table)[0]);
      }),
    );
  });

  it('stands or is missing by the entries marked together with others, whoever sits where', () => {
    fc.assert(
      fc.property(tablesWithGaps, (table) => {
        const all = consistencies(table);
        for (const { entries, scatter } of all) expect(scatter.value !== null).toBe(entries >= 2);
        expect(consistencies(reseated(table)).toReversed()).toEqual(all);
      }),
    );
  });

  it('has no correlation for a judge who gives everybody the same [A-CORRELATION]', () => {
    const [first, second] = consistencies(
      tableOf([
        [7, 5, 6],
        [7, 8, 9],
        [7, 6, 8],
      ]),
    );
    expect(first?.correlation).toEqual({ value: null, reason: 'no-spread' });
    expect(printed(second?.correlation ?? dash, 4)).toBe('0.9286');
  });
});

describe('the spread of a judge', () => {
  it('has the certified deviation of NumAcc4, where floats lose their digits [A-SAMPLE]', () => {
    // NIST StRD, univariate, NumAcc4: mean 10000000.2, standard deviation 0.1 (exact), 1001 observations.
    const rows = [['10000000.2'], ...Array.from({ length: 1000 }, (_, i) => [i % 2 ? '10000000.3' : '10000000.1'])];
    expect(spreads(tableOf(rows), scale)[0]?.standardDeviation).toEqual({ value: rational(1n, 10n), reason: null });
  });

  it('is compared with the mean of all deviations, and the range with the scale [A-SPREAD]', () => {
    const [wide, narrow, once] = spreads(
      tableOf([
        [2, 7, 5],
        [10, 8, null],
        [6, 7.5, null],
      ]),
      scale,
    );
    expect([wide, narrow].map((judge) => printed(judge?.standardDeviation ?? dash, 3))).toEqual(['4.000', '0.500']);
    expect([wide, narrow].map((judge) => printed(judge?.relative ?? dash, 3))).toEqual(['1.778', '0.222']);
    expect([wide, narrow].map((judge) => printed(judge?.used ?? dash, 2))).toEqual(['0.80', '0.10']);
    expect(once).toMatchObject({
      entries: 1,
      standardDeviation: { reason: 'too-few-entries' },
      range: { value: ZERO },
    });
  });

  it('is 1 on average over the judges who have one', () => {
    fc.assert(
      fc.property(tablesWithGaps, (table) => {
        const relative = spreads(table, scale).flatMap(({ relative }) => relative.value ?? []);
        if (relative.length === 0) return;
        expect(approximately(sum(relative)) / relative.length).toBeCloseTo(1, 9);
      }),
    );
  });

  it('is a dash where nobody differs and where nothing was marked', () => {
    const [flat, absent] = spreads(
      tableOf([
        [7, null],
        [7, null],
      ]),
      scale,
    );
    expect(flat).toMatchObject({ standardDeviation: { value: ZERO }, relative: { value: null, reason: 'no-spread' } });
    expect(absent).toMatchObject({ range: { value: null, reason: 'too-few-entries' }, used: { value: null } });
  });
});

describe('the discrimination of a judge', () => {
  it('is the share of pairs of entries the judge separates [A-DISCRIMINATION]', () => {
    const [first, second, third] = discriminations(
      tableOf([
        [8, 9, 5],
        [8, 9, null],
        [8, 7, null],
        [9, 6, null],
      ]),
    );
    expect(first).toMatchObject({ distinct: 2, tieRate: { value: rational(1n, 2n) } });
    expect(second).toMatchObject({ distinct: 3, discrimination: { value: rational(5n, 6n) } });
    expect(third).toMatchObject({ distinct: 1, tieRate: { value: null, reason: 'too-few-entries' } });
  });

  it('counts what a naive count of all pairs gives', () => {
    fc.assert(
      fc.property(completeTables, (table) => {
        discriminations(table).forEach(({ discrimination, distinct }, judge) => {
          const marks = table.values.flatMap((row) => row[judge] ?? []);
          const pairs = marks.flatMap((a, i) => marks.slice(i + 1).map((b) => compare(a, b) !== 0));
          expect(discrimination.value).toEqual(rational(BigInt(pairs.filter(Boolean).length), BigInt(pairs.length)));
          expect(distinct).toBe(new Set(marks.map(({ n, d }) => `${n}/${d}`)).size);
        });
      }),
    );
  });
});
