// The rules in words say what is computed: each setting that changes a result changes a sentence, in both languages.
import { describe, expect, it } from 'vitest';
import { rulesInWords, scoringInWords } from '#client-kit/rules-in-words.ts';
import type { TimeRule, TimeSteps } from '#domain/deduction-rules/time-rule.ts';
import type { EventDefinition, Segment } from '#domain/definition.ts';
import { presets } from '#domain/presets/index.ts';
import { tiers } from '#domain/presets/preset.ts';
import type { Aggregate, Component, Components, Mapping, Rules } from '#domain/scoring-rules.ts';
import { LOCALES } from '#domain/text.ts';
import { decimal } from '#tests/kit/example-event.ts';

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
const perUnit = (count: 'started' | 'full', unitSec = 60): TimeSteps => ({
  kind: 'per-unit',
  unitSec,
  points: decimal('0.1'),
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
  { over: perUnit('full'), cap: decimal('0.3') },
  { over: { kind: 'discretion', fromPoints: decimal('1'), toPoints: decimal('3') } },
  { under: { minimumSec: 360, steps: tiers([1, '0.1']) } },
  { under: { minimumSec: 360, steps: tiers([10, '0.1']) } },
  { under: { minimumSec: 360, steps: perUnit('started') } },
  { under: { minimumSec: 360, steps: perUnit('full') } },
  { under: { minimumSec: 360, steps: { kind: 'discretion', fromPoints: decimal('1'), toPoints: decimal('3') } } },
];
const byItem = { ...trimmed, trimScope: 'criterion' } as const;

function grouped(weight: string, ifMissing: 'no-result' | 'redistribute', aggregate?: Aggregate): EventDefinition {
  const weights = [
    { group: 'experts', weight: decimal(weight), ...(aggregate && { aggregate }) },
    { group: 'media', weight: decimal('40') },
  ];
  return {
    ...withRules({ groups: { weights, ifMissing } }),
    judgeGroups: [
      { id: 'experts', name: { zh: '示例专家', en: 'Sample experts' } },
      { id: 'media', name: { zh: '示例媒体', en: 'Sample media' } },
    ],
  };
}

const votes: Component = {
  id: 'votes',
  name: { zh: '示例评审', en: 'Sample jury' },
  source: 'manual',
  weight: decimal('30'),
  mapping: { kind: 'approval', voters: 50 },
};
const parts = (changed: Partial<Components>, changedRules: Partial<Rules> = {}): EventDefinition =>
  withRules({
    components: {
      panel: { weight: decimal('70') },
      parts: [votes],
      combine: 'weighted-sum',
      ifMissing: 'no-result',
      ...changed,
    },
    ...changedRules,
  });
const mappings: readonly Mapping[] = [
  { kind: 'points', max: decimal('50') },
  { kind: 'share' },
  { kind: 'leader', min: decimal('60') },
  { kind: 'rank-points', points: [decimal('5'), decimal('3')], ties: 'mean' },
  { kind: 'approval', voters: 60 },
  { kind: 'bands', bands: [{ from: decimal('500'), points: decimal('80') }] },
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
  withRules({ cutLine: 3, tieAtCut: 'all-out' }),
  withRules({ tolerance: decimal('0.03') }),
  withRules({ outlierAt: decimal('10') }),
  withRules({ missing: 'replace-by-mean' }),
  withRules({ missing: 'judge-average' }),
  withRules({ normalise: 'severity' }),
  withRules({ normalise: 'z-score' }),
  withRules({ aggregate: byItem, items: { useDifficulty: false, combine: 'sum' } }),
  withRules({ aggregate: byItem, items: { useDifficulty: true, combine: 'sum' } }),
  withRules({ aggregate: byItem, items: { useDifficulty: true, combine: 'best' } }),
  withRules({ aggregate: byItem, items: { useDifficulty: true, combine: 'best', decimals: 2 } }),
  withRules({ aggregate: byItem, items: { useDifficulty: true, combine: 'best', factor: decimal('0.6') } }),
  grouped('60', 'no-result'),
  grouped('50', 'no-result'),
  grouped('60', 'redistribute'),
  grouped('60', 'no-result', { kind: 'median' }),
  parts({}),
  parts({ panel: { weight: decimal('60') } }),
  parts({ panel: { weight: decimal('70'), mapping: { kind: 'share' } } }),
  parts({ ifMissing: 'redistribute' }),
  parts({ combine: 'rank-sum' }),
  ...mappings.map((mapping) => parts({ parts: [{ ...votes, mapping }] })),
  parts({ parts: [{ ...votes, source: 'audience' }] }),
  ...(['votes', 'panel'] as const).map((part) => parts({}, { tieBreakers: [{ kind: 'part', part }] })),
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

    it(`call groups and parts by their names (${locale})`, () => {
      const read = JSON.stringify(
        [grouped('60', 'no-result'), variants.at(-2)].map((one) => one && scoringInWords(one, locale)),
      );
      for (const name of locale === 'en' ? ['Sample experts', '“Sample jury”'] : ['示例专家', '“示例评审”'])
        expect(read).toContain(name);
    });

    it(`read on paper what set-up showed (${locale})`, () => {
      for (const variant of variants)
        expect(rulesInWords(variant, locale)).toEqual(expect.arrayContaining([...scoringInWords(variant, locale)]));
    });
  }
});
