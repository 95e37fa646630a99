// What the scoring rules of an event may not be before it begins, and what an organiser is only warned of, each told at its
// own field. A rule without anything wrong says nothing.
import { describe, expect, it } from 'vitest';
import { problemSentence } from '#client-kit/wording/problems.ts';
import type { Criterion, EventDefinition } from '#domain/definition.ts';
import { definitionProblems } from '#domain/definition-problems.ts';
import { definitionShapeProblems } from '#domain/import/shape-problems.ts';
import { PROBLEM_CODES } from '#domain/problems/codes.ts';
import type { PollId } from '#domain/ids.ts';
import type { Aggregate, Component, Components, Mapping, Rules } from '#domain/scoring-rules.ts';
import { LOCALES } from '#domain/text.ts';
import type { Poll } from '#domain/voting/poll.ts';
import { criterionId, decimal, exampleEvent } from '#tests/kit/example-event.ts';

const trimmed = { dropHighest: 1, dropLowest: 1, minForTrim: 5, trimScope: 'judge-total' } as const;
const byItem = { ...trimmed, trimScope: 'criterion' } as const;
const names = { zh: '示例', en: 'Sample' };
const group = (id: string) => ({ id, name: { zh: `示例组 ${id}`, en: `Sample group ${id}` } });

const withRules = (rules: Partial<Rules>, size: Parameters<typeof exampleEvent>[0] = {}): EventDefinition =>
  exampleEvent(size, { reveal: 'at-end', ...rules });
const aggregate = (used: Aggregate, size?: Parameters<typeof exampleEvent>[0]) => withRules({ aggregate: used }, size);
const withItem = (event: EventDefinition, changed: Partial<Criterion>): EventDefinition => ({
  ...event,
  criteria: event.criteria.map((criterion) => ({ ...criterion, ...changed })),
});

/** Five judges in group a, two in group b. */
function grouped(weights: readonly (readonly [string, string, Aggregate?])[], changed: Partial<Rules> = {}) {
  const event = withRules({
    groups: {
      weights: weights.map(([id, weight, own]) => ({
        group: id,
        weight: decimal(weight),
        ...(own && { aggregate: own }),
      })),
      ifMissing: 'no-result',
    },
    aggregate: { kind: 'mean' },
    ...changed,
  });
  return {
    ...event,
    judgeGroups: [group('a'), group('b'), group('c')],
    panel: event.panel.map((judge) => ({ ...judge, group: judge.number <= 5 ? 'a' : 'b' })),
  };
}

const votes = (changed: Partial<Component> = {}): Component => ({
  id: 'votes',
  name: names,
  source: 'manual',
  weight: decimal('30'),
  mapping: { kind: 'approval', voters: 50 },
  ...changed,
});
const parts = (changed: Partial<Components> = {}, rules: Partial<Rules> = {}) =>
  withRules({
    components: {
      panel: { weight: decimal('70') },
      parts: [votes()],
      combine: 'weighted-sum',
      ifMissing: 'no-result',
      ...changed,
    },
    ...rules,
  });
const bands = (...from: readonly string[]) =>
  votes({ mapping: { kind: 'bands', bands: from.map((at) => ({ from: decimal(at), points: decimal('50') })) } });

const byCount: Mapping = { kind: 'share' };
const asked: Poll = {
  id: 'popular' as PollId,
  name: names,
  ask: { kind: 'choose', max: 1 },
  ballots: 'codes',
  mayChange: false,
  whileOpen: 'nothing',
  counts: { as: 'component', component: 'votes' },
};
/** Polls as they differ from choosing one for the part `votes`, whose mapping may be another. */
const polls = (changes: readonly Partial<Poll>[], mapping: Mapping = byCount): EventDefinition => ({
  ...parts({ parts: [votes({ source: 'audience', mapping })] }),
  polls: changes.map((changed, place) => ({ ...asked, id: `poll-${place + 1}` as PollId, ...changed })),
});
const award = { as: 'award', award: names } as const;

