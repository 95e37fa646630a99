// Rules and contests from outside: each mistake has its code and its place, and what is accepted can always be evaluated.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decimal } from '#domain/numbers.ts';
import { rational } from '#domain/numbers.ts';
import { eventContest } from '#domain/event-rule/entry-source.ts';
import { eventRule } from '#domain/event-rule/event-rule.ts';
import type { Contest } from '#domain/rules/contest.ts';
import { evaluate } from '#domain/rules/evaluate.ts';
import { rank } from '#domain/rules/rank.ts';
import { RULE_PROBLEM_CODES } from '#domain/rules/rule-problem.ts';
import { ruleProblems } from '#domain/rules/rule-problems.ts';
import type { Rule, TieStep } from '#domain/rules/rule.ts';
import type { Step } from '#domain/rules/step-schema.ts';
import { definitionOf, livesOf } from '#domain/scored-event/lives.ts';
import { tried } from '#tests/kit/arbitraries.ts';
import { scoredEvents } from '#tests/kit/scored-events.ts';

const one = '1' as Decimal;
const contest: Contest = {
  tables: [{ id: 'marks', judges: ['A', 'B', 'C'], items: ['x', 'y'], decimals: 1 }],
  entries: ['E', 'F'].map((id, at) => ({
    id,
    marks: {
      marks: {
        rows: [
          [80 + at, 90, null],
          [70, 60, 50 + at],
        ],
      },
    },
    numbers: { votes: rational(3n), bonus: at === 0 ? null : rational(-1n, 2n) },
    lists: { difficulty: [rational(2n), rational(5n, 2n)] },
  })),
  decisions: [{ order: ['F', 'E'], at: null }],
};
const totals: Step = { id: 'totals', kind: 'judge-totals', of: 'marks' };
const panel: Step = {
  id: 'panel',
  kind: 'panel',
  of: 'totals',
  aggregate: { kind: 'mean' },
  missing: 'leave-out',
  ifNone: 'no-result',
};
const ruleOf = (steps: readonly Step[], by = steps[steps.length - 1]?.id ?? '', ties: TieStep[] = []): Rule => ({
  steps: [...steps],
  ranking: { by, prefer: 'highest', style: 'competition', ties },
});
const problem = (rule: Rule, on: Contest = contest) =>
  ruleProblems(rule, on).map(({ code, at, value }) => [code, at, value])[0];
const entryWith = (change: Partial<Contest['entries'][number]>): Contest => ({
  ...contest,
  entries: contest.entries.map((entry, at) => (at === 1 ? { ...entry, ...change } : entry)),
});
const rows = (list: readonly (readonly (number | null)[])[]) => entryWith({ marks: { marks: { rows: list } } });

const mistakes: readonly (readonly [string, string, Rule, Contest?])[] = [
  ['shape.missing', '/rule/steps/0/of', ruleOf([{ id: 'totals', kind: 'judge-totals' } as Step])],
  ['rule.name-twice', '/rule/steps/1/id', ruleOf([totals, { ...panel, id: 'totals' }, panel])],
  ['rule.name-twice', '/rule/steps/0/id', ruleOf([{ ...totals, id: 'votes' }, panel])],
  ['rule.column-unknown', '/rule/steps/0/of', ruleOf([{ ...totals, of: 'mark' }, panel])],
  ['rule.column-unknown', '/rule/ranking/by', ruleOf([totals, panel], 'score')],
  [
    'rule.column-unknown',
    '/rule/ranking/ties/0/of',
    ruleOf([totals, panel], 'panel', [{ kind: 'head-to-head', of: 'total' }]),
  ],
  ['rule.column-unknown', '/rule/steps/0/of', ruleOf([{ ...totals, of: 'constructor' }, panel])],
  ['rule.column-later', '/rule/steps/0/of', ruleOf([panel, totals], 'panel')],
  ['rule.column-itself', '/rule/steps/0/of', ruleOf([{ ...panel, of: 'panel' }])],
  ['rule.column-form', '/rule/steps/0/of', ruleOf([{ ...totals, of: 'votes' }])],
  ['rule.column-form', '/rule/ranking/by', ruleOf([totals, panel], 'totals')],
  [
    'rule.column-form',
    '/rule/ranking/ties/0/of',
    ruleOf([totals, panel], 'panel', [{ kind: 'value', of: 'totals', prefer: 'highest' }]),
  ],
  ['rule.judge-unknown', '/rule/steps/1/judges/1', ruleOf([totals, { ...panel, judges: ['A', 'Z'] }])],
  ['rule.name-twice', '/rule/steps/1/judges/1', ruleOf([totals, { ...panel, judges: ['A', 'A'] }])],
  [
    'rule.weights-count',
    '/rule/steps/0/weights',
    ruleOf([{ ...totals, weights: [{ full: one, weight: one }] }, panel]),
  ],
  [
    'rule.full-marks-zero',
    '/rule/steps/0/by/0/shares/0/full',
    ruleOf([{ id: 'n', kind: 'times', of: 'votes', by: [{ shares: [{ full: '0' as Decimal, weight: one }] }] }]),
  ],
  [
    'rule.item-beyond',
    '/rule/steps/1/item',
    ruleOf([
      { ...panel, id: 'items', of: 'marks' },
      { id: 'n', kind: 'item', of: 'items', item: 2 },
    ]),
  ],
  [
    'rule.decay-range',
    '/rule/steps/1/decay',
    ruleOf([totals, { id: 'w', kind: 'rank-weights', of: 'totals', decay: '-1' as Decimal }, { ...panel, of: 'w' }]),
  ],
  [
    'rule.bounds-crossed',
    '/rule/steps/0/min',
    ruleOf([{ id: 'n', kind: 'bound', of: 'votes', min: '2' as Decimal, max: one }]),
  ],
  [
    'rule.reference-number',
    '/rule/steps/1/reference/pool/mean',
    ruleOf([
      totals,
      {
        id: 'n',
        kind: 'normalise',
        of: 'totals',
        by: 'z-score',
        reference: { pool: { mean: 'x', deviation: '1' }, judges: {} },
      },
      { ...panel, of: 'n' },
    ]),
  ],
  ['contest.name-twice', '/contest/entries/1/id', ruleOf([totals, panel]), entryWith({ id: 'E' })],
  [
    'contest.decimals',
    '/contest/tables/0/decimals',
    ruleOf([totals, panel]),
    { ...contest, tables: contest.tables.map((table) => ({ ...table, decimals: 10 })) },
  ],
  [
    'contest.mark',
    '/contest/entries/1/marks/marks/rows/0/1',
    ruleOf([totals, panel]),
    rows([
      [1, 0.5, 2],
      [1, 2, 3],
    ]),
  ],
  ['contest.row-length', '/contest/entries/1/marks/marks/rows/1', ruleOf([totals, panel]), rows([[1, 2, 3], [1]])],
  ['contest.rows-differ', '/contest/entries/1/marks/marks/rows', ruleOf([totals, panel]), rows([[1, 2, 3]])],
  ['contest.columns-differ', '/contest/entries/1/lists', ruleOf([totals, panel]), entryWith({ lists: {} })],
  [
    'contest.entry-unknown',
    '/contest/decisions/0/order/0',
    ruleOf([totals, panel]),
    { ...contest, decisions: [{ order: ['G'], at: null }] },
  ],
];

