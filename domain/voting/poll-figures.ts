// From a counted poll to the part of the score it feeds: the figures are recorded together with the count, as if a person had entered
// the column, and go through the same mapping.
import { isFrozen, isRemoved } from '../entry-life.ts';
import type { Fact } from '../facts.ts';
import { figureVersion } from '../figures.ts';
import type { EntryId } from '../ids.ts';
import { shownFieldRefusal } from '../shown-field.ts';
import type { FinalState } from '../state.ts';
import type { DefinedState } from '../topic.ts';
import type { Poll } from './poll.ts';
import { doesCount, type PollRun } from './poll-run.ts';
import { pollFigure, type Tally } from './tally.ts';

/** The entries a run gives figures to. */
const entriesOf = ({ entry, options }: PollRun): readonly EntryId[] =>
  entry === null ? (options as readonly EntryId[]) : [entry];

/**
 * What is recorded for the part; nothing for an award, without a quorum where the votes then give nothing, for an entry that has left
 * or whose result the hall has seen, and nothing at all once the result is settled. [R-POLL-FIGURE]
 */
export function figureFacts(state: DefinedState, run: PollRun, poll: Poll, tally: Tally): readonly Fact[] {
  if (poll.counts.as === 'award' || !doesCount(poll, tally)) return [];
  const { component } = poll.counts;
  const part = state.definition.rules.components?.parts.find(({ id }) => id === component);
  if (part === undefined || isFrozen(state) || shownFieldRefusal(state) !== null) return [];
  const figures = entriesOf(run).flatMap((entry) => {
    const life = state.entries.get(entry);
    const option = run.entry === null ? entry : poll.ask.kind === 'approve' ? 'yes' : entry;
    const figure = pollFigure(poll.ask, tally, option, part.mapping.kind === 'points');
    if (life === undefined || figure === null || isRemoved(life) || life.result === 'revealed') return [];
    return [{ entry, figure, version: figureVersion(state, component, entry) + 1 }];
  });
  return figures.length === 0 ? [] : [{ type: 'figures.entered', component, figures, reason: '', run: run.run }];
}

/** Entries whose figure, as it stands, was counted in this run. */
export function fedBy(state: FinalState, { run }: PollRun): readonly { component: string; entry: EntryId }[] {
  const columns = new Set(state.figureEntries.filter((known) => known.run === run).map(({ component }) => component));
  return [...columns].flatMap((component) =>
    [...state.entries.keys()].flatMap((entry) => {
      const newest = state.figureEntries.findLast(
        (known) => known.component === component && known.figures.some((figure) => figure.entry === entry),
      );
      return newest?.run === run && state.entries.get(entry)?.figures.has(component) === true
        ? [{ component, entry }]
        : [];
    }),
  );
}
