// Where the rules compare entries, one sheet or figure moves the results of others, and what was checked may be no longer what stands
// there. A changed sheet takes every check back: which results it moved would tell of marks. A figure only those it moved.
import type { EventDefinition } from './definition.ts';
import { isScored } from './entry-life.ts';
import { comparesField } from './event-rule/aggregate-traits.ts';
import { columns } from './event-rule/columns.ts';
import { fieldOf } from './field.ts';
import type { EntryId } from './ids.ts';
import { compare } from './numbers.ts';
import type { EntryLife, FinalState } from './state.ts';

/** Sheets of entries in the field, or who is in it. */
function marksMoved(definition: EventDefinition, before: EntryLife | undefined, after: EntryLife): boolean {
  const was = before !== undefined && isScored(definition, before);
  const is = isScored(definition, after);
  return was !== is || (is && before?.sheets !== after.sheets);
}

/** What the figures give this entry is another score in some part. */
function partMoved(definition: EventDefinition, before: FinalState, after: FinalState, entry: EntryId): boolean {
  const scoreIn = (state: FinalState, part: string) => {
    const field = fieldOf(state);
    const cell = field?.evaluation.cell(columns.part(part), field.entries.indexOf(entry));
    return cell?.form === 'number' ? cell.value : null;
  };
  return (definition.rules.components?.parts ?? []).some(({ id }) => {
    const [then, now] = [scoreIn(before, id), scoreIn(after, id)];
    return then === null || now === null ? then !== now : compare(then, now) !== 0;
  });
}

/** The state with the check taken off every entry whose result the last fact has moved. [R-CHECK] */
export function withChecksTakenBack(before: FinalState, after: FinalState): FinalState {
  const { definition } = after;
  if (definition === null || before.entries === after.entries || !comparesField(definition)) return after;
  const checked = [...after.entries].filter(([, life]) => life.result === 'checked');
  if (checked.length === 0) return after;
  const lives = [...after.entries];
  const isAll = lives.some(([entry, life]) => marksMoved(definition, before.entries.get(entry), life));
  const hasNewFigures = lives.some(([entry, life]) => before.entries.get(entry)?.figures !== life.figures);
  const moved = checked.filter(([entry]) => isAll || (hasNewFigures && partMoved(definition, before, after, entry)));
  if (moved.length === 0) return after;
  const entries = new Map(after.entries);
  for (const [entry, life] of moved) entries.set(entry, { ...life, result: 'none' });
  return { ...after, entries };
}