/** A step of any kind that reads any of these names. */
const stepOf = (id: string, names: readonly string[]): fc.Arbitrary<Step> => {
  const of = fc.constantFrom(...names);
  const list = fc.array(of, { minLength: 1, maxLength: 3 });
  const prefer = fc.constantFrom('highest' as const, 'lowest' as const);
  const fine = fc.constantFrom('0', '1', '-2.5', '0.19', '12').map((text) => text as Decimal);
  const points = fc.array(fine, { minLength: 1, maxLength: 3 });
  const ties = fc.constantFrom('mean' as const, 'same' as const);
  const judges = fc.constantFrom({}, {}, { judges: ['A', 'C'] }, { judges: ['Z'] });
  const weights = fc.array(fc.record({ full: fine, weight: fine }), { minLength: 1, maxLength: 2 });
  const drop = fc.nat(2);
  const aggregate = fc.oneof(
    fc.constantFrom({ kind: 'mean' }, { kind: 'sum' }, { kind: 'median' }, { kind: 'closest-two' }),
    fc.record({
      kind: fc.constantFrom('trimmed-mean', 'trimmed-sum', 'winsorised-mean'),
      dropHighest: drop,
      dropLowest: drop,
      minForTrim: fc.integer({ min: 1, max: 4 }),
    }),
    fc.record({ kind: fc.constant('clamp'), limit: fine, limitDecimals: fc.nat(3) }),
  );
  const method = fc.constantFrom(
    'plurality',
    'approval',
    'borda',
    'copeland',
    'schulze',
    'ranked-pairs',
    'minimax',
    'irv',
    'kemeny',
    'star',
  );
  const kinds: readonly fc.Arbitrary<object>[] = [
    fc.record({ kind: fc.constant('judge-totals'), of, weights }, { requiredKeys: ['kind', 'of'] }),
    fc.record({ kind: fc.constant('judge-ranks'), of, prefer, ties: fc.constantFrom('mean', 'competition') }),
    fc.record({ kind: fc.constant('judge-points'), of, prefer, points, ties }),
    fc.record({ kind: fc.constant('rank-weights'), of, decay: fine }),
    fc.record({ kind: fc.constant('fill-missing'), of, with: fc.constant('judge-average') }),
    fc.record({ kind: fc.constant('normalise'), of, by: fc.constantFrom('severity', 'z-score') }),
    fc.record({
      kind: fc.constant('panel'),
      of,
      aggregate,
      missing: fc.constantFrom('leave-out', 'wait', 'replace-by-mean'),
      ifNone: fc.constantFrom('no-result', 'zero'),
    }),
    fc.record({ kind: fc.constant('majority'), of, score: fc.constantFrom('votes', 'mean') }),
    fc.record({ kind: fc.constant('skating'), of, placesGiven: fc.boolean() }),
    fc.record({ kind: fc.constant('ballot'), of, method }),
    fc.record({
      kind: fc.constant('times'),
      of,
      by: fc.array(fc.oneof(fc.record({ of }), fc.record({ value: fine }), fc.record({ shares: weights })), {
        minLength: 1,
        maxLength: 2,
      }),
    }),
    fc.record({
      kind: fc.constant('sum'),
      terms: fc.array(fc.record({ of, weight: fine }), { minLength: 1, maxLength: 3 }),
      ifMissing: fc.constantFrom('no-result', 'redistribute', 'zero'),
    }),
    fc.record({ kind: fc.constant('item'), of, item: fc.nat(2) }),
    fc.record({ kind: fc.constant('product'), of: list }),
    fc.record({ kind: fc.constant('nth-best'), of: list, n: fc.integer({ min: 1, max: 3 }), prefer }),
    fc.record({ kind: fc.constant('bound'), of, min: fine, max: fine }, { requiredKeys: ['kind', 'of'] }),
    fc.record({ kind: fc.constant('round'), of, decimals: fc.nat(3) }),
    fc.record({ kind: fc.constant('ratio'), of, over: of, times: fine }),
    fc.record({
      kind: fc.constant('bands'),
      of,
      bands: fc.array(fc.record({ from: fine, points: fine }), { minLength: 1, maxLength: 2 }),
    }),
    fc.record({ kind: fc.constant('place'), of, prefer, style: fc.constantFrom('competition', 'dense', 'mean') }),
    fc.record({ kind: fc.constant('place-points'), of, prefer, points, ties }),
    fc.record({ kind: fc.constant('share'), of, as: fc.constantFrom('of-all', 'of-leader'), min: fine, max: fine }),
  ];
  return fc
    .tuple(fc.oneof(...kinds), judges)
    .map(([step, only]) => ({ id, ...step, ...('missing' in step ? only : {}) }) as Step);
};

