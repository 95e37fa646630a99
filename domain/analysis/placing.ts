// The places of a contest as the real engine gives them, and who is inside a line: what every "what if" about a result asks for.
// Nothing here computes a result of its own: a changed question is a changed definition or contest, run through the same rule.
import { isInsideLine } from '../cut-line.ts';
import type { EventDefinition } from '../definition.ts';
import { eventRule } from '../event-rule/event-rule.ts';
import type { Rational } from '../numbers.ts';
import type { Contest } from '../rules/contest.ts';
import { evaluate, type Evaluation } from '../rules/evaluate.ts';
import { rank } from '../rules/rank.ts';
import type { Rules } from '../scoring-rules.ts';

/** A definition with the marks it is to be computed on. */
export interface Judged {
  readonly definition: EventDefinition;
  readonly contest: Contest;
}

/** Entries are positions of the contest. */
export interface Placing {
  readonly evaluation: Evaluation;
  readonly rules: Rules;
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
  return { evaluation, rules: definition.rules, places, order: placed.map(({ entry }) => entry), decidedBy };
}

/** The figure the ranking compares. */
export function rankedFigure({ rule, cell }: Evaluation, entry: number): Rational | null {
  const found = cell(rule.ranking.by, entry);
  return found.form === 'number' ? found.value : null;
}

/** Who is inside a line: at the cut line as the rules settle a rank shared across it, at any other with all who share the rank. [R-LINE] */
export function insideOf({ places, rules }: Placing, line: number): readonly number[] {
  const { rankStyle, tieAtCut } = rules;
  const settled =
    line === rules.cutLine && tieAtCut !== undefined
      ? { cutLine: line, rankStyle, tieAtCut }
      : { cutLine: line, rankStyle };
  const sharing = (wanted: number) => places.filter((place) => place === wanted).length;
  return places.flatMap((place, entry) =>
    place !== null && isInsideLine(settled, place, sharing(place)) ? [entry] : [],
  );
}