/** What is set, then severity, code, place and value of the one problem it makes. */
type Case = readonly [string, EventDefinition, 'blocking' | 'hint', string, string, string];
const cases: readonly Case[] = [
  [
    'a trimmed sum that drops as many as it needs',
    aggregate({ kind: 'trimmed-sum', ...trimmed, dropLowest: 4 }),
    'blocking',
    'problem.drops-everything',
    '/rules/aggregate',
    '5',
  ],
  [
    'a winsorised mean that leaves nobody',
    aggregate({ kind: 'winsorised-mean', ...trimmed, minForTrim: 2 }),
    'blocking',
    'problem.drops-everything',
    '/rules/aggregate',
    '2',
  ],
  [
    'a trim for more judges than there are',
    aggregate({ kind: 'winsorised-mean', ...trimmed }, { judges: 4 }),
    'hint',
    'problem.few-judges-for-trim',
    '/rules/aggregate/minForTrim',
    '5',
  ],
  [
    'the closest two of two judges',
    aggregate({ kind: 'closest-two' }, { judges: 2 }),
    'hint',
    'problem.few-judges-for-method',
    '/rules/aggregate',
    '3',
  ],
  [
    'a clamp of 0',
    aggregate({ kind: 'clamp', limit: decimal('0'), limitDecimals: 2 }),
    'blocking',
    'problem.clamp-limit',
    '/rules/aggregate/limit',
    '0',
  ],
  [
    'rank weights that rise',
    aggregate({ kind: 'rank-weights', decay: decimal('-0.1') }),
    'blocking',
    'problem.decay-not-positive',
    '/rules/aggregate/decay',
    '-0.1',
  ],
  [
    'points that do not fall',
    aggregate({ kind: 'rank-points', points: [decimal('5'), decimal('5')], ties: 'mean' }),
    'hint',
    'problem.points-not-falling',
    '/rules/aggregate/points',
    '',
  ],
  [
    'the mean of a majority among three',
    aggregate({ kind: 'majority', score: 'mean' }),
    'blocking',
    'problem.majority-of-two',
    '/rules/aggregate/score',
    '3',
  ],
  [
    'Kemeny with sixteen entries',
    aggregate({ kind: 'ballot', method: 'kemeny' }, { entries: 16 }),
    'blocking',
    'problem.kemeny-too-many',
    '/rules/aggregate/method',
    '15',
  ],
  [
    'STAR on a scale of 100',
    aggregate({ kind: 'ballot', method: 'star' }),
    'blocking',
    'problem.star-scale',
    '/rules/aggregate/method',
    '',
  ],
  [
    'approval where nobody can give 0',
    withItem(aggregate({ kind: 'ballot', method: 'approval' }), { minAllowed: decimal('60') }),
    'blocking',
    'problem.approval-names-all',
    '/rules/aggregate/method',
    '',
  ],
  [
    'the skating system with five marks for three couples',
    withItem(aggregate({ kind: 'skating' }), { entryStep: decimal('25') }),
    'hint',
    'problem.skating-equal-marks',
    '/criteria/0',
    'item-1',
  ],
  [
    'settings of items where totals are combined',
    withRules({ items: { useDifficulty: false, combine: 'sum' } }),
    'hint',
    'problem.items-unused',
    '/rules/items',
    '',
  ],
  [
    'a factor of 0',
    withRules({
      aggregate: { kind: 'trimmed-sum', ...byItem },
      items: { useDifficulty: false, factor: decimal('0'), combine: 'sum' },
    }),
    'blocking',
    'problem.factor-not-positive',
    '/rules/items/factor',
    '0',
  ],
  [
    'difficulty that one entry lacks',
    withRules(
      { aggregate: { kind: 'trimmed-sum', ...byItem }, items: { useDifficulty: true, combine: 'sum' } },
      { entries: 1 },
    ),
    'blocking',
    'problem.difficulty-missing',
    '/entries/0/difficulty',
    '01',
  ],
  [
    'group weights of 90 %',
    grouped([
      ['a', '60'],
      ['b', '30'],
    ]),
    'blocking',
    'problem.group-weights',
    '/rules/groups/weights',
    '90',
  ],
  [
    'group weights of 100.001 %',
    grouped([
      ['a', '66.667'],
      ['b', '33.334'],
    ]),
    'blocking',
    'problem.group-weights',
    '/rules/groups/weights',
    '100.001',
  ],
  [
    'a weighted group without judges',
    grouped([
      ['a', '50'],
      ['b', '30'],
      ['c', '20'],
    ]),
    'blocking',
    'problem.group-without-judges',
    '/rules/groups/weights/2/group',
    'c',
  ],
  [
    'judges whose scores count nowhere',
    grouped([['a', '100']]),
    'hint',
    'problem.judges-in-no-group',
    '/rules/groups',
    'seat-6 seat-7',
  ],
  [
    'a group that ranks while the other adds marks',
    grouped([
      ['a', '60'],
      ['b', '40', { kind: 'rank-sum', as: 'sum' }],
    ]),
    'blocking',
    'problem.group-turned-round',
    '/rules/groups/weights/1/aggregate',
    'b',
  ],
  [
    'the drop of a group of two',
    grouped([
      ['a', '60'],
      ['b', '40', { kind: 'trimmed-mean', ...trimmed }],
    ]),
    'hint',
    'problem.few-judges-for-trim',
    '/rules/groups/weights/1/aggregate/minForTrim',
    '5',
  ],
  [
    'parts of 110 %',
    parts({ panel: { weight: decimal('80') } }),
    'blocking',
    'problem.component-weights',
    '/rules/components/parts',
    '110',
  ],
  [
    'two parts of one name',
    parts({ parts: [votes({ weight: decimal('10') }), votes({ weight: decimal('20') })] }),
    'blocking',
    'problem.duplicate-component',
    '/rules/components/parts/1',
    'votes',
  ],
  [
    'a part called like the panel',
    parts({ parts: [votes({ id: 'panel' })] }),
    'blocking',
    'problem.duplicate-component',
    '/rules/components/parts/0',
    'panel',
  ],
  [
    'points of which 0 are full marks',
    parts({ parts: [votes({ mapping: { kind: 'points', max: decimal('0') } })] }),
    'blocking',
    'problem.full-marks-not-positive',
    '/rules/components/parts/0/mapping/max',
    '0',
  ],
  [
    'a least score of full marks',
    parts({ parts: [votes({ mapping: { kind: 'leader', min: decimal('100') } })] }),
    'blocking',
    'problem.leader-minimum',
    '/rules/components/parts/0/mapping/min',
    '100',
  ],
  [
    'bands that fall',
    parts({ parts: [bands('0', '500', '200')] }),
    'blocking',
    'problem.bands-order',
    '/rules/components/parts/0/mapping/bands/2',
    '200',
  ],
  [
    'the same band twice',
    parts({ parts: [bands('0', '0')] }),
    'blocking',
    'problem.bands-order',
    '/rules/components/parts/0/mapping/bands/1',
    '0',
  ],
  [
    'places of the panel added to votes by weight',
    parts({}, { aggregate: { kind: 'rank-sum', as: 'sum' } }),
    'blocking',
    'problem.panel-mapping-needed',
    '/rules/components/panel/mapping',
    '',
  ],
  ...(
    [
      ['normalise', 'z-score'],
      ['missing', 'judge-average'],
    ] as const
  ).map(([setting, value]): Case => [
    `totals corrected by ${value} where items are combined`,
    withRules({ aggregate: { kind: 'median', scope: 'criterion' }, [setting]: value }),
    'hint',
    'problem.totals-unused',
    `/rules/${setting}`,
    value,
  ]),
  [
    'two polls of one name',
    polls([{}, { counts: award, id: 'poll-1' as PollId }]),
    'blocking',
    'problem.duplicate-poll',
    '/polls/1/id',
    'poll-1',
  ],
  [
    'a poll for a part that is gone',
    polls([{ counts: { as: 'component', component: 'others' } }]),
    'blocking',
    'problem.unknown-poll-part',
    '/polls/0/counts',
    'others',
  ],
  ['two polls for one part', polls([{}, {}]), 'blocking', 'problem.part-fed-twice', '/polls/1/counts', 'votes'],
  [
    'votes taken as points',
    polls([{}], { kind: 'points', max: decimal('100') }),
    'blocking',
    'problem.poll-mapping',
    '/polls/0/counts',
    'votes',
  ],
  [
    'ratings up to 5 taken as points up to 10',
    polls([{ ask: { kind: 'rate', about: 'entry', best: 5 } }], { kind: 'points', max: decimal('10') }),
    'blocking',
    'problem.poll-mapping',
    '/polls/0/counts',
    'votes',
  ],
  [
    'rankings counted by hand',
    polls([{ ask: { kind: 'rank', max: 3 }, ballots: 'hand-count' }]),
    'blocking',
    'problem.poll-by-hand',
    '/polls/0/ballots',
    'poll-1',
  ],
  [
    'an award by yes and no',
    polls([{ ask: { kind: 'approve' }, counts: award }]),
    'blocking',
    'problem.award-of-one',
    '/polls/0/counts',
    'poll-1',
  ],
  [
    'one vote per phone for a part of the score',
    polls([{ ballots: 'device' }]),
    'hint',
    'problem.unverified-votes',
    '/polls/0/ballots',
    'poll-1',
  ],
  [
    'a tie-breaker by a part that is gone',
    withRules({ tieBreakers: [{ kind: 'part', part: 'votes' }] }),
    'blocking',
    'problem.unknown-tie-breaker-part',
    '/rules/tieBreakers/0',
    'votes',
  ],
  [
    'a tie-breaker by an item that is gone',
    withRules({ tieBreakers: [{ kind: 'criterion', criterion: criterionId(9) }] }),
    'blocking',
    'problem.unknown-tie-breaker-item',
    '/rules/tieBreakers/0',
    'item-9',
  ],
  [
    'the second-best item where items are added up',
    withRules({ tieBreakers: [{ kind: 'next-best', n: 2 }] }),
    'blocking',
    'problem.next-best-needs-best',
    '/rules/tieBreakers/0',
    '2',
  ],
  [
    'a tolerance of 0',
    withRules({ tolerance: decimal('0'), tieBreakers: [] }),
    'blocking',
    'problem.tolerance-not-positive',
    '/rules/tolerance',
    '0',
  ],
  [
    'a tolerance beside tie-breakers',
    withRules({ tolerance: decimal('0.03') }),
    'hint',
    'problem.tolerance-skips-ties',
    '/rules/tolerance',
    '',
  ],
  [
    'a question about every mark',
    withRules({ outlierAt: decimal('0') }),
    'blocking',
    'problem.outlier-not-positive',
    '/rules/outlierAt',
    '0',
  ],
  [
    'deductions from sums of places',
    aggregate({ kind: 'rank-sum', as: 'sum' }),
    'hint',
    'problem.deduction-on-ranks',
    '/rules/aggregate',
    '',
  ],
  [
    'a method that compares everybody, revealed at once',
    withRules({ aggregate: { kind: 'majority', score: 'votes' }, reveal: 'at-once' }),
    'hint',
    'problem.field-rule-reveals-early',
    '/rules/reveal',
    '',
  ],
];

