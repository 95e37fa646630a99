// A step that changes one column value by value, item by item where it is a list; what is not there stays not there.
import type { Rational } from '../../numbers.ts';
import { listCell, numberCell, type Cell } from '../cell.ts';
import { expectForm } from './step.ts';

/** A column mapped value by value. */
export function mapped(cell: Cell, change: (value: Rational, item: number) => Rational | null): Cell {
  if (cell.form === 'list') return listCell(cell.values.map((value, item) => value && change(value, item)));
  const { value } = expectForm(cell, 'number');
  return numberCell(value && change(value, 0));
}
