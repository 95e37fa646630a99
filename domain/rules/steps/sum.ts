// Weighted sum of columns: parts, groups, rounds, and what is taken off (weight −1). A list counts with all its items. A missing
// part gives no result, unless the rule says that its weight goes to the others or that it counts as 0. [R-WEIGHTS]
import { add, divide, multiply, sum as added, toRational, ZERO, type Rational } from '../../numbers.ts';
import { numberCell, type Note } from '../cell.ts';
import type { StepOf } from '../step-schema.ts';
import { rounded } from './rounding.ts';
import { expectForm, perStep, type EntryStep, type Read } from './step.ts';

const weightsOf = perStep(({ terms }: StepOf<'sum'>) => terms.map(({ weight }) => toRational(weight)));

/** A number, or a list with all its items; null where something is missing. */
function valueIn(read: Read, name: string): Rational | null {
  const cell = read(name);
  if (cell.form !== 'list') return expectForm(cell, 'number').value;
  const given = cell.values.filter((value) => value !== null);
  return given.length < cell.values.length ? null : added(given);
}

export const sum: EntryStep<'sum'> = (step, read) => {
  const weights = weightsOf(step);
  const missing: string[] = [];
  let [total, present] = [ZERO, ZERO];
  for (const [index, { of }] of step.terms.entries()) {
    const value = valueIn(read, of);
    const weight = weights[index] ?? ZERO;
    if (value === null) missing.push(of);
    else {
      total = add(total, multiply(value, weight));
      present = add(present, weight);
    }
  }
  if (missing.length === 0) return numberCell(rounded(total, step));
  const notes: Note[] = missing.map((part) => ({ code: 'part-missing', part }));
  if (step.ifMissing === 'no-result' || missing.length === step.terms.length) return numberCell(null, notes);
  if (step.ifMissing === 'redistribute') {
    if (present.n === 0n) return numberCell(null, notes);
    total = divide(multiply(total, added(weights)), present);
    notes.push({ code: 'weights-redistributed', without: missing });
  }
  return numberCell(rounded(total, step), notes);
};
