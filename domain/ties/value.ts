// The better value in a named column decides: a part, an item, the untrimmed mean, a later segment, one more decimal. [T-VALUE]
import type { Rational } from '../numbers.ts';
import { better, groupsOf } from '../rules/steps/place.ts';
import type { TieBreak } from './tie-step.ts';

export const byValue: TieBreak<'value'> = (step, tied, { evaluation }) => {
  const values = tied.map((entry): Rational | null => {
    const cell = evaluation.cell(step.of, entry);
    return cell.form === 'number' ? cell.value : null;
  });
  if (values.includes(null)) return null;
  const groups = groupsOf(tied.length, (a, b) => {
    const [left, right] = [values[a], values[b]];
    return left && right ? better(left, right, step.prefer) : 0;
  });
  return groups.map((group) => group.flatMap((position) => tied[position] ?? []));
};
