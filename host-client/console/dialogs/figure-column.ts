// A column of figures while it is typed or pasted: which rows are new, what is wrong with one, and what would be recorded.
import { partsWords } from '#client-kit/wording/console-parts.ts';
import { sayFrom } from '#client-kit/wording/say.svelte.ts';
import type { CommandOf } from '#domain/commands.ts';
import { figureProblem } from '#domain/figures.ts';
import type { EntryId } from '#domain/ids.ts';
import { formatExact, parseDecimal, sum, toRational, type Decimal } from '#domain/numbers.ts';
import type { ComponentDesk, EntryDesk, FigureRow, OperatorView } from '#domain/roles/operator-view.ts';
import { tidied } from './paper-marks.ts';

const say = sayFrom(partsWords);

export type Typed = Readonly<Record<string, string>>;

export interface ColumnRow {
  readonly entry: EntryDesk;
  readonly recorded: FigureRow | null;
  readonly state: 'open' | 'shown' | 'gone';
  readonly figure: Decimal | null;
  readonly problem: string;
  /** Another figure than the one recorded, and nothing wrong with it. */
  readonly isNew: boolean;
}

const isGone = ({ status }: EntryDesk) => status === 'forfeited' || status === 'withdrawn' || status === 'disqualified';

function problemOf({ bounds }: ComponentDesk, written: string, recorded: FigureRow | null): string {
  if (written === '') return recorded === null ? '' : say('figures.kept');
  const figure = parseDecimal(written);
  if (figure === null) return say('figures.number');
  switch (figureProblem(bounds, figure)) {
    case 'figure.out-of-range':
      return bounds.max === null ? say('figures.negative') : say('figures.range', { max: bounds.max });
    case 'figure.not-whole':
      return say('figures.wholeOnly');
    case null:
      return '';
  }
}

export function columnRows(view: OperatorView, component: ComponentDesk, typed: Typed): readonly ColumnRow[] {
  return view.entries.map((entry) => {
    const recorded = component.figures.find((known) => known.entry === entry.card.id) ?? null;
    const state = isGone(entry) ? 'gone' : entry.result === 'revealed' ? 'shown' : 'open';
    const written = tidied(typed[entry.card.id] ?? recorded?.figure ?? '');
    const problem = state === 'open' ? problemOf(component, written, recorded) : '';
    const figure = parseDecimal(written);
    const isNew = state === 'open' && problem === '' && figure !== null && figure !== recorded?.figure;
    return { entry, recorded, state, figure, problem, isNew };
  });
}

/** For the check against the count on paper; of those still in the competition. */
export const totalOf = (rows: readonly ColumnRow[]): string =>
  formatExact(
    sum(rows.flatMap(({ figure, state }) => (figure === null || state === 'gone' ? [] : [toRational(figure)]))),
  );

/** A pasted column laid over the rows from one on; of several columns the last counts. Fewer than two lines are plain typing. */
export function pasted(rows: readonly ColumnRow[], from: EntryId, text: string): Typed | null {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n');
  if (lines.length < 2) return null;
  const first = rows.findIndex(({ entry }) => entry.card.id === from);
  return Object.fromEntries(
    lines.flatMap((line, place): [string, string][] => {
      const row = rows[first + place];
      return row?.state === 'open' ? [[row.entry.card.id, (line.split('\t').pop() ?? '').trim()]] : [];
    }),
  );
}

/** `bases` are the versions the operator was looking at when the window opened. */
export function commandOf(
  component: string,
  rows: readonly ColumnRow[],
  bases: ReadonlyMap<EntryId, number>,
  reason: string,
): CommandOf<'figures.enter'> {
  return {
    type: 'figures.enter',
    component,
    figures: rows.flatMap(({ entry: { card }, figure, isNew }) =>
      isNew && figure !== null ? [{ entry: card.id, figure, baseVersion: bases.get(card.id) ?? 0 }] : [],
    ),
    ...(reason !== '' && { reason }),
  };
}
