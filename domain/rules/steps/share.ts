// Votes to points over the field. B1, share of all: min + (max − min) × votes ÷ all votes. B4, in proportion to the leader: the leader
// has max, the others their part of the leader's votes. No votes at all: no result. Source: scoring.md section 7. [R-SHARE]
import { add, compare, divide, multiply, subtract, sum, toRational } from '../../numbers.ts';
import { numberCell } from '../cell.ts';
import { rounded } from './rounding.ts';
import { numberAt, type FieldStep } from './step.ts';

export const share: FieldStep<'share'> = (step, reads) => {
  const votes = reads.map((read) => numberAt(read, step.of));
  const given = votes.filter((value) => value !== null);
  const whole =
    step.as === 'of-all'
      ? sum(given)
      : given.reduce((most, value) => (compare(value, most) > 0 ? value : most), sum([]));
  if (whole.n === 0n) return reads.map(() => numberCell(null, [{ code: 'nobody-voted' }]));
  const [min, max] = [toRational(step.min), toRational(step.max)];
  const range = subtract(max, min);
  return votes.map((value) => numberCell(value && rounded(add(min, divide(multiply(range, value), whole)), step)));
};
