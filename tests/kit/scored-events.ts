// Random scored events: every kind of scoring rule an organiser can set, sheets with few different marks (ties are common), judges
// recused, absent, declared void or still outstanding, deductions, figures of components and decisions on ties.
import fc from 'fast-check';
import type { EntryId } from '#domain/ids.ts';
import type { Decimal } from '#domain/numbers.ts';
import { scoreEvent } from '#domain/scored-event/score-event.ts';
import type { ScoredEvent, ScoredSheet } from '#domain/scored-event/scored-event.ts';
import type { Aggregate, Components, Mapping, Rules, TieBreaker } from '#domain/scoring-rules.ts';
import { criterionId, decimal, exampleEvent } from './example-event.ts';

const decimals = (...texts: readonly string[]): fc.Arbitrary<Decimal> => fc.constantFrom(...texts.map(decimal));
const scope = fc.constantFrom('judge-total' as const, 'criterion' as const);
const drops = {
  dropHighest: fc.nat(2),
  dropLowest: fc.nat(2),
  minForTrim: fc.integer({ min: 1, max: 6 }),
  trimScope: scope,
};
const points = fc.array(decimals('12', '10', '8.5', '7', '0.125'), { minLength: 1, maxLength: 5 });
const ties = fc.constantFrom('mean' as const, 'same' as const);

export const entryAggregates: fc.Arbitrary<Aggregate> = fc.oneof(
  fc.record({ kind: fc.constant('mean' as const), scope }),
  fc.record({ kind: fc.constant('sum' as const), scope }),
  fc.record({ kind: fc.constant('median' as const), scope }),
  fc.record({ kind: fc.constant('closest-two' as const), scope }),
  fc.record({ kind: fc.constant('trimmed-mean' as const), ...drops }),
  fc.record({ kind: fc.constant('trimmed-sum' as const), ...drops }),
  fc.record({ kind: fc.constant('winsorised-mean' as const), ...drops }),
  fc.record({
    kind: fc.constant('clamp' as const),
    limit: decimals('0', '0.5', '1.333', '3'),
    limitDecimals: fc.integer({ min: 0, max: 4 }),
    scope,
  }),
);

const methods = [
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
] as const;

export const fieldAggregates: fc.Arbitrary<Aggregate> = fc.oneof(
  fc.record({ kind: fc.constant('majority' as const), score: fc.constantFrom('votes' as const, 'mean' as const) }),
  fc.record({ kind: fc.constant('rank-sum' as const), as: fc.constantFrom('sum' as const, 'mean' as const) }),
  fc.record({ kind: fc.constant('rank-weights' as const), decay: decimals('0', '0.19', '1') }),
  fc.record({ kind: fc.constant('rank-points' as const), points, ties }),
  fc.record({ kind: fc.constant('skating' as const) }),
  fc.record({ kind: fc.constant('ballot' as const), method: fc.constantFrom(...methods) }),
);

const mappings: fc.Arbitrary<Mapping> = fc.oneof(
  fc.record({ kind: fc.constant('points' as const), max: decimals('10', '30', '0.7') }),
  fc.record({ kind: fc.constant('share' as const) }),
  fc.record({ kind: fc.constant('leader' as const), min: decimals('0', '6') }),
  fc.record({ kind: fc.constant('rank-points' as const), points, ties }),
  fc.record({ kind: fc.constant('approval' as const), voters: fc.integer({ min: 1, max: 300 }) }),
  fc.record({
    kind: fc.constant('bands' as const),
    bands: fc
      .array(fc.record({ from: decimals('0', '5', '20.5'), points: decimals('1', '2.5', '60') }), {
        minLength: 1,
        maxLength: 3,
      })
      .map((bands) => bands.filter(({ from }, index) => bands.findIndex((other) => other.from === from) === index)),
  }),
);

const ifMissing = fc.constantFrom('no-result' as const, 'redistribute' as const);
const weight = decimals('10', '30', '33.333', '50', '70');
const groupIds = ['experts', 'guests'];

const components: fc.Arbitrary<Components> = fc.record({
  panel: fc.record({ weight, mapping: mappings }, { requiredKeys: ['weight'] }),
  parts: fc
    .array(
      fc.record({ weight, mapping: mappings, source: fc.constantFrom('audience' as const, 'imported' as const) }),
      {
        minLength: 1,
        maxLength: 2,
      },
    )
    .map((parts) =>
      parts.map((part, index) => ({ ...part, id: `part-${index + 1}`, name: { zh: `示例部分 ${index + 1}` } })),
    ),
  combine: fc.constantFrom('weighted-sum' as const, 'rank-sum' as const),
  ifMissing,
});

