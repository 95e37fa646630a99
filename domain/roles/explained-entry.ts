// How a result came about, for the operator's desk: under the same rule as the computed score, once scoring of the entry is closed and
// complete, also before the hall has been shown anything. No other seat is ever given a derivation. [R-EXPLAIN]
import { isAllIn } from '../entry-life.ts';
import type { Derivation } from '../explain/derivation.ts';
import { entryDerivation } from '../explain/entry-derivation.ts';
import { eventNames, type EventNames } from '../explain/event-names.ts';
import type { EntryId } from '../ids.ts';
import type { FinalState } from '../state.ts';

export interface ExplainedEntry {
  readonly derivation: Derivation;
  /** What judges, items, entries and parts in it are called. */
  readonly names: EventNames;
}

export function explainedEntry(state: FinalState, entry: EntryId): ExplainedEntry | null {
  const { definition } = state;
  const life = state.entries.get(entry);
  if (definition === null || life === undefined) return null;
  if (life.scoring !== 'closed' || !isAllIn(definition, life)) return null;
  const derivation = entryDerivation(state, entry);
  return derivation && { derivation, names: eventNames(definition, state.order) };
}
