// How each result of a file comes about, as text, best first: every step with its numbers, what was left out and why, and what
// separated equal ones. Nothing is computed here; the derivations are the engine's.
import { derivationInText } from '#client-kit/derivation-in-words.ts';
import { eventNaming, plainNaming } from '#client-kit/derivation/naming.ts';
import { derive } from '#domain/explain/derive.ts';
import { derivationAt } from '#domain/explain/entry-derivation.ts';
import { eventNames } from '#domain/explain/event-names.ts';
import type { Contest } from '#domain/rules/contest.ts';
import { evaluate } from '#domain/rules/evaluate.ts';
import { rank } from '#domain/rules/rank.ts';
import type { Rule } from '#domain/rules/rule.ts';
import { scoreEvent } from '#domain/scored-event/score-event.ts';
import type { ScoredEvent } from '#domain/scored-event/scored-event.ts';
import type { Locale } from '#domain/text.ts';

export function explainEvent(event: ScoredEvent, locale: Locale): string {
  const { definition, field, lives, ranking } = scoreEvent(event);
  const naming = eventNaming(eventNames(definition, [...lives.keys()]), locale);
  return ranking
    .flatMap(({ result }) => derivationAt(field, definition, field.entries.indexOf(result.entry)) ?? [])
    .map((derivation) => derivationInText(derivation, naming, locale))
    .join('\n\n');
}

export function explainContest(rule: Rule, contest: Contest, locale: Locale): string {
  const evaluation = evaluate(rule, contest);
  const ranked = rank(evaluation);
  return ranked.placed
    .map(({ entry }) => derivationInText(derive(evaluation, entry, { ranked }), plainNaming(locale), locale))
    .join('\n\n');
}