const tieBreakers: fc.Arbitrary<TieBreaker[]> = fc.shuffledSubarray<TieBreaker>(
  [
    { kind: 'criterion', criterion: criterionId(1) },
    { kind: 'untrimmed-mean' },
    { kind: 'more-decimals' },
    { kind: 'head-to-head' },
    { kind: 'more-top-marks' },
    { kind: 'part', part: 'panel' },
    { kind: 'part', part: 'experts' },
    { kind: 'part', part: 'part-1' },
    { kind: 'next-best', n: 2 },
    { kind: 'start-order', prefer: 'earlier' },
    { kind: 'start-order', prefer: 'later' },
    { kind: 'panel-decision' },
  ],
  { maxLength: 4 },
);

/** Set once in so many times. */
const onceIn = <T>(times: number, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: times - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
/** Without the fields that are not set: exact optional properties have no undefined. */
const withoutGaps = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, own]) => own !== undefined)) as T;

/** Tie-breakers that have something to ask under these rules. */
function askable({ kind, ...breaker }: TieBreaker, rules: Rules): boolean {
  const part = 'part' in breaker ? breaker.part : null;
  if (part === 'experts') return rules.groups !== undefined;
  if (part === 'part-1') return rules.components !== undefined;
  const { aggregate } = rules;
  const isByItem =
    ('trimScope' in aggregate ? aggregate.trimScope : 'scope' in aggregate ? aggregate.scope : '') === 'criterion';
  return kind !== 'next-best' || (isByItem && rules.groups === undefined);
}

export const scoringRules = (aggregates = fc.oneof(entryAggregates, fieldAggregates)): fc.Arbitrary<Rules> =>
  fc
    .record({
      aggregate: aggregates,
      missing: onceIn(2, fc.constantFrom('leave-out' as const, 'replace-by-mean' as const, 'judge-average' as const)),
      normalise: onceIn(2, fc.constantFrom('severity' as const, 'z-score' as const)),
      items: onceIn(
        2,
        fc
          .record({
            useDifficulty: fc.boolean(),
            factor: onceIn(2, decimals('0.6', '2', '1.125')),
            decimals: onceIn(2, fc.nat(4)),
            combine: fc.constantFrom('sum' as const, 'best' as const),
          })
          .map(withoutGaps),
      ),
      groups: onceIn(
        2,
        fc.record({
          weights: fc.tuple(weight, weight, onceIn(2, aggregates)).map(([first, second, own]) => [
            { group: 'experts', weight: first },
            { group: 'guests', weight: second, ...(own && { aggregate: own }) },
          ]),
          ifMissing,
        }),
      ),
      components: onceIn(2, components),
      decimals: fc.nat(4),
      rankOn: fc.constantFrom('rounded' as const, 'exact' as const),
      rankStyle: fc.constantFrom('competition' as const, 'dense' as const),
      tolerance: onceIn(5, decimals('0.03', '1')),
      tieBreakers,
    })
    .map((drawn): Rules => {
      const rules = withoutGaps({
        ...drawn,
        reveal: 'at-once' as const,
        showJudgeTotals: true,
        checkBeforeReveal: false,
        judgeMayTakeBack: true,
      }) as Rules;
      return { ...rules, tieBreakers: rules.tieBreakers.filter((breaker) => askable(breaker, rules)) };
    });

/** What a judge did with an entry: a roll of 0 to 99. */
function sheetOf(entry: EntryId, seat: ScoredSheet['seat'], marks: Decimal[], roll: number): readonly ScoredSheet[] {
  if (roll < 4) return [{ entry, seat, state: 'recused' }];
  if (roll < 9) return [{ entry, seat, state: 'absent' }];
  if (roll < 11) return [{ entry, seat, state: 'void', marks }];
  return roll < 12 ? [] : [{ entry, seat, marks }];
}

const markTexts = ['80', '80', '80.005', '80.125', '81', '90', '0', '79.995', '100', '3', '5', '1'];

const marksFrom = (texts: readonly string[]) => fc.array(fc.constantFrom(...texts), { minLength: 90, maxLength: 90 });

