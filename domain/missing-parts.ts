// What a scored entry still lacks for a result: figures nobody has entered, votes nobody gave, marks the method cannot use.
import type { Judge } from './definition.ts';
import { competing, sheetOf } from './entry-life.ts';
import { columns } from './event-rule/columns.ts';
import { hasResult } from './entry-result.ts';
import { fieldOf, type Field } from './field.ts';
import type { EntryId, SeatId } from './ids.ts';
import { expectForm } from './rules/steps/step.ts';
import type { DefinedState } from './topic.ts';

const isEmpty = (field: Field, name: string, at: number): boolean =>
  expectForm(field.evaluation.cell(name, at), 'number').value === null;

/** `panel` and ids of components, in the order of the rules; empty for an entry that has its result or is not scored. [R-NO-RESULT] */
export function missingParts(state: DefinedState, entry: EntryId): readonly string[] {
  const field = fieldOf(state);
  const at = field?.entries.indexOf(entry) ?? -1;
  if (field === null || at < 0 || hasResult(state, entry)) return [];
  const { components } = state.definition.rules;
  const panel = components?.panel.mapping ? columns.part('panel') : columns.panel;
  const parts = (components?.parts ?? []).filter(({ id }) => isEmpty(field, columns.part(id), at)).map(({ id }) => id);
  return [...(isEmpty(field, panel, at) || parts.length === 0 ? ['panel'] : []), ...parts];
}

/** Judges whose marks the method cannot use for want of others or because they left entries equal, as the working names them. */
export function unusableJudges(state: DefinedState, entry: EntryId): readonly SeatId[] {
  const field = fieldOf(state);
  const at = field?.entries.indexOf(entry) ?? -1;
  if (field === null || at < 0) return [];
  const { groups } = state.definition.rules;
  const panels = groups?.weights.map(({ group }) => columns.group(group)) ?? [columns.panel];
  const judges = panels.flatMap((name) =>
    [name, `${name}/ranks`].flatMap((column) => {
      const cell = field.evaluation.cell(column, at);
      const notes = cell.form === 'number' || cell.form === 'judges' ? cell.notes : [];
      return notes.flatMap((note) =>
        note.code === 'ranks-incomplete' ? note.judges : note.code === 'places-not-distinct' ? [note.judge] : [],
      );
    }),
  );
  const named = [...new Set(judges)].flatMap((judge) => state.definition.panel[judge]?.seat ?? []);
  return named.length > 0 ? named : leftOutSomewhere(state, field, at);
}

/** Where the working names nobody: those left out of some entry, of the panels that gave this one no value. */
function leftOutSomewhere(state: DefinedState, field: Field, at: number): readonly SeatId[] {
  const { panel, rules } = state.definition;
  const isConcerned = ({ group }: Judge) =>
    rules.groups === undefined ||
    rules.groups.weights.some((known) => known.group === group && isEmpty(field, columns.group(known.group), at));
  const isLeftOut = ({ seat }: Judge) =>
    competing(state).some((entry) => {
      const life = state.entries.get(entry);
      const status = life && sheetOf(life, seat).status;
      return status === 'absent' || status === 'recused';
    });
  return panel.filter((judge) => isConcerned(judge) && isLeftOut(judge)).map(({ seat }) => seat);
}
