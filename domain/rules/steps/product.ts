// Product of columns, e.g. of the ranks in three disciplines. Source: combined climbing, Tokyo 2020. [R-PRODUCT]
import { multiply, rational, ZERO, type Rational } from '../../numbers.ts';
import { numberCell } from '../cell.ts';
import { rounded } from './rounding.ts';
import { numbersIn, type EntryStep } from './step.ts';

export const product: EntryStep<'product'> = (step, read) => {
  const values = numbersIn(read, step.of);
  if (values.some((value) => value === null)) return numberCell(null);
  return numberCell(
    rounded(
      values.reduce<Rational>((a, b) => multiply(a, b ?? ZERO), rational(1n)),
      step,
    ),
  );
};
