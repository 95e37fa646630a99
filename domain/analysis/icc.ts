// S6, intraclass correlation: how much of what differs in the marks lies in the entries. [A-ICC]
//   ICC(1,1) = (BMS-WMS)/(BMS+(k-1)WMS)                    ICC(1,k) = (BMS-WMS)/BMS
//   ICC(2,1) = (BMS-EMS)/(BMS+(k-1)EMS+k(JMS-EMS)/n)       ICC(2,k) = (BMS-EMS)/(BMS+(JMS-EMS)/n)
//   ICC(3,1) = (BMS-EMS)/(BMS+(k-1)EMS)                    ICC(3,k) = (BMS-EMS)/BMS
//   F1 = BMS/WMS, F2 = BMS/EMS
// (2,·) asks whether another panel would agree in the points, (3,k) whether this panel's order is reliable. All are exact.
// Negative values stay negative. Fewer than two complete entries or judges: dashes. A denominator of zero is `no-spread`, a
// negative one (possible for ICC(2,k) only) `not-estimable`: the quotient would read as agreement where there is none.
// Source: Shrout and Fleiss 1979, Intraclass correlations, Psychological Bulletin 86, 420-428.
import { add, divide, multiply, rational, subtract, type Rational } from '../numbers.ts';
import { completePart, type Basis, type GivesWay } from './complete.ts';
import { dash, fraction, type DashReason, type Figure } from './figure.ts';
import type { MarkTable } from './table.ts';
import { meanSquares } from './two-way.ts';

type Name = 'icc11' | 'icc21' | 'icc31' | 'icc1k' | 'icc2k' | 'icc3k' | 'f1' | 'f2';

export type IntraclassCorrelation = Readonly<Record<Name, Figure>> & { readonly basis: Basis };

const dashes = (reason: DashReason): Record<Name, Figure> => {
  const none = dash(reason);
  return { icc11: none, icc21: none, icc31: none, icc1k: none, icc2k: none, icc3k: none, f1: none, f2: none };
};

const share = (above: Rational, below: Rational): Figure =>
  below.n < 0n ? dash('not-estimable') : fraction(above, below);

export function intraclassCorrelation(table: MarkTable, givesWay: GivesWay = 'judges'): IntraclassCorrelation {
  const { values, basis } = completePart(table, givesWay);
  if (basis.judges < 2) return { ...dashes('too-few-judges'), basis };
  if (basis.entries < 2) return { ...dashes('too-few-entries'), basis };
  const [n, k] = [rational(BigInt(basis.entries)), rational(BigInt(basis.judges))];
  const { entries, within, judges, residual } = meanSquares(values);
  const [beyondWithin, beyondResidual] = [subtract(entries, within), subtract(entries, residual)];
  const others = subtract(k, rational(1n));
  const perEntry = divide(subtract(judges, residual), n);
  const single = add(entries, multiply(others, residual));
  return {
    icc11: share(beyondWithin, add(entries, multiply(others, within))),
    icc21: share(beyondResidual, add(single, multiply(k, perEntry))),
    icc31: share(beyondResidual, single),
    icc1k: share(beyondWithin, entries),
    icc2k: share(beyondResidual, add(entries, perEntry)),
    icc3k: share(beyondResidual, entries),
    f1: fraction(entries, within),
    f2: fraction(entries, residual),
    basis,
  };
}