const sources = ['marks', 'votes', 'bonus', 'difficulty'];
const start = [totals, { ...panel, id: 'items', of: 'marks' }, panel] as const;

/** A good beginning, then one to three steps of any kind on any column. */
const rules: fc.Arbitrary<Rule> = fc
  .tuple(
    stepOf('s1', [...sources, 'totals', 'items', 'panel']),
    stepOf('s2', ['totals', 'items', 'panel', 's1', 's1', 's1']),
    stepOf('s3', ['totals', 'panel', 's1', 's2', 's2', 's2']),
    fc.nat(2),
    fc.constantFrom(...sources, 'totals', 'items', 'panel', 's1'),
  )
  .map(([first, second, third, more, tie]) => {
    const steps = [...start, ...[first, second, third].slice(0, more + 1)];
    const by = steps[steps.length - 1]?.id ?? '';
    return ruleOf(steps, by, [
      { kind: 'head-to-head', of: 'totals' },
      { kind: 'better-in-more', of: [tie], prefer: 'highest' },
    ]);
  });

describe('a rule from outside', () => {
  for (const [code, at, rule, on] of mistakes)
    it(`is refused with ${code} at ${at}`, () => {
      expect(problem(rule, on)?.slice(0, 2)).toEqual([code, at]);
    });

  it('has a case for every code', () => {
    const tested = mistakes.map(([code]) => code);
    expect(RULE_PROBLEM_CODES.filter((code) => !tested.includes(code))).toEqual([]);
  });

  it('says what would fit', () => {
    expect(ruleProblems(ruleOf([{ ...totals, of: 'votes' }, panel]), contest)[0]).toEqual({
      code: 'rule.column-form',
      at: '/rule/steps/0/of',
      value: 'votes',
      expected: ['marks'],
    });
  });

  it('[R-RULE] never throws once it is accepted, whatever it is', () => {
    let accepted = 0;
    fc.assert(
      fc.property(rules, fc.boolean(), (rule, isEmpty) => {
        const on = isEmpty ? { ...contest, entries: [], decisions: [] } : contest;
        if (ruleProblems(rule, on).length > 0) return;
        accepted += 1;
        const evaluation = evaluate(rule, on);
        const names = [...rule.steps.map(({ id }) => id), ...sources];
        for (const name of names) on.entries.forEach((_, entry) => evaluation.cell(name, entry));
        const { placed, unplaced } = rank(evaluation);
        expect(placed.length + unplaced.length).toBe(on.entries.length);
      }),
      tried(6000),
    );
    expect(accepted).toBeGreaterThan(200);
  });

  it('[R-RULE] is what the rules of every event are', () => {
    fc.assert(
      fc.property(scoredEvents(), (event) => {
        const definition = definitionOf(event);
        // A group of which nobody sits on a small panel has no judges to name.
        const isStaffed = definition.rules.groups?.weights.every(({ group }) =>
          definition.panel.some((judge) => judge.group === group),
        );
        fc.pre(isStaffed ?? true);
        expect(ruleProblems(eventRule(definition), eventContest(definition, livesOf(event), []))).toEqual([]);
      }),
      tried(500),
    );
  });
});
