// S2, severity: how strict or mild a judge is. [A-SEVERITY]
//   severity_j = mean over i of d_ij (negative = strict);  standard error = sd(d_j) / root(n);  t = severity / standard error
// n counts the entries the judge marked together with somebody else. With none there is a dash; with one there is a severity
// without a standard error; with no spread at all there is no t, however large the severity.
// Source: leave-one-out deviation as in deviation.ts; standard error of a mean (Student 1908).
import { squareRoot } from '../irrational.ts';
import { deviationTable } from './deviation.ts';
import { cautions, dash, figure, FIGURE_DIGITS, overRoot, type Caution, type Figure } from './figure.ts';
import { meanOf, squaredError } from './sample.ts';
import { columnOf, judgesAtWork, present, type MarkTable } from './table.ts';

export interface Severity {
  readonly judge: string;
  readonly entries: number;
  readonly severity: Figure;
  readonly standardError: Figure;
  readonly t: Figure;
  readonly cautions: readonly Caution[];
}

export function severities(table: MarkTable): readonly Severity[] {
  const distances = deviationTable(table);
  const judges = judgesAtWork(table);
  return table.judges.map((judge, position) => {
    const own = present(columnOf(distances, position));
    const reason = judges < 2 ? 'too-few-judges' : 'too-few-entries';
    const severity = meanOf(own);
    const square = squaredError(own);
    return {
      judge,
      entries: own.length,
      severity: severity ? figure(severity) : dash(reason),
      standardError: square ? figure(squareRoot(square, FIGURE_DIGITS)) : dash(reason),
      t: severity && square ? overRoot(severity, square) : dash(reason),
      cautions: cautions(own.length, judges),
    };
  });
}
