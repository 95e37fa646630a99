// The check of the rules: every situation comes with rules that make it possible, says what the engine computes on the day, and the
// confirmation holds exactly as long as the rules it was about.
import { describe, expect, it } from 'vitest';
import { ruleCheckInWords } from '#client-kit/rule-check-in-words.ts';
import type { EventDefinition } from '#domain/definition.ts';
import { expertsAndPublic } from '#domain/presets/experts-and-public.ts';
import { juryAndTelevote } from '#domain/presets/jury-and-televote.ts';
import { presets } from '#domain/presets/index.ts';
import { imagine } from '#domain/rule-check/imagined.ts';
import { checkRules, rulesSignature } from '#domain/rule-check/rule-check.ts';
import type { Finding, SituationCode } from '#domain/rule-check/situation.ts';
import { resultsTable } from '#domain/results-table.ts';
import type { Rules } from '#domain/scoring-rules.ts';
import { LOCALES } from '#domain/text.ts';
import { decimal, exampleEvent } from '#tests/kit/example-event.ts';
import { startedFinal } from '#tests/kit/final.ts';

const found = (definition: EventDefinition, code: SituationCode) =>
  checkRules(definition)?.find((situation) => situation.code === code);
const findings = (definition: EventDefinition, code: SituationCode): readonly Finding['code'][] =>
  found(definition, code)?.findings.map((finding) => finding.code) ?? [];

const trimmed = (minForTrim: number): Partial<Rules> => ({
  aggregate: { kind: 'trimmed-mean', dropHighest: 1, dropLowest: 1, minForTrim, trimScope: 'judge-total' },
});
const mean: Partial<Rules> = { aggregate: { kind: 'mean' } };
const example = (rules: Partial<Rules> = {}, size = {}) => exampleEvent({ judges: 7, ...size }, rules);

describe('every situation', () => {
  const cases: readonly (readonly [SituationCode, Finding['code'], EventDefinition])[] = [
    ['judge-absent', 'divisor-shrinks', example()],
    ['judge-absent', 'nothing-dropped', example(trimmed(7))],
    ['judge-absent', 'mean-stands-in', example({ ...mean, missing: 'replace-by-mean' })],
    ['one-judge-left', 'one-judge-alone', example()],
    ['judge-recused', 'divisors-differ', example()],
    ['extreme-judge', 'one-judge-moves', example()],
    ['extreme-judge', 'one-judge-moves-nothing', example({ aggregate: { kind: 'median' } }, { judges: 5 })],
    ['equal-scores', 'decided-by', example({ tieBreakers: [{ kind: 'untrimmed-mean' }] })],
    ['equal-scores', 'nothing-separates', example({ tieBreakers: [] })],
    ['equal-sheets-at-line', 'waits-for-panel', example({}, { cutLine: 2 })],
    ['equal-sheets-at-line', 'line-grows', example({ tieBreakers: [] }, { cutLine: 2 })],
    ['equal-sheets-at-line', 'line-loses', example({ tieBreakers: [], tieAtCut: 'all-out' }, { cutLine: 2 })],
    ['equal-sheets-at-line', 'shared-first', example({ tieBreakers: [] })],
    ['everybody-equal', 'shared-first', example({ tieBreakers: [] })],
    [
      'award-line',
      'award-shared',
      { ...example({ tieBreakers: [] }), awards: [{ id: 'a', name: { zh: '示例奖' }, fromRank: 1, toRank: 2 }] },
    ],
    ['half', 'rounds-up', example({ ...mean, decimals: 0 }, { judges: 2 })],
    ['deduction-below-zero', 'stops-at-zero', example()],
    ['vote-reach', 'vote-overturns', expertsAndPublic.event],
    ['part-missing', 'no-result-without', expertsAndPublic.event],
    ['entry-withdrawn', 'others-move', juryAndTelevote.event],
  ];

  it.each(cases)('%s is imagined and finds %s under rules that make it possible', (situation, finding, definition) => {
    expect(findings(definition, situation)).toContain(finding);
  });

  it('that cannot happen is left out', () => {
    const codes = checkRules(example({}, { judges: 1 }))?.map(({ code }) => code);
    for (const code of ['judge-absent', 'judge-recused', 'extreme-judge', 'vote-reach', 'group-absent'] as const)
      expect(codes).not.toContain(code);
  });

  it('is left out altogether while a rule must be put right, but not for the entries’ sake', () => {
    expect(checkRules({ ...example(), panel: [] })).toBeNull();
    expect(checkRules({ ...example(), entries: [] })).not.toBeNull();
  });
});

