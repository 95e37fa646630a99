// Weighted sum of columns: parts, groups, rounds, and what is taken off (weight −1). A list counts with all its items. A missing
// part gives no result, unless the rule says that its weight goes to the others or that it counts as 0. [R-WEIGHTS]
import { add, divide, multiply, toRational, ZERO, type Rational } from '../../numbers.ts';
import { numberCell, type Note } from '../cell.ts';
import { rounded } from './rounding.ts';
import { numbersIn, type EntryStep } from './step.ts';

export const sum: EntryStep<'sum'> = (step, read) => {
  const terms = step.terms.map(({ of, weight }) => {
    const values = numbersIn(read, [of]);
    const isThere = values.every((value) => value !== null);
    return {
      of,
      weight: toRational(weight),
      value: isThere ? values.reduce<Rational>((a, b) => add(a, b ?? ZERO), ZERO) : null,
    };
  });
  const missing = terms.filter((term) => term.value === null);
  const notes: Note[] = missing.map(({ of }) => ({ code: 'part-missing', part: of }));
  if (missing.length > 0 && (step.ifMissing === 'no-result' || missing.length === terms.length))
    return numberCell(null, notes);
  const weightOf = (list: typeof terms) => list.reduce<Rational>((a, { weight }) => add(a, weight), ZERO);
  const present = terms.filter((term) => term.value !== null);
  let total = present.reduce<Rational>((a, { value, weight }) => add(a, multiply(value ?? ZERO, weight)), ZERO);
  if (missing.length > 0 && step.ifMissing === 'redistribute') {
    const left = weightOf(present);
    if (left.n === 0n) return numberCell(null, notes);
    total = divide(multiply(total, weightOf(terms)), left);
    notes.push({ code: 'weights-redistributed', without: missing.map(({ of }) => of) });
  }
  return numberCell(rounded(total, step), notes);
};
