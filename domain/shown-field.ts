// Where the rules compare entries, a change to one moves the results of others: once the hall has been shown one of them, what
// decides results stays as it is until a correction has taken them off the screen.
import { competing, isShownToHall } from './entry-life.ts';
import { comparesField } from './event-rule/aggregate-traits.ts';
import type { EntryId } from './ids.ts';
import { refuse, type Refusal } from './refusals.ts';
import type { DefinedState } from './topic.ts';

/** Entries whose shown results would move with anybody's; empty where each entry's result is its own. */
export const shownTogether = (state: DefinedState): readonly EntryId[] =>
  comparesField(state.definition) ? competing(state).filter((entry) => isShownToHall(state, entry)) : [];

/** [R-FIELD-SHOWN] */
export function shownFieldRefusal(state: DefinedState): Refusal | null {
  const entries = shownTogether(state);
  return entries.length === 0 ? null : refuse('result.field-shown', { entries });
}
