// The result of a scored event: the field of all complete entries, placed. The engine is the one of the day; here it only gets its
// lives from a document instead of a journal.
import type { EventDefinition } from '../definition.ts';
import { isScored, isRemoved, outstandingJudges } from '../entry-life.ts';
import { resultAt } from '../entry-result.ts';
import { fieldFrom, type Field } from '../field.ts';
import type { EntryId, SeatId } from '../ids.ts';
import { placeField, type Placed } from '../standings.ts';
import type { EntryLife } from '../state.ts';
import { definitionOf, livesOf } from './lives.ts';
import type { ScoredEvent } from './scored-event.ts';

/** Why an entry has no place. */
export type NoPlace =
  | { readonly entry: EntryId; readonly because: 'removed'; readonly as: EntryLife['status'] }
  | { readonly entry: EntryId; readonly because: 'outstanding'; readonly seats: readonly SeatId[] }
  /** Nobody scored it, or a part of its result is missing. */
  | { readonly entry: EntryId; readonly because: 'nobody-scored' | 'part-missing' };

export interface EventScore {
  readonly definition: EventDefinition;
  readonly field: Field;
  readonly lives: ReadonlyMap<EntryId, EntryLife>;
  /** Best first. */
  readonly ranking: readonly Placed[];
  readonly unplaced: readonly NoPlace[];
}

function noPlace(definition: EventDefinition, entry: EntryId, life: EntryLife): NoPlace {
  if (isRemoved(life)) return { entry, because: 'removed', as: life.status };
  const seats = outstandingJudges(definition, life).map(({ seat }) => seat);
  if (seats.length > 0) return { entry, because: 'outstanding', seats };
  return { entry, because: isScored(definition, life) ? 'part-missing' : 'nobody-scored' };
}

export function scoreEvent(scored: ScoredEvent): EventScore {
  const definition = definitionOf(scored);
  const lives = livesOf(scored);
  const members = lives.filter(({ life }) => isScored(definition, life));
  const decisions = (scored.tieDecisions ?? []).map(({ order, score, decidedBy = '', reason = '' }) => ({
    order,
    score,
    decidedBy,
    reason,
  }));
  const field = fieldFrom(definition, members, decisions);
  const ranking = placeField(field, definition, () => true);
  const placed = new Set(ranking.map(({ result }) => result.entry));
  return {
    definition,
    field,
    lives: new Map(lives.map(({ entry, life }) => [entry, life])),
    ranking,
    unplaced: lives
      .filter(({ entry }) => !placed.has(entry))
      .map(({ entry, life }) => noPlace(definition, entry, life)),
  };
}

/** The result of one entry of the field, also of one without a place. */
export const resultOf = ({ field, definition }: EventScore, entry: EntryId) => {
  const at = field.entries.indexOf(entry);
  return at < 0 ? null : resultAt(field, definition, at);
};