describe('the report', () => {
  it('says what is computed on the day from the same marks', () => {
    const definition = example({}, { entries: 2 });
    const rows = found(definition, 'extreme-judge')?.rows ?? [];
    expect(rows).toHaveLength(2);
    const final = startedFinal(definition);
    rows.forEach((row, index) =>
      final.finish(
        index + 1,
        row.judges.map(({ total }) => total),
      ),
    );
    const table = resultsTable(final.state);
    const onTheDay = [1, 2].map((number) => {
      const row = table?.rows.find(({ entry }) => entry.id === `entry-${number}`);
      return [row?.score, row?.rank];
    });
    expect(onTheDay).toEqual(rows.map(({ result, place }) => [result?.score, place]));
  });

  it('says by how much one judge moves the score, worked out by hand', () => {
    // 80 and 86 against 0 and 86: the mean falls from 83 by half of 80.
    const two = example({ ...mean, decimals: 1 }, { judges: 2 });
    const row = imagine(two, [{ sheets: [80, 86] }, { sheets: [0, 86] }]).rows;
    expect(row.map(({ result }) => result?.score)).toEqual(['83.0', '43.0']);
    expect(found(two, 'extreme-judge')?.findings[0]).toMatchObject({ code: 'one-judge-moves', points: '42.5' });
  });

  it('is the same every time', () => {
    const definition = example();
    const told = () =>
      JSON.stringify(checkRules(definition), (_, value: unknown) =>
        typeof value === 'bigint' ? String(value) : value,
      );
    expect(told()).toBe(told());
  });

  it.each(presets.map(({ id, event }) => [id, event] as const))(
    'of %s is said without a blank left open, in both languages, the undecided first',
    (_id, event) => {
      for (const locale of LOCALES) {
        const report = ruleCheckInWords(event, locale);
        expect(report?.situations.length).toBeGreaterThan(3);
        const said = report?.situations.flatMap(({ heading, imagined, outcome, findings: all }) => [
          heading,
          imagined,
          outcome,
          ...all.map(({ sentence }) => sentence),
        ]);
        expect(said?.filter((sentence) => /[{}]|undefined|“”|NaN/.test(sentence))).toEqual([]);
        const order = report?.situations.map(({ severity }) => ['undecided', 'attention', 'settled'].indexOf(severity));
        expect(order).toEqual([...(order ?? [])].sort());
      }
    },
  );
});

describe('[R-RULES-CHECKED] a confirmation', () => {
  const before = example({}, { items: 2, cutLine: 2 });
  const [first, ...others] = before.entries;
  const [chair, ...panel] = before.panel;
  const [item, ...items] = before.criteria;
  const signature = rulesSignature(before);

  it.each<readonly [string, EventDefinition]>([
    ['the decimals', { ...before, rules: { ...before.rules, decimals: 1 } }],
    ['the tie-breakers', { ...before, rules: { ...before.rules, tieBreakers: [] } }],
    ['the cut line', { ...before, rules: { ...before.rules, cutLine: 3 } }],
    ['the range of an item', { ...before, criteria: [{ ...item!, minAllowed: decimal('1') }, ...items] }],
    ['the panel', { ...before, panel }],
    ['the number of entries', { ...before, entries: others }],
    ['an award', { ...before, awards: [{ id: 'a', name: { zh: '示例奖' }, fromRank: 1, toRank: 1 }] }],
    ['a time', { ...before, segments: [] }],
  ])('no longer holds after a change of %s', (_what, after) => {
    expect(rulesSignature(after)).not.toBe(signature);
  });

  it.each<readonly [string, EventDefinition]>([
    ['the event’s name', { ...before, name: { zh: '另一个示例' } }],
    ['a judge’s name', { ...before, panel: [{ ...chair!, name: { zh: '另一位示例评委' } }, ...panel] }],
    ['an item’s name', { ...before, criteria: [{ ...item!, name: { zh: '另一个示例项' } }, ...items] }],
    ['an entry’s title', { ...before, entries: [{ ...first!, title: { zh: '另一个示例项目' } }, ...others] }],
    ['the hall’s language', { ...before, hallLocale: 'en' }],
    ['the order of fields', { ...before, rules: Object.fromEntries(Object.entries(before.rules).reverse()) as Rules }],
  ])('still holds after a change of %s', (_what, after) => {
    expect(rulesSignature(after)).toBe(signature);
  });
});
