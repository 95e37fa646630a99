// Floor and cap, where the rule has them: a ski jump is never below 0. What was cut off is said. [R-BOUND]
import { compare, toRational } from '../../numbers.ts';
import { numberCell } from '../cell.ts';
import { numberAt, type EntryStep } from './step.ts';

export const bound: EntryStep<'bound'> = (step, read) => {
  const value = numberAt(read, step.of);
  if (value === null) return numberCell(null);
  const [min, max] = [step.min, step.max].map((limit) => (limit === undefined ? null : toRational(limit)));
  if (min && compare(value, min) < 0) return numberCell(min, [{ code: 'at-floor', from: value }]);
  if (max && compare(value, max) > 0) return numberCell(max, [{ code: 'at-cap', from: value }]);
  return numberCell(value);
};
