import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intraclassCorrelation } from '#domain/analysis/icc.ts';
import type { MarkTable } from '#domain/analysis/table.ts';
import { add, rational, type Rational } from '#domain/numbers.ts';
import chopinFinal from '#tests/golden/chopin2025-final.json' with { type: 'json' };
import chopinStage3 from '#tests/golden/chopin2025-stage3.json' with { type: 'json' };
import shroutFleiss from '#tests/golden/icc-shrout-fleiss.json' with { type: 'json' };
import {
  approximately,
  asFloats,
  average,
  completeTables,
  printed,
  reseated,
  tableOf,
} from '#tests/kit/mark-tables.ts';

const names = ['icc11', 'icc21', 'icc31', 'icc1k', 'icc2k', 'icc3k', 'f1', 'f2'] as const;

describe('intraclass correlation', () => {
  it('gives the figures Shrout and Fleiss printed in 1979 [A-ICC]', () => {
    const result = intraclassCorrelation(tableOf(shroutFleiss.input.tables[0]?.rows ?? []));
    expect(names.map((name) => printed(result[name], name.startsWith('f') ? 1 : 2))).toEqual([
      '0.17',
      '0.29',
      '0.71',
      '0.44',
      '0.62',
      '0.91',
      '1.8',
      '11.0',
    ]);
    expect(shroutFleiss.expected.tables[0]).toEqual({
      'ICC(1,1)': 0.17,
      'ICC(2,1)': 0.29,
      'ICC(3,1)': 0.71,
      'ICC(1,k)': 0.44,
      'ICC(2,k)': 0.62,
      'ICC(3,k)': 0.91,
      F1: 1.8,
      F2: 11.0,
    });
  });

  it.each([
    ['final', chopinFinal, 14, '0.08', '0.56'],
    ['stage 3', chopinStage3, 12, '0.17', '0.72'],
  ])('rests on the jurors who marked everybody in the Chopin %s [A-COMPLETE]', (_, contest, jurors, single, whole) => {
    const result = intraclassCorrelation(tableOf(contest.input.rows.map(({ marks }) => marks)));
    expect([result.basis.judges, printed(result.icc21, 2), printed(result.icc2k, 2)]).toEqual([jurors, single, whole]);
  });

  it('equals the textbook formulas worked out naively in floats', () => {
    fc.assert(
      fc.property(completeTables, (table) => {
        const result = intraclassCorrelation(table);
        const rows = asFloats(table);
        const [n, k] = [rows.length, rows[0]?.length ?? 0];
        const all = average(rows.flat());
        const ofEntry = rows.map(average);
        const ofJudge = table.judges.map((_, judge) => average(rows.map((row) => row[judge] ?? 0)));
        let [b, w, j, e] = [0, 0, 0, 0];
        rows.forEach((row, entry) => {
          row.forEach((mark, judge) => {
            const [m, o] = [ofEntry[entry] ?? 0, ofJudge[judge] ?? 0];
            b += (m - all) ** 2 / (n - 1);
            w += (mark - m) ** 2 / (n * (k - 1));
            j += (o - all) ** 2 / (k - 1);
            e += (mark - m - o + all) ** 2 / ((n - 1) * (k - 1));
          });
        });
        const naive = {
          icc11: (b - w) / (b + (k - 1) * w),
          icc21: (b - e) / (b + (k - 1) * e + (k * (j - e)) / n),
          icc31: (b - e) / (b + (k - 1) * e),
          icc1k: (b - w) / b,
          icc2k: (b - e) / (b + (j - e) / n),
          icc3k: (b - e) / b,
          f1: b / w,
          f2: b / e,
        };
        for (const name of names) {
          const { value } = result[name];
          // A naive sum of squares that ought to be zero is a speck: such tables are asked about below.
          if (value === null || Math.abs(naive[name]) > 1e6) continue;
          expect(Math.abs(approximately(value) - naive[name])).toBeLessThan(1e-6 * Math.max(1, Math.abs(naive[name])));
        }
      }),
    );
  });

  it('does not depend on the order of the judges', () => {
    fc.assert(
      fc.property(completeTables, (table) => {
        const [one, other] = [intraclassCorrelation(table), intraclassCorrelation(reseated(table))];
        expect(names.map((name) => other[name])).toEqual(names.map((name) => one[name]));
      }),
    );
  });

  it('takes no notice of one judge being milder throughout, in ICC(3,·) and F2', () => {
    const milder = (table: MarkTable, by: Rational): MarkTable => ({
      ...table,
      values: table.values.map((row) => row.map((mark, judge) => (mark && judge === 0 ? add(mark, by) : mark))),
    });
    fc.assert(
      fc.property(completeTables, fc.bigInt({ min: -40n, max: 40n }), (table, quarters) => {
        const [one, other] = [table, milder(table, rational(quarters, 4n))].map((each) => intraclassCorrelation(each));
        for (const name of ['icc31', 'icc3k', 'f2'] as const) expect(other?.[name]).toEqual(one?.[name]);
      }),
    );
  });

  it('leaves a negative figure negative [A-DASH]', () => {
    // By hand: BMS = 1/6, WMS = 43/2, EMS = 193/6.
    const { icc11, icc31 } = intraclassCorrelation(
      tableOf([
        [1, 9],
        [9, 1],
        [5, 6],
      ]),
    );
    expect([printed(icc11, 2), printed(icc31, 2)]).toEqual(['-0.98', '-0.99']);
  });

  it('is a dash where it is undefined, with the reason', () => {
    expect(intraclassCorrelation(tableOf([[5], [6]])).icc21).toEqual({ value: null, reason: 'too-few-judges' });
    expect(intraclassCorrelation(tableOf([[5, 6]])).icc21).toEqual({ value: null, reason: 'too-few-entries' });
    expect(
      intraclassCorrelation(
        tableOf([
          [5, 5],
          [5, 5],
        ]),
      ).icc31,
    ).toEqual({ value: null, reason: 'no-spread' });
    // No entry differs from another, and the judges contradict each other: the quotient would read 2.
    expect(
      intraclassCorrelation(
        tableOf([
          [4, 6],
          [6, 4],
        ]),
      ).icc2k,
    ).toEqual({ value: null, reason: 'not-estimable' });
  });

  it('says who was left out, and warns of a small panel [A-CAUTION]', () => {
    const rows = [
      [7, 8, null, 6],
      [null, null, null, null],
      [9, 8, 7, 8],
      [6, 5, 6, 7],
    ];
    expect(intraclassCorrelation(tableOf(rows)).basis).toEqual({
      entries: 3,
      judges: 3,
      entriesLeftOut: ['E2'],
      judgesLeftOut: ['J3'],
      cautions: ['few-entries'],
    });
    expect(intraclassCorrelation(tableOf(rows), 'entries').basis).toMatchObject({
      entries: 2,
      judges: 4,
      entriesLeftOut: ['E1', 'E2'],
      judgesLeftOut: [],
    });
    expect(intraclassCorrelation(tableOf(shroutFleiss.input.tables[0]?.rows ?? [])).basis.cautions).toEqual([]);
  });
});
