// The rules in words say what is computed: each setting that changes a result changes a sentence, in both languages.
import { describe, expect, it } from 'vitest';
import { rulesInWords, scoringInWords } from '#client-kit/rules-in-words.ts';
import type { EventDefinition } from '#domain/definition.ts';
import { presets } from '#domain/presets/index.ts';
import { LOCALES } from '#domain/text.ts';

const [preset] = presets;
if (preset === undefined) throw new Error('There is no preset to read out');
const event: EventDefinition = preset.event;
const { rules } = event;
const trimmed = {
  kind: 'trimmed-mean',
  dropHighest: 1,
  dropLowest: 1,
  minForTrim: 5,
  trimScope: 'judge-total',
} as const;

const withRules = (changed: Partial<EventDefinition['rules']>): EventDefinition => ({
  ...event,
  rules: { ...rules, aggregate: trimmed, ...changed },
});
const variants: readonly EventDefinition[] = [
  withRules({}),
  withRules({ aggregate: { kind: 'mean' } }),
  withRules({ aggregate: { ...trimmed, dropHighest: 2 } }),
  withRules({ aggregate: { ...trimmed, dropLowest: 2 } }),
  withRules({ aggregate: { ...trimmed, minForTrim: 4 } }),
  withRules({ aggregate: { ...trimmed, trimScope: 'criterion' } }),
  withRules({ decimals: 3 }),
  withRules({ rankOn: rules.rankOn === 'exact' ? 'rounded' : 'exact' }),
  withRules({ rankStyle: rules.rankStyle === 'dense' ? 'competition' : 'dense' }),
  withRules({ tieBreakers: [] }),
  withRules({ tieBreakers: [{ kind: 'more-decimals' }] }),
  withRules({ tieBreakers: [{ kind: 'more-decimals' }, { kind: 'panel-decision' }] }),
  withRules({ cutLine: 3 }),
  { ...withRules({}), criteria: event.criteria.slice(1) },
  { ...withRules({}), criteria: event.criteria.slice(0, 1) },
  { ...withRules({}), criteria: event.criteria.map((item) => ({ ...item, weight: item.maxScore })) },
];

describe('the rules in words', () => {
  for (const locale of LOCALES) {
    it(`tell every two different ways to score apart (${locale})`, () => {
      const read = variants.map((variant) => JSON.stringify(scoringInWords(variant, locale)));
      expect(new Set(read).size).toBe(variants.length);
    });

    it(`leave no blank open and use each heading once (${locale})`, () => {
      for (const variant of [...variants, ...presets.map((known) => known.event)]) {
        const lines = rulesInWords(variant, locale);
        for (const { term, sentence } of lines) expect(`${term} ${sentence}`).not.toMatch(/[{}]|undefined|NaN/);
        expect(new Set(lines.map(({ term }) => term)).size).toBe(lines.length);
      }
    });

    it(`read on paper what set-up showed (${locale})`, () => {
      for (const variant of variants)
        expect(rulesInWords(variant, locale)).toEqual(expect.arrayContaining([...scoringInWords(variant, locale)]));
    });
  }
});
