// The better value in a named column decides: a part, an item, the untrimmed mean, a later segment, one more decimal. [T-VALUE]
import type { Rational } from '../numbers.ts';
import { groupsByValue } from '../rules/steps/place.ts';
import type { TieBreak } from './tie-step.ts';

export const byValue: TieBreak<'value'> = (step, tied, { evaluation }) => {
  const values = tied.map((entry): Rational | null => {
    const cell = evaluation.cell(step.of, entry);
    return cell.form === 'number' ? cell.value : null;
  });
  const given = values.filter((value) => value !== null);
  if (given.length < values.length) return null;
  const groups = groupsByValue(given, step.prefer);
  return groups.map((group) => group.flatMap((position) => tied[position] ?? []));
};
