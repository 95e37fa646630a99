// S7, Kendall's W: how far the judges agree in the order, from 0 (not at all) to 1 (all the same). [A-CONCORDANCE]
//   W = 12 S / (k²(n³ - n) - k T), S = sum over entries of (rank sum - k(n+1)/2)², T = sum over judges and groups of equal
//   marks of (t³ - t), midranks;  chi² = k (n - 1) W with n - 1 degrees of freedom (Friedman's statistic)
// The tie correction is always applied; `uncorrected` is W with T = 0, for comparison with tables that leave it out. Exact.
// Fewer than two complete judges or entries: a dash; when every judge gave everybody the same: `no-spread`.
// Source: Kendall and Babington Smith 1939; Friedman 1937.
import { divide, multiply, rational, sum, type Rational } from '../numbers.ts';
import { completePart, type Basis, type GivesWay } from './complete.ts';
import { dash, figure, fraction, type Figure } from './figure.ts';
import { midranks, tieCorrection } from './midranks.ts';
import { squareSum } from './sample.ts';
import type { MarkTable } from './table.ts';

export interface Concordance {
  readonly w: Figure;
  readonly uncorrected: Figure;
  readonly chiSquared: Figure;
  readonly degrees: number;
  readonly basis: Basis;
}

export function concordance(table: MarkTable, givesWay: GivesWay = 'judges'): Concordance {
  const { values, basis } = completePart(table, givesWay);
  const { entries, judges } = basis;
  const degrees = Math.max(entries - 1, 0);
  if (judges < 2 || entries < 2) {
    const none = dash(judges < 2 ? 'too-few-judges' : 'too-few-entries');
    return { w: none, uncorrected: none, chiSquared: none, degrees, basis };
  }
  const rankings = (values[0] ?? []).map((_, judge) => midranks(values.flatMap((row) => row[judge] ?? [])));
  const rankSums: readonly Rational[] = values.map((_, entry) =>
    sum(rankings.flatMap(({ ranks }) => ranks[entry] ?? [])),
  );
  const [n, k] = [BigInt(entries), BigInt(judges)];
  const ties = rankings.reduce((total, { groups }) => total + tieCorrection(groups), 0n);
  // The mean of the rank sums is k(n+1)/2 whatever the ties, so S is their sum of squares around the mean.
  const above = multiply(rational(12n), squareSum(rankSums));
  const untied = k * k * (n ** 3n - n);
  const w = fraction(above, rational(untied - k * ties));
  return {
    w,
    uncorrected: figure(divide(above, rational(untied))),
    chiSquared: w.value ? figure(multiply(rational(k * (n - 1n)), w.value)) : w,
    degrees,
    basis,
  };
}
