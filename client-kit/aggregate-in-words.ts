// An aggregate in a sentence, made from the very settings that are computed with.
import type { Locale } from '#domain/text.ts';
import type { Aggregate } from '#domain/scoring-rules.ts';
import { aggregateWords, type AggregateWord } from './wording/aggregates.ts';
import { ruleWords } from './wording/rules.ts';
import { fill, type Blanks } from './wording/translate.ts';

export const aggregateName = (kind: Aggregate['kind'], locale: Locale): string =>
  aggregateWords[locale][`name.${kind}`];

function sentence(aggregate: Aggregate, noun: string, locale: Locale): string {
  const say = (word: AggregateWord, blanks: Blanks = {}) => fill(aggregateWords[locale][word], { noun, ...blanks });
  switch (aggregate.kind) {
    case 'mean':
      return ruleWords[locale].meanRead;
    case 'trimmed-mean':
    case 'trimmed-sum':
    case 'winsorised-mean': {
      const { dropHighest: high, dropLowest: low, minForTrim: least, trimScope } = aggregate;
      const blanks = { high, low, least };
      if (aggregate.kind !== 'trimmed-mean') return say(`what.${aggregate.kind}`, blanks);
      return fill(ruleWords[locale][trimScope === 'criterion' ? 'trimItemRead' : 'trimRead'], blanks);
    }
    case 'clamp':
      return say('what.clamp', { limit: aggregate.limit });
    case 'majority':
      return say(aggregate.score === 'votes' ? 'what.majority' : 'what.majority-mean');
    case 'rank-sum':
      return say(aggregate.as === 'sum' ? 'what.rank-sum' : 'what.rank-sum-mean');
    case 'rank-weights':
      return say('what.rank-weights', { decay: aggregate.decay });
    case 'rank-points':
      return say('what.rank-points', { points: aggregate.points.join(ruleWords[locale].comma) });
    case 'ballot':
      return say('what.ballot', { method: aggregateWords[locale][`method.${aggregate.method}`] });
    case 'sum':
    case 'median':
    case 'closest-two':
    case 'skating':
      return say(`what.${aggregate.kind}`);
  }
}

/** What the judges' scores go through. `noun` is the word for what is judged. */
export function aggregateInWords(aggregate: Aggregate, locale: Locale, noun = ''): string {
  const isByItem = 'trimScope' in aggregate ? aggregate.trimScope : 'scope' in aggregate ? aggregate.scope : undefined;
  const said = sentence(aggregate, noun, locale);
  return isByItem === 'criterion' && aggregate.kind !== 'trimmed-mean'
    ? `${said}${ruleWords[locale].space === '' ? '' : ' '}${aggregateWords[locale]['what.perItem']}`
    : said;
}
