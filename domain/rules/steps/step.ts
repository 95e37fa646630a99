// What a step of a rule is to the engine. Most steps look at one entry alone and are computed again only when that entry changes;
// steps across the field (ranks, shares, normalisation) see all entries of the contest at once.
import type { Rational } from '../../numbers.ts';
import type { Cell, CellForm, CellOf } from '../cell.ts';
import type { StepKind, StepOf } from '../step-schema.ts';

/** The column of that name for one entry: marks, a number, a list or an earlier step. */
export type Read = (name: string) => Cell;

export type EntryStep<K extends StepKind> = (step: StepOf<K>, read: Read) => Cell;
/** One cell per entry, in the order given. */
export type FieldStep<K extends StepKind> = (step: StepOf<K>, reads: readonly Read[]) => readonly Cell[];

/** @throws TypeError when the column has another form: rule-problems.ts finds that before anything is computed. */
export function expectForm<F extends CellForm>(cell: Cell, form: F): CellOf<F> {
  if (cell.form !== form) throw new TypeError(`a column of ${form} was expected, not of ${cell.form}`);
  return cell as CellOf<F>;
}

/** What the settings of a step mean, worked out once for a step and not once for every entry. */
export function perStep<S extends object, V>(make: (step: S) => V): (step: S) => V {
  const known = new WeakMap<S, V>();
  return (step) => {
    let value = known.get(step);
    if (value === undefined) known.set(step, (value = make(step)));
    return value;
  };
}

/** The value of a column of numbers. */
export const numberAt = (read: Read, name: string): Rational | null => expectForm(read(name), 'number').value;

/** All numbers in these columns, lists laid out item by item; null where one is missing. */
export function numbersIn(read: Read, names: readonly string[]): readonly (Rational | null)[] {
  return names.flatMap((name) => {
    const cell = read(name);
    return cell.form === 'list' ? cell.values : [expectForm(cell, 'number').value];
  });
}
