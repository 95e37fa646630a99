// The n-th best of several runs; a run without a result is passed over. Source: FIS halfpipe, best of three. [R-NTH-BEST]
import { compare } from '../../numbers.ts';
import { numberCell } from '../cell.ts';
import { rounded } from './rounding.ts';
import { numbersIn, type EntryStep } from './step.ts';

export const nthBest: EntryStep<'nth-best'> = (step, read) => {
  const direction = step.prefer === 'highest' ? -1 : 1;
  const sorted = numbersIn(read, step.of)
    .filter((value) => value !== null)
    .sort((a, b) => direction * compare(a, b));
  const value = sorted[step.n - 1];
  return numberCell(value === undefined ? null : rounded(value, step));
};
