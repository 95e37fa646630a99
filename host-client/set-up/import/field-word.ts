// The word for a field: a "title" is one thing of an entry and another of a judge.
import type { ImportWord } from '#client-kit/wording/set-up-import.ts';
import type { EntryField } from '#domain/import/entry-columns.ts';
import type { JudgeField } from '#domain/import/judge-columns.ts';
import type { ImportTarget } from './import-session.svelte.ts';

type FieldWord = `field.entries.${EntryField}` | `field.judges.${JudgeField}`;

/** A session only ever asks for the fields of its own target. */
export const fieldWord = (target: ImportTarget, field: EntryField | JudgeField): ImportWord =>
  `field.${target}.${field}` as FieldWord;
