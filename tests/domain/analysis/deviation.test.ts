import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { affinityPreference } from '#domain/analysis/affinity.ts';
import { deviations } from '#domain/analysis/deviation.ts';
import { severities } from '#domain/analysis/severity.ts';
import { present, type MarkTable } from '#domain/analysis/table.ts';
import { welch } from '#domain/analysis/welch.ts';
import { add, compare, rational, subtract, sum, ZERO, type Rational } from '#domain/numbers.ts';
import skating from '#tests/golden/judge-bias-men-free.json' with { type: 'json' };
import {
  approximately,
  asFloats,
  average,
  completeTables,
  exact,
  naiveVariance,
  printed,
  reseated,
  tableOf,
  tablesWithGaps,
} from '#tests/kit/mark-tables.ts';

type Lines = readonly (readonly [number, readonly number[]])[];
const hundredths = (value: number) => Math.round(value * 100);

/** What each judge alone would have given, in hundredths; every product of factor and mark is rounded half up. */
function ownTotals({ d, e, k }: { d: number; e: Lines; k: Lines }): readonly Rational[] {
  return (k[0]?.[1] ?? []).map((_, judge) => {
    const elements = e.reduce((total, [base, marks]) => total + hundredths(base) + hundredths(marks[judge] ?? 0), 0);
    const components = k.reduce(
      (total, [factor, marks]) => total + Math.floor((hundredths(factor) * hundredths(marks[judge] ?? 0) + 50) / 100),
      0,
    );
    return rational(BigInt(elements + components - hundredths(d)), 100n);
  });
}

const performances = skating.input.performances as unknown as {
  c: string;
  nation: string;
  d: number;
  e: Lines;
  k: Lines;
}[];
const panel = skating.input.segments.S001.judges as [string, string][];
const menFree: MarkTable = {
  entries: performances.map(({ c }) => c),
  judges: panel.map(([judge]) => judge),
  values: performances.map(ownTotals),
};

describe('the deviation of a judge', () => {
  it('gives the published points versus average of the Olympic free skating 2018 [A-DEVIATION]', () => {
    const all = deviations(menFree);
    expect(skating.expected.rows).toHaveLength(6);
    for (const { c, j, points_vs_avg } of skating.expected.rows)
      expect(all[menFree.entries.indexOf(c)]?.[j]).toEqual(exact(points_vs_avg));
  });

  it('adds up to nothing over the judges of an entry, and is missing for a judge alone', () => {
    fc.assert(
      fc.property(tablesWithGaps, (table) => {
        deviations(table).forEach((row, entry) => {
          const marks = table.values[entry] ?? [];
          expect(sum(present(row))).toEqual(ZERO);
          expect(row.map((value) => value !== null)).toEqual(
            marks.map((mark) => mark !== null && present(marks).length > 1),
          );
        });
      }),
    );
  });
});

describe('the severity of a judge', () => {
  it('is the mean deviation, with the standard error of a mean [A-SEVERITY]', () => {
    const [first, second] = severities(
      tableOf([
        [10, 8],
        [9, 8],
        [8, 8],
      ]),
    );
    expect(first).toMatchObject({ judge: 'J1', entries: 3, cautions: ['few-entries', 'few-judges'] });
    expect(printed(first?.severity ?? { value: null }, 2)).toBe('1.00');
    expect(printed(first?.standardError ?? { value: null }, 12)).toBe('0.577350269190');
    expect(printed(first?.t ?? { value: null }, 12)).toBe('1.732050807569');
    expect(printed(second?.t ?? { value: null }, 12)).toBe('-1.732050807569');
  });

  it('moves by exactly what is added to all marks of the judge, and its standard error not at all', () => {
    fc.assert(
      fc.property(completeTables, fc.bigInt({ min: -40n, max: 40n }), (table, quarters) => {
        const by = rational(quarters, 4n);
        const values = table.values.map((row) =>
          row.map((mark, judge) => (mark && judge === 0 ? add(mark, by) : mark)),
        );
        const [before, after] = [severities(table)[0], severities({ ...table, values })[0]];
        expect(after?.severity.value).toEqual(add(before?.severity.value ?? ZERO, by));
        expect(after?.standardError).toEqual(before?.standardError);
      }),
    );
  });

  it('adds up to nothing over a complete panel, and belongs to the judge, not to the seat', () => {
    fc.assert(
      fc.property(completeTables, (table) => {
        const all = severities(table);
        expect(sum(all.flatMap(({ severity }) => severity.value ?? []))).toEqual(ZERO);
        expect(severities(reseated(table)).toReversed()).toEqual(all);
      }),
    );
  });

  it('is a dash for who marked nothing together with others, and has no t without scatter', () => {
    const rows = [
      [8, null, null],
      [9, null, 7],
      [9, null, 7],
    ];
    const [first, second] = severities(tableOf(rows));
    expect(first).toMatchObject({
      entries: 2,
      severity: { value: rational(2n) },
      t: { value: null, reason: 'no-spread' },
    });
    expect(second).toMatchObject({ entries: 0, severity: { value: null, reason: 'too-few-entries' } });
    expect(severities(tableOf([[8], [9]]))[0]?.severity).toEqual({ value: null, reason: 'too-few-judges' });
  });
});

