// One item of a list as a number of its own, for a tie-breaker that asks for a named item. [R-ITEM]
import { numberCell } from '../cell.ts';
import { expectForm, type EntryStep } from './step.ts';

export const item: EntryStep<'item'> = (step, read) =>
  numberCell(expectForm(read(step.of), 'list').values[step.item] ?? null);
