// Better in more of the named columns (disciplines, rounds). Source: combined climbing 2019 to 2021. [T-BETTER-IN-MORE]
import { better } from '../rules/steps/place.ts';
import { byDuels } from './duels.ts';
import { numbersIn } from '../rules/steps/step.ts';
import type { TieBreak } from './tie-step.ts';

export const byBetterInMore: TieBreak<'better-in-more'> = (step, tied, { evaluation }) => {
  const valuesOf = (entry: number) => numbersIn((name) => evaluation.cell(name, entry), step.of);
  return byDuels(tied, (a, b) => {
    const [left, right] = [valuesOf(a), valuesOf(b)];
    return left.reduce<number>((balance, value, index) => {
      const other = right[index];
      return value && other ? balance - better(value, other, step.prefer) : balance;
    }, 0);
  });
};
