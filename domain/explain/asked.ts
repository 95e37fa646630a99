// Whose result is explained, on which evaluation, and how its values and columns are named and shown. Every kind of line reads the
// columns through this, so that steps that changed nothing for this entry can be passed over.
import type { Rational } from '../numbers.ts';
import type { Cell, CellOf, Note } from '../rules/cell.ts';
import type { MarkTable } from '../rules/contest.ts';
import type { Evaluation } from '../rules/evaluate.ts';
import { judgeCount, valueOf } from '../rules/panel.ts';
import { referencesOf } from '../rules/references.ts';
import type { Rule } from '../rules/rule.ts';
import type { Step } from '../rules/step-schema.ts';
import { expectForm, type Read } from '../rules/steps/step.ts';
import type { Absence, LineNote, Source } from './derivation.ts';
import { quantity, resultDecimals, type Quantity } from './quantity.ts';

export interface Asked {
  readonly evaluation: Evaluation;
  /** Position of the entry in the contest. */
  readonly at: number;
  readonly read: Read;
  /** The columns of every entry of the field. */
  readonly reads: readonly Read[];
  /** A value of this column, as it is shown. */
  readonly show: (column: string, value: Rational) => Quantity;
  readonly entryId: (position: number) => string;
}

const stepIn = ({ steps }: Rule, name: string): Step | undefined => steps.find(({ id }) => id === name);

/** Counts, votes and places are written as they are; points with the decimals of the result. */
function isCount(rule: Rule, name: string, seen: Map<string, boolean>): boolean {
  const known = seen.get(name);
  if (known !== undefined) return known;
  const step = stepIn(rule, name);
  let is: boolean;
  switch (step?.kind) {
    case undefined:
    case 'judge-ranks':
    case 'judge-points':
    case 'place':
    case 'place-points':
    case 'skating':
    case 'ballot':
    case 'bands':
      is = true;
      break;
    case 'majority':
      is = step.score === 'votes';
      break;
    case 'panel':
    case 'sum':
    case 'product':
    case 'nth-best':
    case 'item':
    case 'bound':
      is = referencesOf(step).every((of) => isCount(rule, of, seen));
      break;
    case 'judge-totals':
    case 'rank-weights':
    case 'fill-missing':
    case 'normalise':
    case 'times':
    case 'round':
    case 'ratio':
    case 'share':
      is = false;
  }
  seen.set(name, is);
  return is;
}

export function askedOf(evaluation: Evaluation, at: number): Asked {
  const { rule, contest } = evaluation;
  const decimals = resultDecimals(rule);
  const seen = new Map(contest.tables.map(({ id }) => [id, false]));
  const readAt =
    (entry: number): Read =>
    (name) =>
      evaluation.cell(name, entry);
  return {
    evaluation,
    at,
    read: readAt(at),
    reads: contest.entries.map((_, entry) => readAt(entry)),
    show: (column, value) => quantity(value, isCount(rule, column, seen) ? null : decimals, decimals),
    entryId: (position) => contest.entries[position]?.id ?? '',
  };
}

export const judgeName = (table: MarkTable, judge: number): string => table.judges[judge] ?? '';

export const judgeSource = (table: MarkTable, judge: number): Extract<Source, { what: 'judge' }> => ({
  what: 'judge',
  judge: judgeName(table, judge),
});

/** An item of a list: by its name where the table the list was made of names its items. */
export function itemSource(asked: Asked, column: string, item: number): Extract<Source, { what: 'item' }> {
  return { what: 'item', item, name: tableBehind(asked, column)?.items[item] ?? null, column };
}

function tableBehind(asked: Asked, column: string): MarkTable | null {
  const cell = asked.read(column);
  if ('table' in cell && cell.table !== null) return cell.table;
  const step = stepIn(asked.evaluation.rule, column);
  return step?.kind === 'times' || step?.kind === 'round' ? tableBehind(asked, step.of) : null;
}

export const judgesCell = (asked: Asked, column: string): CellOf<'judges'> => expectForm(asked.read(column), 'judges');

/** Why this judge has no value of its own for the entry, by the sheets; null when nothing was left out. */
export function absenceOf({ evaluation, at }: Asked, table: MarkTable, judge: number): Absence | null {
  const marks = evaluation.contest.entries[at]?.marks[table.id];
  const known = marks?.leftOut?.get(judge);
  if (known !== undefined) return known;
  const rows = marks?.rows ?? [];
  const given = rows.filter((row) => (row[judge] ?? null) !== null).length;
  return rows.length === 0 || given === 0 ? 'missing' : given < rows.length ? 'incomplete' : null;
}

const notesIn = (cell: Cell): readonly Note[] => (cell.form === 'judges' || cell.form === 'number' ? cell.notes : []);

/** The notes a step adds: those it only passes on stand with the step they come from, which has lines of its own. */
export function ownNotes(asked: Asked, step: Step): readonly Note[] {
  const notes = notesIn(asked.read(step.id));
  if (!('of' in step) || typeof step.of !== 'string') return notes;
  const source = asked.read(step.of);
  const isTold =
    source.form === 'judges' &&
    Array.from({ length: judgeCount(source.values) }).some((_, j) => valueOf(source.values, j));
  return isTold ? notes.filter((note) => !source.notes.includes(note)) : notes;
}

/** A note with judges by name and numbers as text. */
export function told(note: Note, table: MarkTable | null, show: (value: Rational) => Quantity): LineNote {
  const name = (judge: number) => (table ? judgeName(table, judge) : String(judge + 1));
  const entries = Object.entries(note).map(([key, value]: [string, unknown]) => {
    if (key === 'judges') return [key, (value as readonly number[]).map(name)];
    if (key === 'judge') return [key, name(value as number)];
    return [key, typeof value === 'object' && value !== null && 'n' in value ? show(value as Rational) : value];
  });
  return Object.fromEntries(entries) as LineNote;
}
