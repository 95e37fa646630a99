// What POST /api/import answers: the file as rows, and what the server makes of it. Nothing is saved by importing; the
// meaning of the columns can be changed and the rows put right before they become entries or judges.
import type { EventDefinition } from '#domain/definition.ts';
import type { Meaning } from '#domain/import/columns.ts';
import type { EntryField } from '#domain/import/entry-columns.ts';
import type { JudgeField } from '#domain/import/judge-columns.ts';
import type { ShapeProblem } from '#domain/import/shape-problems.ts';
import type { Table } from '#domain/import/table.ts';

export const IMPORT_CODES = [
  'import.too-large',
  'import.empty',
  'import.unknown-encoding',
  'import.old-workbook',
  'import.broken-workbook',
  'import.not-an-event',
] as const;
export type ImportCode = (typeof IMPORT_CODES)[number];

/** Something about the file as a whole that a person should know. */
export const IMPORT_NOTES = [
  'rows-cut',
  'columns-cut',
  'cells-cut',
  'quotes-ignored',
  'other-sheets',
  'rules-assumed',
] as const;
export type ImportNote = (typeof IMPORT_NOTES)[number];

export type ImportSource =
  | { readonly kind: 'text'; readonly encoding: string; readonly separator: string }
  | { readonly kind: 'workbook'; readonly sheet: string }
  | { readonly kind: 'event' };

export interface Imported {
  readonly fileName: string;
  readonly source: ImportSource;
  readonly notes: readonly ImportNote[];
  /** Empty when the file is an event that was understood as a whole. */
  readonly table: Table;
  readonly guess: { readonly entries: Meaning<EntryField>; readonly judges: Meaning<JudgeField> };
  /** What the file says of the event itself; null for a plain list. */
  readonly event: EventDefinition | null;
  /** Places of an event file that were not understood and are left out of `event`. */
  readonly problems: readonly ShapeProblem[];
}
