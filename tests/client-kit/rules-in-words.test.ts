// The rules in words say what is computed: each setting that changes a result changes a sentence, in both languages.
import { describe, expect, it } from 'vitest';
import { rulesInWords, scoringInWords } from '#client-kit/rules-in-words.ts';
import type { TimeRule, TimeSteps } from '#domain/deduction-rules/time-rule.ts';
import type { EventDefinition, Segment } from '#domain/definition.ts';
import { presets } from '#domain/presets/index.ts';
import { tiers } from '#domain/presets/preset.ts';
import type { Decimal } from '#domain/numbers.ts';
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
const presentation: Segment = { kind: 'presentation', timeAllowedSec: 900, warningTimesSec: [30] };
const points = (text: string) => text as Decimal;
const perUnit = (count: 'started' | 'full', unitSec = 60): TimeSteps => ({
  kind: 'per-unit',
  unitSec,
  points: points('0.1'),
  count,
});
const timeRules: readonly TimeRule[] = [
  { over: tiers([60, '5'], [120, '10']) },
  { over: tiers([60, '5'], [180, '10']) },
  { over: tiers([60, '5'], [120, '10']), stopAfterSec: 300 },
  { over: perUnit('started') },
  { over: perUnit('full') },
  { over: perUnit('full', 30) },
  { over: perUnit('full'), graceSec: 10 },
  { over: perUnit('full'), cap: points('0.3') },
  { over: { kind: 'discretion', fromPoints: points('1'), toPoints: points('3') } },
  { under: { minimumSec: 360, steps: tiers([1, '0.1']) } },
  { under: { minimumSec: 360, steps: tiers([10, '0.1']) } },
  { under: { minimumSec: 360, steps: perUnit('started') } },
  { under: { minimumSec: 360, steps: perUnit('full') } },
  { under: { minimumSec: 360, steps: { kind: 'discretion', fromPoints: points('1'), toPoints: points('3') } } },
];
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
  ...timeRules.map((overtime) => ({ ...withRules({}), segments: [{ ...presentation, overtime }] })),
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