describe('home preference', () => {
  const nationOf = new Map(performances.map(({ c, nation }) => [c, nation]));
  const countryOf = new Map(panel);
  const together = (entry: string, judge: string) => nationOf.get(entry) === countryOf.get(judge);

  it("gives Welch's t and degrees of freedom of Student's sleep data as printed [A-WELCH]", () => {
    // Student 1908; t = -1.8608, df = 17.776 in the manual of R.
    const [one, two] = [
      [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2],
      [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4],
    ].map((values) => values.map(exact));
    const { first, second, t, degrees } = welch(one ?? [], two ?? []);
    expect([first.mean, second.mean].map((mean) => printed(mean, 2))).toEqual(['0.75', '2.33']);
    expect([printed(t, 4), printed(degrees, 3)]).toEqual(['-1.8608', '17.776']);
  });

  it('compares the deviations less severity of pairs that belong together with all others [A-AFFINITY]', () => {
    const rows = asFloats(menFree);
    const naive = panel.map(([judge], seat) => {
      const apart = rows.map((row) => (row[seat] ?? 0) - average(row.filter((_, other) => other !== seat)));
      return apart.map((value, entry) => ({
        value: value - average(apart),
        home: together(menFree.entries[entry] ?? '', judge),
      }));
    });
    const [home, away] = [true, false].map((wanted) =>
      naive
        .flat()
        .filter((pair) => pair.home === wanted)
        .map(({ value }) => value),
    );
    const { panel: result } = affinityPreference([menFree], together);
    expect([result.first.count, result.second.count]).toEqual([home?.length, away?.length]);
    expect(home?.length).toBeGreaterThan(5);
    const difference = average(home ?? []) - average(away ?? []);
    const error = Math.sqrt(
      naiveVariance(home ?? []) / (home?.length ?? 0) + naiveVariance(away ?? []) / (away?.length ?? 0),
    );
    expect(approximately(result.difference.value ?? ZERO)).toBeCloseTo(difference, 9);
    expect(approximately(result.t.value ?? ZERO)).toBeCloseTo(difference / error, 9);
    expect(approximately(result.t.value ?? ZERO)).toBeGreaterThan(3);
  });

  it('takes severity within each kind of segment: a judge milder in all of one kind prefers nobody', () => {
    const milder: MarkTable = {
      ...menFree,
      entries: menFree.entries.map((entry) => `${entry} short`),
      values: menFree.values.map((row) =>
        row.map((mark, judge) => (mark && judge === 4 ? add(mark, rational(9n)) : mark)),
      ),
    };
    const both = (entry: string, judge: string) => together(entry.replace(' short', ''), judge);
    const [{ panel: one }, { panel: two }] = [
      affinityPreference([menFree], together),
      affinityPreference([menFree, milder], both),
    ];
    expect(two.difference).toEqual(one.difference);
    expect(two.first.count).toBe(2 * one.first.count);
  });

  it('of one judge uses only the pairs of that judge', () => {
    const { judges } = affinityPreference([menFree], together);
    expect(judges.map(({ judge }) => judge)).toEqual(menFree.judges);
    const own = judges.find(({ judge }) => judge === 'K031')?.test ?? welch([], []);
    const { first, second, difference } = own;
    expect(first.count + second.count).toBe(performances.length);
    expect(compare(difference.value ?? ZERO, rational(10n))).toBe(1);
    expect(subtract(first.mean.value ?? ZERO, second.mean.value ?? ZERO)).toEqual(difference.value);
  });

  it('is a dash without pairs that belong together', () => {
    expect(affinityPreference([menFree], () => false).panel).toMatchObject({
      first: { count: 0, mean: { value: null, reason: 'too-few-pairs' } },
      difference: { value: null },
      t: { value: null, reason: 'too-few-pairs' },
    });
  });
});
