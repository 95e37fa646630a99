import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concordance } from '#domain/analysis/concordance.ts';
import { add, compare, rational, type Rational } from '#domain/numbers.ts';
import anxiety from '#tests/golden/kendall-anxiety.json' with { type: 'json' };
import chopinFinal from '#tests/golden/chopin2025-final.json' with { type: 'json' };
import chopinStage3 from '#tests/golden/chopin2025-stage3.json' with { type: 'json' };
import {
  approximately,
  asFloats,
  byJudge,
  completeTables,
  printed,
  reseated,
  tableOf,
} from '#tests/kit/mark-tables.ts';

// Hollander and Wolfe 1973, page 140: rounding first base, 22 players, three methods.
const roundingTimes = [
  [5.4, 5.5, 5.55], [5.85, 5.7, 5.75], [5.2, 5.6, 5.5], [5.55, 5.5, 5.4], [5.9, 5.85, 5.7], [5.45, 5.55, 5.6],
  [5.4, 5.4, 5.35], [5.45, 5.5, 5.35], [5.25, 5.15, 5.0], [5.85, 5.8, 5.7], [5.25, 5.2, 5.1], [5.65, 5.55, 5.45],
  [5.6, 5.35, 5.45], [5.05, 5.0, 4.95], [5.5, 5.5, 5.4], [5.45, 5.55, 5.5], [5.55, 5.55, 5.35], [5.45, 5.5, 5.55],
  [5.5, 5.45, 5.25], [5.65, 5.6, 5.4], [5.7, 5.65, 5.55], [6.3, 6.3, 6.25],
]; // prettier-ignore

describe("Kendall's W", () => {
  it('gives the printed figures of the anxiety ratings, with ties [A-CONCORDANCE]', () => {
    const { w, chiSquared, degrees } = concordance(tableOf(byJudge(anxiety.input.tables[0]?.by_judge ?? [])));
    expect([printed(w, 2), printed(chiSquared, 1), degrees]).toEqual(['0.54', '30.8', 19]);
    expect(anxiety.expected.tables[0]).toEqual({ W_tie_corrected: 0.54, chi2: 30.8 });
  });

  it("gives Friedman's statistic of the rounding times as printed", () => {
    const { chiSquared, degrees, basis } = concordance(tableOf(byJudge(roundingTimes)));
    expect([printed(chiSquared, 3), degrees, basis.judges]).toEqual(['11.143', 2, 22]);
  });

  it.each([
    ['final', chopinFinal, '0.19'],
    ['stage 3', chopinStage3, '0.29'],
  ])('is low among the jurors who marked everybody in the Chopin %s', (_, contest, w) => {
    expect(printed(concordance(tableOf(contest.input.rows.map(({ marks }) => marks))).w, 2)).toBe(w);
  });

  it('equals the formula worked out naively in floats, and lies between 0 and 1', () => {
    fc.assert(
      fc.property(completeTables, (table) => {
        const { w, uncorrected } = concordance(table);
        const rows = asFloats(table);
        const [n, k] = [rows.length, rows[0]?.length ?? 0];
        let ties = 0;
        const sums = rows.map(() => 0);
        for (const judge of table.judges.keys()) {
          const marks = rows.map((row) => row[judge] ?? 0);
          for (const [entry, mark] of marks.entries()) {
            const equal = marks.filter((other) => other === mark).length;
            sums[entry] = (sums[entry] ?? 0) + marks.filter((other) => other < mark).length + (equal + 1) / 2;
            ties += equal ** 2 - 1;
          }
        }
        const s = sums.reduce((total, value) => total + (value - (k * (n + 1)) / 2) ** 2, 0);
        if (!w.value || !uncorrected.value) return;
        expect(approximately(w.value)).toBeCloseTo((12 * s) / (k * k * (n ** 3 - n) - k * ties), 9);
        expect(approximately(uncorrected.value)).toBeCloseTo((12 * s) / (k * k * (n ** 3 - n)), 9);
        expect(compare(w.value, rational(0n))).toBeGreaterThanOrEqual(0);
        expect(compare(w.value, rational(1n))).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('is 1 when every judge gives the same order, however mild', () => {
    fc.assert(
      fc.property(completeTables, fc.bigInt({ min: -40n, max: 40n }), (table, quarters) => {
        const alike = (mark: Rational | null | undefined, judge: number) =>
          mark ? add(mark, rational(quarters * BigInt(judge), 4n)) : null;
        const values = table.values.map((row) => row.map((_, judge) => alike(row[0], judge)));
        const { w } = concordance({ ...table, values });
        const differs = values.some((row) => row[0] && compare(row[0], values[0]?.[0] ?? row[0]) !== 0);
        expect(w).toEqual(differs ? { value: rational(1n), reason: null } : { value: null, reason: 'no-spread' });
      }),
    );
  });

  it('does not depend on the order of the judges, nor on one being milder throughout', () => {
    fc.assert(
      fc.property(completeTables, fc.bigInt({ min: -40n, max: 40n }), (table, quarters) => {
        const values = table.values.map((row) =>
          row.map((mark, judge) => (mark && judge === 0 ? add(mark, rational(quarters, 4n)) : mark)),
        );
        const { w } = concordance(table);
        expect(concordance(reseated(table)).w).toEqual(w);
        expect(concordance({ ...table, values }).w).toEqual(w);
      }),
    );
  });

  it('is a dash with a reason where nothing can be compared', () => {
    expect(concordance(tableOf([[5], [6]])).w).toEqual({ value: null, reason: 'too-few-judges' });
    expect(concordance(tableOf([[5, 6]])).chiSquared).toEqual({ value: null, reason: 'too-few-entries' });
    expect(concordance(tableOf([])).degrees).toBe(0);
  });
});
