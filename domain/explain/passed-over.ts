// Steps that changed nothing for an entry: a sum of one term, a floor that cut nothing, a factor of one, a total of a single mark.
// Nobody needs a line for them; whoever reads their column is told the column behind it. A rounding is never passed over where it
// changed a value, nor the last one.
import { compare } from '../numbers.ts';
import type { Step } from '../rules/step-schema.ts';
import { termsOf, type Resolve } from './arithmetic-lines.ts';
import type { Asked } from './asked.ts';
import { valueAt } from './line.ts';

/** The single column a step passes on, if it has nothing else to say. */
function onlyColumn(asked: Asked, step: Step): string | null {
  switch (step.kind) {
    case 'sum': {
      const [term, ...others] = termsOf(asked, step);
      const isOne = term !== undefined && others.length === 0 && term.weight === '1';
      return isOne && step.ifMissing !== 'redistribute' ? term.of : null;
    }
    case 'bound':
    case 'round':
    case 'times':
      return step.of;
    case 'judge-totals':
      return step.weights === undefined && step.decimals === undefined ? step.of : null;
    default:
      return null;
  }
}

const isPublished = ({ evaluation }: Asked, { id }: Step): boolean =>
  id === (evaluation.rule.ranking.published ?? evaluation.rule.ranking.by);

export function passedOver(asked: Asked, step: Step): boolean {
  const column = onlyColumn(asked, step);
  if (column === null || isPublished(asked, step)) return false;
  const [before, after] = [asked.read(column), asked.read(step.id)];
  if (before.form === 'marks') return step.kind === 'judge-totals' && before.marks.rows.length === 1;
  if (before.form === 'list') {
    // A sum of items keeps its line, also of one item: the name of the item is not the name of the sum.
    return after.form === 'list' && before.values.every((_, item) => isSame(item));
  }
  return isSame(0);

  function isSame(position: number): boolean {
    const [was, is] = [valueAt(before, position), valueAt(after, position)];
    return was === null || is === null ? was === is : compare(was, is) === 0;
  }
}

/** What a reader of a column is told it reads. */
export const resolver = (asked: Asked): Resolve => {
  const { steps } = asked.evaluation.rule;
  const resolve: Resolve = (column) => {
    const step = steps.find(({ id }) => id === column);
    if (step === undefined || !passedOver(asked, step)) return { what: 'column', column };
    const behind = onlyColumn(asked, step);
    return behind === null ? { what: 'column', column } : resolve(behind);
  };
  return resolve;
};
