// A sheet's marks as they come from outside: complete, on the scale and on the step of every item, in canonical spelling.
import type { EventDefinition } from './definition.ts';
import { compare, isOnStep, parseDecimal, toRational, type Decimal } from './numbers.ts';
import { refuse, type Refusal } from './refusals.ts';
import type { CriterionId } from './ids.ts';

/** One number a judge gave for one score item. */
export interface Mark {
  readonly criterion: CriterionId;
  readonly mark: Decimal;
}

/** The marks in the order of the criteria, or why the sheet cannot be taken. */
export function checkedMarks(definition: EventDefinition, marks: readonly Mark[]): readonly Mark[] | Refusal {
  const checked: Mark[] = [];
  for (const criterion of definition.criteria) {
    const given = marks.filter((mark) => mark.criterion === criterion.id);
    const mark = given[0] === undefined ? null : parseDecimal(given[0].mark);
    if (given.length !== 1 || mark === null)
      return refuse('sheet.incomplete', {
        criterion: criterion.id,
        count: definition.criteria.length - new Set(marks.map((known) => known.criterion)).size,
      });
    const { minAllowed: min, maxAllowed: max, entryStep: step } = criterion;
    const value = toRational(mark);
    if (compare(value, toRational(min)) < 0 || compare(value, toRational(max)) > 0)
      return refuse('sheet.mark-out-of-range', { criterion: criterion.id, min, max });
    if (!isOnStep(mark, min, step)) return refuse('sheet.mark-off-step', { criterion: criterion.id, step });
    checked.push({ criterion: criterion.id, mark });
  }
  // A mark for an item the sheet does not have belongs to another event or another version of this one.
  return checked.length === marks.length ? checked : refuse('sheet.incomplete', { count: 0 });
}
