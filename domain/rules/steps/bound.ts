// Floor and cap, where the rule has them: a ski jump is never below 0. What was cut off is said. [R-BOUND]
import { compare, toRational } from '../../numbers.ts';
import { numberCell } from '../cell.ts';
import type { StepOf } from '../step-schema.ts';
import { numberAt, perStep, type EntryStep } from './step.ts';

const limitsOf = perStep(({ min, max }: StepOf<'bound'>) => ({
  min: min === undefined ? null : toRational(min),
  max: max === undefined ? null : toRational(max),
}));

export const bound: EntryStep<'bound'> = (step, read) => {
  const value = numberAt(read, step.of);
  if (value === null) return numberCell(null);
  const { min, max } = limitsOf(step);
  if (min && compare(value, min) < 0) return numberCell(min, [{ code: 'at-floor', from: value }]);
  if (max && compare(value, max) > 0) return numberCell(max, [{ code: 'at-cap', from: value }]);
  return numberCell(value);
};
