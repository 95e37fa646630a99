// The scoring rules as sentences, made from the rules that were computed with: what is signed is what was done.
import type { ResultsDocument } from '#protocol/http.ts';
import type { PrintSpeaker } from './print-speaker.ts';

export function rulesInWords({ rules, criteria }: ResultsDocument, { say, text }: PrintSpeaker): readonly string[] {
  const { aggregate } = rules;
  const isWeighted = criteria.some((criterion) => criterion.weight !== undefined);
  const ties = rules.tieBreakers.map((breaker) =>
    breaker.kind === 'criterion'
      ? say('tie.criterion', {
          name: text(criteria.find((criterion) => criterion.id === breaker.criterion)?.name ?? null),
        })
      : say(`tie.${breaker.kind}`),
  );
  return [
    say(isWeighted ? 'rule.weighted' : criteria.length === 1 ? 'rule.one' : 'rule.sum'),
    aggregate.kind === 'mean'
      ? say('rule.mean')
      : say(aggregate.trimScope === 'criterion' ? 'rule.trimItem' : 'rule.trim', {
          high: aggregate.dropHighest,
          low: aggregate.dropLowest,
          min: aggregate.minForTrim,
        }),
    say('rule.deduction'),
    say('rule.rounding', { n: rules.decimals }),
    say(rules.rankOn === 'rounded' ? 'rule.rankRounded' : 'rule.rankExact'),
    ties.length === 0 ? say('rule.noTies') : say('rule.ties', { list: ties.join(say('list')) }),
    say(rules.rankStyle === 'dense' ? 'rule.dense' : 'rule.competition'),
    ...(rules.cutLine === undefined ? [] : [say('rule.cutLine', { n: rules.cutLine })]),
  ];
}
