// What every kind of line shares: the value before a rounding, and the value after it.
import type { Rational } from '../numbers.ts';
import type { Cell } from '../rules/cell.ts';
import type { Step } from '../rules/step-schema.ts';
import { computeForEntry, computeForField, seesField } from '../rules/steps/index.ts';
import { valueOf } from '../rules/panel.ts';
import { ownNotes, told, type Asked } from './asked.ts';
import type { Line, LineSubject, Operand } from './derivation.ts';
import type { Working } from './working.ts';

/** The step's cell as it would be if it did not round; null when it does not. */
function unroundedCell(asked: Asked, step: Step): Cell | null {
  if (!('decimals' in step) || step.decimals === undefined) return null;
  if (step.kind === 'round') return asked.read(step.of);
  const { decimals, ...rest } = step;
  void decimals;
  const whole: Step = rest;
  return seesField(whole)
    ? (computeForField(whole, asked.reads)[asked.at] ?? null)
    : computeForEntry(whole, asked.read);
}

/** The value of a cell at a judge (by position) or an item. */
export function valueAt(cell: Cell | null, position: number): Rational | null {
  switch (cell?.form) {
    case 'number':
      return cell.value;
    case 'list':
      return cell.values[position] ?? null;
    case 'judges':
      return valueOf(cell.values, position);
    case 'marks':
    case undefined:
      return null;
  }
}

export interface LineParts {
  readonly at?: LineSubject;
  /** Position of the judge or item the line is about. */
  readonly position?: number;
  readonly operands: readonly Operand[];
  readonly working?: Working | null;
  /** Instead of the notes of the step's cell. */
  readonly notes?: Line['notes'];
}

export function lineOf(
  asked: Asked,
  step: Step,
  { at, position = 0, operands, working = null, notes }: LineParts,
): Line {
  const cell = asked.read(step.id);
  const value = valueAt(cell, position);
  const unrounded = valueAt(unroundedCell(asked, step), position);
  const show = (number: Rational) => asked.show(step.id, number);
  return {
    step: step.id,
    kind: step.kind,
    at: at ?? null,
    operands,
    working,
    unrounded: unrounded && show(unrounded),
    roundedTo: 'decimals' in step ? (step.decimals ?? null) : null,
    value: value && show(value),
    notes: notes ?? ownNotes(asked, step).map((note) => told(note, 'table' in cell ? cell.table : null, show)),
  };
}
