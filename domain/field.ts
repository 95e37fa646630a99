// The field: all entries whose scoring is over and complete, computed together by the event's rule. One per state, whoever asks; what has not
// changed since the state before is not computed again.
import type { EventDefinition } from './definition.ts';
import { isScored } from './entry-life.ts';
import { eventContest } from './event-rule/entry-source.ts';
import { eventRule } from './event-rule/event-rule.ts';
import type { EntryId } from './ids.ts';
import { evaluate, type Evaluation } from './rules/evaluate.ts';
import type { EntryLife, FinalState, TieDecision } from './state.ts';

export interface Field {
  /** In running order; positions are those of the evaluation. */
  readonly entries: readonly EntryId[];
  readonly lives: readonly EntryLife[];
  readonly evaluation: Evaluation;
}

/** These entries computed together, in the order given. */
export function fieldFrom(
  definition: EventDefinition,
  members: readonly { readonly entry: EntryId; readonly life: EntryLife }[],
  decisions: readonly TieDecision[],
): Field {
  return {
    entries: members.map(({ entry }) => entry),
    lives: members.map(({ life }) => life),
    evaluation: evaluate(eventRule(definition), eventContest(definition, members, decisions)),
  };
}

function membersOf(state: FinalState, definition: EventDefinition) {
  return state.order.flatMap((entry) => {
    const life = state.entries.get(entry);
    return life !== undefined && isScored(definition, life) ? [{ entry, life }] : [];
  });
}

const known = new WeakMap<FinalState, Field>();

/** Null without a defined event. */
export function fieldOf(state: FinalState): Field | null {
  const { definition } = state;
  if (definition === null) return null;
  let field = known.get(state);
  if (field === undefined)
    known.set(state, (field = fieldFrom(definition, membersOf(state, definition), state.tieDecisions)));
  return field;
}

/** The same field as if the panel had decided no tie yet. */
export function undecidedField(state: FinalState): Field | null {
  const { definition } = state;
  return definition === null ? null : fieldFrom(definition, membersOf(state, definition), []);
}

/** These lives by themselves, whatever the day's field is: a score outside the competition, an imagined panel. */
export const fieldOfLives = (
  definition: EventDefinition,
  members: readonly { readonly entry: EntryId; readonly life: EntryLife }[],
): Field => fieldFrom(definition, members, []);
