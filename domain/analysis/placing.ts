// The places of a contest as the real engine gives them, and who is inside a line: what every "what if" about a result asks for.
// Nothing here computes a result of its own: a changed question is a changed definition or contest, run through the same rule.
import type { EventDefinition } from '../definition.ts';
import { eventRule } from '../event-rule/event-rule.ts';
import type { Rational } from '../numbers.ts';
import type { Contest } from '../rules/contest.ts';
import { evaluate, type Evaluation } from '../rules/evaluate.ts';
import { rank } from '../rules/rank.ts';

/** A definition with the marks it is to be computed on. */
export interface Judged {
  readonly definition: EventDefinition;
  readonly contest: Contest;
}

/** Entries are positions of the contest. */
export interface Placing {
  readonly evaluation: Evaluation;
  /** Place per entry; null where it has no result. */
  readonly places: readonly (number | null)[];
  /** Whoever has a place, best first. */
  readonly order: readonly number[];
  /** Per entry the tie-breaker (position in the chain) that separated it from an equal figure; null where none did. */
  readonly decidedBy: readonly (number | null)[];
}

/** `members`: only these are placed, among themselves; absent: all. */
export function placingOf({ definition, contest }: Judged, members?: readonly number[]): Placing {
  const evaluation = evaluate(eventRule(definition), contest);
  const places = contest.entries.map((): number | null => null);
  const decidedBy = contest.entries.map((): number | null => null);
  const { placed } = rank(evaluation, members);
  for (const { entry, place, decidedBy: step } of placed) {
    places[entry] = Number(place.n);
    decidedBy[entry] = step;
  }
  return { evaluation, places, order: placed.map(({ entry }) => entry), decidedBy };
}

/** The figure the ranking compares. */
export function rankedFigure({ rule, cell }: Evaluation, entry: number): Rational | null {
  const found = cell(rule.ranking.by, entry);
  return found.form === 'number' ? found.value : null;
}

/** Who has a place at or before the line. [R-LINE] */
export const insideOf = ({ places }: Placing, line: number): readonly number[] =>
  places.flatMap((place, entry) => (place !== null && place <= line ? [entry] : []));
