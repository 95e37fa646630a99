// The parts of the score beside the panel as the console lists them: what has been entered, by whom, when, and what is still to come.
import { competing } from '../entry-life.ts';
import { figureBounds } from '../figures.ts';
import { formatExact, sum, toRational } from '../numbers.ts';
import type { Component } from '../scoring-rules.ts';
import type { DefinedState } from '../topic.ts';
import type { ComponentDesk, FigureRow } from './operator-view.ts';

function figureRows(state: DefinedState, component: string): readonly FigureRow[] {
  const newest = new Map(
    state.figureEntries
      .filter((known) => known.component === component)
      .flatMap(({ figures, at, by, device, reason }) =>
        figures.map((row): [string, FigureRow] => [
          row.entry,
          { ...row, at, by, device, reason: row.version > 1 ? reason : '' },
        ]),
      ),
  );
  return state.order.flatMap((entry) => newest.get(entry) ?? []);
}

function componentDesk(state: DefinedState, { id, name, source, weight, mapping }: Component): ComponentDesk {
  const figures = figureRows(state, id);
  const field = competing(state);
  const given = figures.filter(({ entry }) => field.includes(entry));
  return {
    id,
    name,
    source,
    mapping: mapping.kind,
    weight,
    bounds: figureBounds(mapping),
    figures,
    sum: formatExact(
      sum(given.flatMap(({ entry }) => state.entries.get(entry)?.figures.get(id) ?? []).map(toRational)),
    ),
    outstanding: field.filter((entry) => !given.some((known) => known.entry === entry)),
  };
}

/** Empty where the panel is everything. */
export const componentDesks = (state: DefinedState): readonly ComponentDesk[] =>
  (state.definition.rules.components?.parts ?? []).map((component) => componentDesk(state, component));
