// S3, consistency: whether a judge keeps the same distance from the others all evening. [A-CONSISTENCY]
//   scatter_j = sd over i of (d_ij - severity_j), sample sd (n - 1): small = steady, whether strict or mild
//   correlation_j = correlation of the judge's marks with the mean of the other judges
// Fewer than two entries marked together with others: a dash. A judge, or the others, without any spread: no correlation.
// Source: common practice of reviews of panels; no published figures. Pearson's r for the second figure.
import { subtract } from '../numbers.ts';
import { correlation } from './correlation.ts';
import { deviationTable } from './deviation.ts';
import { cautions, dash, figure, FIGURE_DIGITS, type Caution, type Figure } from './figure.ts';
import { standardDeviationOf } from './sample.ts';
import { columnOf, judgesAtWork, present, type MarkTable } from './table.ts';

export interface Consistency {
  readonly judge: string;
  readonly entries: number;
  readonly scatter: Figure;
  readonly correlation: Figure;
  readonly cautions: readonly Caution[];
}

export function consistencies(table: MarkTable): readonly Consistency[] {
  const distances = deviationTable(table);
  const judges = judgesAtWork(table);
  return table.judges.map((judge, position) => {
    const distance = columnOf(distances, position);
    const own = columnOf(table, position).filter((_, entry) => distance[entry] !== null);
    const marks = present(own);
    const apart = present(distance);
    // Mark minus deviation is the mean of the others.
    const others = marks.map((mark, entry) => subtract(mark, apart[entry] ?? mark));
    const reason = judges < 2 ? 'too-few-judges' : 'too-few-entries';
    // Subtracting the severity moves every deviation alike: the scatter is that of the deviations themselves.
    const scatter = standardDeviationOf(apart, FIGURE_DIGITS);
    return {
      judge,
      entries: apart.length,
      scatter: scatter ? figure(scatter) : dash(reason),
      correlation: scatter ? correlation(marks, others) : dash(reason),
      cautions: cautions(apart.length, judges),
    };
  });
}