describe('the problems of an event', () => {
  it.each(cases)('%s', (_title, event, severity, code, at, value) => {
    expect(definitionShapeProblems(event)).toEqual([]);
    const found = definitionProblems(event).filter((problem) => problem.code !== 'problem.deduction-on-ranks');
    const all = code === 'problem.deduction-on-ranks' ? definitionProblems(event) : found;
    expect(all).toEqual([{ code, severity, at, value }]);
  });

  it('are none where nothing is wrong', () => {
    const fine = [
      withRules({}),
      parts(),
      polls([
        {},
        { ask: { kind: 'choose', max: 3 }, ballots: 'device', counts: award },
        { ask: { kind: 'rank', max: 3 }, counts: award },
      ]),
      polls([{ ask: { kind: 'approve' } }], { kind: 'points', max: decimal('100') }),
      polls([{ ask: { kind: 'rate', about: 'entries', best: 10 } }], { kind: 'points', max: decimal('10') }),
      grouped([
        ['a', '66.667'],
        ['b', '33.333'],
      ]),
      parts(
        { panel: { weight: decimal('0') }, combine: 'rank-sum' },
        { tieBreakers: [{ kind: 'part', part: 'panel' }] },
      ),
      withItem(aggregate({ kind: 'ballot', method: 'star' }), {
        maxScore: decimal('5'),
        maxAllowed: decimal('5'),
        entryStep: decimal('1'),
      }),
      aggregate({ kind: 'majority', score: 'mean' }, { entries: 2 }),
    ];
    for (const event of fine)
      expect(definitionProblems(event).filter(({ code }) => code !== 'problem.deduction-on-ranks')).toEqual([]);
  });

  it('of one aggregate that several groups use are said once', () => {
    const event = grouped(
      [
        ['a', '60'],
        ['b', '40'],
      ],
      { aggregate: { kind: 'clamp', limit: decimal('0'), limitDecimals: 2 } },
    );
    expect(definitionProblems(event).filter(({ code }) => code === 'problem.clamp-limit')).toHaveLength(1);
  });

  it('name people and parts, not seats and inner names', () => {
    const [lonely] = definitionProblems(grouped([['a', '100']]));
    const [empty] = definitionProblems(
      grouped([
        ['a', '50'],
        ['b', '30'],
        ['c', '20'],
      ]),
    );
    for (const locale of LOCALES) {
      if (!lonely || !empty) throw new Error('Nothing was found');
      const event = grouped([['a', '100']]);
      expect(problemSentence(lonely, event, locale)).toMatch(/示例评委 6、示例评委 7|Sample judge 6, Sample judge 7/);
      expect(problemSentence(empty, event, locale)).toMatch(/示例组 c|Sample group c/);
    }
  });

  it('are all told in a sentence without an open blank', () => {
    for (const locale of LOCALES)
      for (const code of PROBLEM_CODES)
        expect(problemSentence({ code, value: 'x' }, exampleEvent(), locale)).not.toMatch(/[{}]|undefined/);
  });
});

describe('the shape of a half-typed rule', () => {
  it('is told against the method that was chosen, however much of it is wrong', () => {
    const event = exampleEvent();
    const typed = {
      ...event,
      rules: { ...event.rules, aggregate: { kind: 'rank-points', points: ['x', 'y', 'z', ''], ties: 'mean' } },
    };
    expect(definitionShapeProblems(typed).map(({ at }) => at)).toEqual(
      [0, 1, 2, 3].map((index) => `/rules/aggregate/points/${index}`),
    );
  });

  it('needs at least one in a list that may not be empty', () => {
    const event = exampleEvent();
    const typed = { ...event, rules: { ...event.rules, aggregate: { kind: 'rank-points', points: [], ties: 'mean' } } };
    expect(definitionShapeProblems(typed)).toEqual([{ code: 'shape.empty', at: '/rules/aggregate/points', value: '' }]);
  });
});
