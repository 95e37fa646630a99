// Better in more of the named columns (disciplines, rounds). Source: combined climbing 2019 to 2021. [T-BETTER-IN-MORE]
import type { Evaluation } from '../rules/evaluate.ts';
import type { TieStep } from '../rules/rule.ts';
import { better } from '../rules/steps/place.ts';
import { byDuels, type Preference } from './duels.ts';
import { numbersIn } from '../rules/steps/step.ts';
import type { TieBreak } from './tie-step.ts';

/** Columns in which the one entry is better, minus those in which it is worse. */
export const columnsFor =
  (step: Extract<TieStep, { kind: 'better-in-more' }>, evaluation: Evaluation): Preference =>
  (a, b) => {
    const valuesOf = (entry: number) => numbersIn((name) => evaluation.cell(name, entry), step.of);
    const [left, right] = [valuesOf(a), valuesOf(b)];
    return left.reduce<number>((balance, value, index) => {
      const other = right[index];
      return value && other ? balance - better(value, other, step.prefer) : balance;
    }, 0);
  };

export const byBetterInMore: TieBreak<'better-in-more'> = (step, tied, { evaluation }) =>
  byDuels(tied, columnsFor(step, evaluation));
