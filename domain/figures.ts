// Figures of the other parts of a score (得分构成): votes counted by hand, imported and manual points. A column of them is entered
// at once; a figure that is there is replaced only with a reason and on the version that was looked at.
import type { CommandOf } from './commands.ts';
import { isFrozen, isRemoved } from './entry-life.ts';
import type { EntryId } from './ids.ts';
import { compare, parseDecimal, toRational, ZERO, type Decimal } from './numbers.ts';
import { refuse, type Refusal, type RefusalCode } from './refusals.ts';
import type { Component, Mapping } from './scoring-rules.ts';
import { shownFieldRefusal } from './shown-field.ts';
import type { EntryLife, FigureEntry, FinalState } from './state.ts';
import { live, stepped, withLife, type DefinedState, type Decisions, type Evolutions } from './topic.ts';

export interface FigureBounds {
  /** Votes are whole; points may have decimals. */
  readonly isWhole: boolean;
  /** Null where nothing bounds it. */
  readonly max: Decimal | null;
}

export function figureBounds(mapping: Mapping): FigureBounds {
  switch (mapping.kind) {
    case 'points':
      return { isWhole: false, max: mapping.max };
    case 'approval':
      return { isWhole: true, max: String(mapping.voters) as Decimal };
    case 'share':
    case 'leader':
    case 'rank-points':
    case 'bands':
      return { isWhole: true, max: null };
  }
}

/** What is wrong with a figure; null when it can be recorded. [R-FIGURE-RANGE] */
export function figureProblem(
  { isWhole, max }: FigureBounds,
  figure: Decimal,
): Extract<RefusalCode, 'figure.out-of-range' | 'figure.not-whole'> | null {
  const value = toRational(figure);
  if (compare(value, ZERO) < 0 || (max !== null && compare(value, toRational(max)) > 0)) return 'figure.out-of-range';
  return isWhole && value.d !== 1n ? 'figure.not-whole' : null;
}

/** How often a figure of the component has been recorded for the entry. */
export function figureVersion({ figureEntries }: FinalState, component: string, entry: EntryId): number {
  const given = figureEntries.filter((known) => known.component === component);
  return given.filter(({ figures }) => figures.some((known) => known.entry === entry)).length;
}

/** What the pattern of decimals can hold. */
const LARGEST_FIGURE = '999999';

type Row = CommandOf<'figures.enter'>['figures'][number];
type Changed = FigureEntry['figures'][number];

/** The row as it would be recorded, or null where that very figure stands already. */
function change(state: DefinedState, { id, mapping }: Component, row: Row): Changed | Refusal | null {
  const { entry } = row;
  const life = state.entries.get(entry);
  if (life === undefined) return refuse('entry.unknown', { entry });
  const figure = parseDecimal(row.figure);
  const bounds = figureBounds(mapping);
  const problem = figure === null ? 'figure.out-of-range' : figureProblem(bounds, figure);
  if (figure === null || problem !== null)
    return refuse(problem ?? 'figure.out-of-range', {
      entry,
      min: '0',
      max: bounds.max ?? LARGEST_FIGURE,
    });
  if (life.figures.get(id) === figure) return null;
  if (isRemoved(life)) return refuse('entry.removed', { entry });
  if (life.result === 'revealed') return refuse('entry.revealed', { entry });
  const version = figureVersion(state, id, entry);
  return row.baseVersion === version
    ? { entry, figure, version: version + 1 }
    : refuse('figure.version-conflict', { entry, version });
}

export const figureDecisions: Decisions<'figures.enter'> = {
  'figures.enter': live((state, { component, figures, reason = '' }) => {
    const part = state.definition.rules.components?.parts.find(({ id }) => id === component);
    if (part === undefined) return refuse('component.unknown');
    if (isFrozen(state)) return refuse('result.frozen');
    const twice = figures.find(({ entry }, at) => figures.findIndex((other) => other.entry === entry) !== at);
    if (twice !== undefined) return refuse('figure.twice', { entry: twice.entry });
    const changed: Changed[] = [];
    for (const row of figures) {
      const one = change(state, part, row);
      if (one !== null && 'refused' in one) return one;
      if (one !== null) changed.push(one);
    }
    if (changed.length === 0) return refuse('figure.unchanged');
    const shown = shownFieldRefusal(state);
    if (shown !== null) return shown;
    // [R-FIGURE-VERSION] What stands is replaced by a decision that says why.
    if (reason.trim() === '' && changed.some(({ version }) => version > 1)) return refuse('reason.missing');
    return [{ type: 'figures.entered', component, figures: changed, reason: reason.trim() }];
  }),
};

const withFigure = (life: EntryLife, component: string, figure: Decimal): EntryLife => ({
  ...life,
  result: life.result === 'checked' ? 'none' : life.result,
  figures: new Map(life.figures).set(component, figure),
});

export const figureEvolutions: Evolutions<'figures.entered'> = {
  'figures.entered': (state, { component, figures, reason, run }, { by, device, at }) => {
    const entered = figures.reduce<FinalState>(
      (next, { entry, figure }) => withLife(next, entry, (life) => withFigure(life, component, figure)),
      state,
    );
    const record: FigureEntry = { component, figures, reason, run: run ?? null, by, device, at };
    return stepped({ ...entered, figureEntries: [...state.figureEntries, record] });
  },
};
