// A12, exponential rank points: a rank r is worth exp(−decay × (r − 1)). Sums of these order a jury's ranks.
// Twenty digits are kept: the closest sums of published juries differ in the sixth. Source: Eurovision 2018 and later. [R-RANK-WEIGHTS]
import { exponential } from '../../irrational.ts';
import { multiply, rational, subtract, toRational, type Rational } from '../../numbers.ts';
import { judgeCount, valueOf } from '../panel.ts';
import { expectForm, type EntryStep } from './step.ts';

const DIGITS = 20;
const ONE = rational(1n);

export const rankWeights: EntryStep<'rank-weights'> = (step, read) => {
  const { values, table, notes } = expectForm(read(step.of), 'judges');
  const decay = toRational(step.decay);
  const worth = (rank: Rational): Rational => exponential(multiply(subtract(ONE, rank), decay), DIGITS);
  const weights = Array.from({ length: judgeCount(values) }, (_, judge) => {
    const rank = valueOf(values, judge);
    return rank && worth(rank);
  });
  return { form: 'judges', values: { form: 'exact', values: weights }, table, notes };
};
