// S4, spread: how much of the scale a judge uses. [A-SPREAD]
//   sd_j = sample sd of the judge's marks;  relative_j = sd_j / mean of the sds of all judges who have one
//   range_j = highest - lowest mark;  used_j = range_j / (full marks - lowest possible mark)
// Fewer than two marks: no sd, a range of a single mark is 0, of none a dash. Nobody with any spread: no relative spread.
// Source: sample standard deviation as in the published sheets of moot court contests.
import { compare, divide, rational, roundHalfUp, subtract, sum, type Rational } from '../numbers.ts';
import {
  cautions,
  dash,
  figure,
  FIGURE_DIGITS,
  fraction,
  ratioOfRoots,
  ROOT_DIGITS,
  type Caution,
  type Figure,
} from './figure.ts';
import { standardDeviationOf } from './sample.ts';
import { columnOf, judgesAtWork, present, type MarkTable } from './table.ts';

/** The lowest and the highest mark the rules allow. */
export interface Scale {
  readonly from: Rational;
  readonly to: Rational;
}

export interface Spread {
  readonly judge: string;
  readonly entries: number;
  readonly standardDeviation: Figure;
  readonly relative: Figure;
  readonly range: Figure;
  readonly used: Figure;
  readonly cautions: readonly Caution[];
}

export function spreads(table: MarkTable, scale: Scale): readonly Spread[] {
  const columns = table.judges.map((_, position) => present(columnOf(table, position)));
  const deviations = columns.map((marks) => standardDeviationOf(marks, ROOT_DIGITS));
  const known = present(deviations);
  const usual = known.length === 0 ? null : divide(sum(known), rational(BigInt(known.length)));
  const judges = judgesAtWork(table);
  return table.judges.map((judge, position) => {
    const marks = columns[position] ?? [];
    const sorted = marks.toSorted(compare);
    const [lowest, highest] = [sorted[0], sorted[sorted.length - 1]];
    const range = lowest && highest ? subtract(highest, lowest) : null;
    const own = deviations[position] ?? null;
    return {
      judge,
      entries: marks.length,
      standardDeviation: own ? figure(roundHalfUp(own, FIGURE_DIGITS)) : dash('too-few-entries'),
      relative: own && usual ? ratioOfRoots(own, usual) : dash('too-few-entries'),
      range: range ? figure(range) : dash('too-few-entries'),
      used: range ? fraction(range, subtract(scale.to, scale.from)) : dash('too-few-entries'),
      cautions: cautions(marks.length, judges),
    };
  });
}