/** The same with decisions on what is still equal, in the running order or against it, now and then on another score. */
export function withDecisions(event: ScoredEvent, rolls: readonly number[]): ScoredEvent {
  const order = event.entries.map(({ id }) => id);
  const tied = scoreEvent(event).ranking.filter(({ isTied }) => isTied);
  if (order.length < 2) return event;
  const decisions = tied.flatMap(({ result }, index) => {
    const roll = rolls[index % rolls.length] ?? 0;
    const score = roll % 7 === 6 ? '1' : result.score;
    return roll % 3 === 0 ? [] : [{ order: roll % 2 === 0 ? order : [...order].reverse(), score: decimal(score) }];
  });
  return { ...event, tieDecisions: [...(event.tieDecisions ?? []), ...decisions] };
}

/** One to five entries, one to six judges, one to three items. */
export const scoredEvents = (rules: fc.Arbitrary<Rules> = scoringRules()): fc.Arbitrary<ScoredEvent> =>
  fc
    .record({
      entries: fc.integer({ min: 1, max: 5 }),
      judges: fc.integer({ min: 1, max: 6 }),
      items: fc.integer({ min: 1, max: 3 }),
      rules,
      isWeighted: fc.boolean(),
      isEven: fc.boolean(),
      marks: fc.oneof(marksFrom(markTexts), marksFrom(['80', '81']), marksFrom(['5', '6', '7'])),
      rolls: fc.array(fc.noBias(fc.nat(99)), { minLength: 30, maxLength: 30 }),
      figures: fc.array(fc.option(fc.constantFrom('0', '5', '12', '12', '40.5', '250'), { freq: 9 }), {
        minLength: 10,
        maxLength: 10,
      }),
      deductions: fc.array(fc.tuple(fc.nat(4), fc.constantFrom('0.5', '1', '0.125', '300')), { maxLength: 3 }),
      decisions: fc.array(fc.tuple(fc.nat(20), fc.constantFrom('80', '81', '0', '1', '160', '3')), { maxLength: 4 }),
    })
    .map(({ entries, judges, items, rules: drawn, isWeighted, isEven, ...given }): ScoredEvent => {
      const example = exampleEvent({ entries, judges, items }, drawn);
      const markAt = (entry: number, judge: number, item: number): Decimal =>
        decimal(given.marks[(entry * 18 + judge * 3 + item) % 90] ?? '80');
      const orders = [example.entries.map(({ id }) => id), example.entries.map(({ id }) => id).reverse()];
      return {
        ...example,
        entries: example.entries.map((entry, index) => ({
          ...entry,
          difficulty: example.criteria.map((_, item) => decimal(['2.5', '3', '1.7'][(index + item) % 3] ?? '1')),
        })),
        judgeGroups: groupIds.map((id) => ({ id, name: { zh: `示例组 ${id}` } })),
        panel: example.panel.map((judge, index) => ({ ...judge, group: groupIds[index % 3 === 2 ? 1 : 0] ?? '' })),
        criteria: example.criteria.map((criterion, index) => ({
          ...criterion,
          entryStep: decimal('0.001'),
          ...(isWeighted && { weight: decimal(['10', '33.3', '7'][index] ?? '1') }),
        })),
        sheets: example.entries.flatMap(({ id }, entry) =>
          example.panel.flatMap(({ seat }, judge) => {
            const roll = isEven ? 50 : (given.rolls[entry * 6 + judge] ?? 50);
            return sheetOf(
              id,
              seat,
              example.criteria.map((_, item) => markAt(entry, judge, item)),
              roll,
            );
          }),
        ),
        deductions: given.deductions.flatMap(([at, text]) => {
          const entry = example.entries[at]?.id;
          return entry === undefined ? [] : [{ entry, points: decimal(text) }];
        }),
        figures: (drawn.components?.parts ?? []).flatMap((part, index) =>
          example.entries.flatMap(({ id }, entry) => {
            const value = given.figures[(index * 5 + entry) % 10];
            return value == null ? [] : [{ entry: id, component: part.id, value: decimal(value) }];
          }),
        ),
        tieDecisions:
          entries < 2
            ? []
            : given.decisions.map(([at, score]) => ({ order: orders[at % 2] ?? [], score: decimal(score) })),
        order: at(orders, given.rolls[0] ?? 0),
      };
    });

const at = <T>(lists: readonly T[][], roll: number): T[] => lists[roll % lists.length] ?? [];
