// Laws of the scoring engine on whole events of every kind of rule: what may not change a result does not, what may changes it the
// right way, and a changed mark costs its own entry only.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { definitionProblems } from '#domain/definition-problems.ts';
import { columns } from '#domain/event-rule/columns.ts';
import { eventContest } from '#domain/event-rule/entry-source.ts';
import { eventRule, isLowerBetter } from '#domain/event-rule/event-rule.ts';
import { add, compare, formatExact, multiply, rational, roundHalfUp, sum, toRational } from '#domain/numbers.ts';
import { evaluate } from '#domain/rules/evaluate.ts';
import { rank } from '#domain/rules/rank.ts';
import { seesField } from '#domain/rules/steps/index.ts';
import { definitionOf, livesOf } from '#domain/scored-event/lives.ts';
import { scoreEvent } from '#domain/scored-event/score-event.ts';
import type { ScoredEvent } from '#domain/scored-event/scored-event.ts';
import type { Aggregate, Rules, TieBreaker } from '#domain/scoring-rules.ts';
import { standings } from '#domain/standings.ts';
import { tried } from '#tests/kit/arbitraries.ts';
import { criterionId, decimal } from '#tests/kit/example-event.ts';
import { fold, type Final } from '#tests/kit/final.ts';
import { played } from '#tests/kit/played-event.ts';
import { entryAggregates, scoredEvents, scoringRules } from '#tests/kit/scored-events.ts';

const rows = (event: ScoredEvent) =>
  scoreEvent(event).ranking.map(({ result, rank: place, isTied, decidedBy }) => [
    result.entry,
    formatExact(result.final),
    result.score,
    place,
    isTied,
    decidedBy,
  ]);
const placesOf = (event: ScoredEvent) =>
  new Map(scoreEvent(event).ranking.map(({ result, rank: place }) => [result.entry, place]));
const finals = (event: ScoredEvent) =>
  scoreEvent(event).ranking.map(({ result }) => [result.entry, result.final] as const);

/** Rules of one entry at a time, with nothing beside the panel. */
const panelOnly = (aggregates: fc.Arbitrary<Aggregate>, change: (rules: Rules) => Partial<Rules> = () => ({})) =>
  scoringRules(aggregates).map((drawn): Rules => {
    const { components: _components, groups: _groups, normalise: _normalise, missing: _missing, ...rules } = drawn;
    const tieBreakers = rules.tieBreakers.filter((breaker) => breaker.kind !== 'part' || breaker.part === 'panel');
    return { ...rules, tieBreakers, ...change({ ...rules, tieBreakers }) };
  });
const valueBreakers: readonly TieBreaker['kind'][] = ['criterion', 'untrimmed-mean', 'more-decimals'];
/** Everybody handed in. */
const complete = (event: ScoredEvent): ScoredEvent => ({
  ...event,
  deductions: [],
  sheets: event.entries.flatMap(({ id }, at) =>
    event.panel.map(({ seat }, judge) => {
      const own = event.sheets.find((sheet) => sheet.entry === id && sheet.seat === seat)?.marks;
      return {
        entry: id,
        seat,
        marks: own ?? event.criteria.map((_, item) => decimal(String(60 + at + judge + item))),
      };
    }),
  ),
});

describe('the result of an event', () => {
  it('[R-ARRIVAL] does not depend on the order of judges, sheets, deductions and figures', () => {
    fc.assert(
      fc.property(scoredEvents(), fc.nat(99), (event, turn) => {
        const turned = <T>(list: readonly T[]): T[] => {
          const at = list.length === 0 ? 0 : turn % list.length;
          return [...list.slice(at), ...list.slice(0, at)].reverse();
        };
        const other = {
          ...event,
          panel: turned(event.panel),
          sheets: turned(event.sheets),
          deductions: turned(event.deductions ?? []),
          figures: turned(event.figures ?? []),
          entries: turned(event.entries),
        };
        expect(rows(other)).toEqual(rows(event));
      }),
      tried(500),
    );
  });

  it('[R-RECALCULATE] is the same when computed again, and from a copy through text', () => {
    fc.assert(
      fc.property(scoredEvents(), (event) => {
        const again = JSON.parse(JSON.stringify(event)) as ScoredEvent;
        expect(rows(event)).toEqual(rows(event));
        expect(scoreEvent(again).ranking).toEqual(scoreEvent(event).ranking);
      }),
      tried(300),
    );
  });

  it('[R-RECALCULATE] is that of the day on which the same sheets were handed in, and of its journal replayed', () => {
    const withoutComponents = scoringRules().map((drawn): Rules => {
      const { components: _components, ...rules } = drawn;
      const tieBreakers = rules.tieBreakers.filter(
        (breaker) => !(breaker.kind === 'part' && breaker.part === 'part-1') && breaker.kind !== 'panel-decision',
      );
      return { ...rules, tieBreakers };
    });
    fc.assert(
      fc.property(scoredEvents(withoutComponents), (event) => {
        // What may not start has no day.
        fc.pre(definitionProblems(definitionOf(event)).every(({ severity }) => severity === 'hint'));
        // Where lower is better a day takes no deductions.
        fc.pre(!isLowerBetter(definitionOf(event)) || (event.deductions ?? []).length === 0);
        const final = played(event);
        const told = (state: Final['state']) =>
          standings(state).map(({ result, rank: place, isTied, decidedBy }) => [
            result.entry,
            formatExact(result.final),
            result.score,
            place,
            isTied,
            decidedBy,
          ]);
        expect(told(final.state), final.told()).toEqual(rows(event));
        expect(told(fold(final.journal))).toEqual(rows(event));
      }),
      tried(200),
    );
  });

  it('[R-RANK] is a valid list of places in every style', () => {
    fc.assert(
      fc.property(scoredEvents(), (event) => {
        const { field, ranking } = scoreEvent(event);
        const places = ranking.map(({ rank: place }) => place);
        places.forEach((place, at) => {
          const ahead = places.filter((other) => other < place);
          const before = event.rules.rankStyle === 'dense' ? new Set(ahead).size : ahead.length;
          expect(place).toBe(before + 1);
          expect(place).toBeGreaterThanOrEqual(places[at - 1] ?? 1);
          expect(ranking[at]?.isTied).toBe(places.filter((other) => other === place).length > 1);
        });
        const { rule, contest } = field.evaluation;
        const mean = rank(evaluate({ ...rule, ranking: { ...rule.ranking, style: 'mean' } }, contest)).placed;
        const count = mean.length;
        expect(compare(sum(mean.map(({ place }) => place)), rational(BigInt(count * (count + 1)), 2n))).toBe(0);
        for (const { place } of mean) {
          const [ahead, level] = [-1, 0].map((sign) => mean.filter((other) => compare(other.place, place) === sign));
          expect(compare(place, rational(BigInt(2 * (ahead?.length ?? 0) + (level?.length ?? 0) + 1), 2n))).toBe(0);
        }
      }),
      tried(300),
    );
  });

  it('[R-MEAN] keeps its order when one judge adds the same points everywhere, under the untrimmed mean', () => {
    const rules = panelOnly(fc.constant({ kind: 'mean' }), ({ tieBreakers }) => ({
      rankOn: 'exact',
      // A decision holds for the score it was made at, which changes; a judge's top mark may become the top mark of all.
      tieBreakers: tieBreakers.filter(({ kind }) => kind !== 'more-top-marks' && kind !== 'panel-decision'),
    }));
    fc.assert(
      fc.property(scoredEvents(rules), fc.nat(9), fc.integer({ min: 1, max: 30 }), (drawn, judge, more) => {
        const event = complete(drawn);
        const { seat } = event.panel[judge % event.panel.length] ?? {};
        const raised = event.sheets.map((sheet) =>
          sheet.seat === seat && sheet.marks
            ? {
                ...sheet,
                marks: sheet.marks.map((mark) => decimal(formatExact(add(toRational(mark), rational(BigInt(more)))))),
              }
            : sheet,
        );
        expect(placesOf({ ...event, sheets: raised })).toEqual(placesOf(event));
      }),
      tried(300),
    );
  });

  it('[R-PANEL] never lets an entry fall, or fall behind another, when one of its marks is raised', () => {
    // The closest two of three are left out: with 5, 7 and 8 the upper two count (7.5), with 6.5 instead of 5 the lower two (6.75).
    const monotone = entryAggregates.filter(({ kind }) => kind !== 'closest-two');
    const rules = panelOnly(monotone, ({ tieBreakers }) => ({
      tieBreakers: tieBreakers.filter(({ kind }) => valueBreakers.includes(kind)),
    }));
    fc.assert(
      fc.property(
        scoredEvents(rules),
        fc.nat(200),
        fc.nat(2),
        fc.integer({ min: 1, max: 30_000 }),
        (event, at, item, more) => {
          const given = event.sheets.filter(({ state }) => state === undefined);
          const chosen = given[at % Math.max(1, given.length)];
          const place = item % event.criteria.length;
          if (chosen?.marks === undefined) return;
          const marks = chosen.marks.map((mark, index) =>
            index === place ? decimal(formatExact(add(toRational(mark), rational(BigInt(more), 1000n)))) : mark,
          );
          const raised = {
            ...event,
            sheets: event.sheets.map((sheet) => (sheet === chosen ? { ...sheet, marks } : sheet)),
          };
          const [before, after] = [event, raised].map((one) => ({
            finals: new Map(finals(one)),
            places: placesOf(one),
          }));
          const own = before?.finals.get(chosen.entry);
          const now = after?.finals.get(chosen.entry);
          if (!own || !now) return;
          expect(compare(now, own)).toBeGreaterThanOrEqual(0);
          for (const [entry, other] of before?.places ?? [])
            if (other > (before?.places.get(chosen.entry) ?? 0))
              expect(after?.places.get(entry) ?? 0).toBeGreaterThan(after?.places.get(chosen.entry) ?? 0);
        },
      ),
      tried(1000),
    );
  });

  it('[R-CLOSEST-TWO] can fall when the mark left out comes nearer', () => {
    const score = (low: string) => {
      const event = panelOf([low, '7', '8'], { kind: 'closest-two' });
      return scoreEvent(event).ranking[0]?.result.score;
    };
    expect([score('5'), score('6.5')]).toEqual(['7.50', '6.75']);
  });

  it('[R-TRIM] lies between the smallest and the largest mark that was kept', () => {
    const trimmed = entryAggregates.filter(({ kind }) => kind === 'trimmed-mean');
    const rules = panelOnly(trimmed.map((own) => ({ ...own, trimScope: 'judge-total' }) as Aggregate));
    fc.assert(
      fc.property(scoredEvents(rules), (event) => {
        for (const { result } of scoreEvent({ ...event, deductions: [] }).ranking) {
          const kept = result.totals.filter(({ fate }) => fate === 'counted').map(({ total }) => total);
          expect(kept.some((total) => compare(total, result.final) <= 0)).toBe(true);
          expect(kept.some((total) => compare(total, result.final) >= 0)).toBe(true);
          for (const { total, fate } of result.totals)
            for (const other of kept) {
              if (fate === 'lowest-out') expect(compare(total, other)).toBeLessThanOrEqual(0);
              if (fate === 'highest-out') expect(compare(total, other)).toBeGreaterThanOrEqual(0);
            }
        }
      }),
      tried(300),
    );
  });

  it('[R-EXCUSED] is the same whether a judge gave nothing or is not on the panel, sums excepted', () => {
    // Sums are brought to the planned number of judges, so that a smaller panel gives smaller sums.
    const isNoSum = ({ aggregate: { kind, ...rest }, groups, missing }: Rules) =>
      !['sum', 'trimmed-sum', 'rank-weights', 'rank-points'].includes(kind) &&
      !('as' in rest && rest.as === 'sum') &&
      (groups?.weights.every(({ aggregate }) => aggregate === undefined) ?? true) &&
      missing !== 'replace-by-mean';
    fc.assert(
      fc.property(scoredEvents(scoringRules().filter(isNoSum)), fc.nat(9), (event, at) => {
        if (event.panel.length < 2) return;
        const gone = event.panel[at % event.panel.length]?.seat;
        const others = event.sheets.filter(({ seat }) => seat !== gone);
        const silent = event.entries.map(({ id }) => ({
          entry: id,
          seat: gone ?? event.panel[0]?.seat,
          state: 'recused' as const,
        }));
        const sheets = [...others, ...silent] as ScoredEvent['sheets'];
        const smaller = { ...event, sheets: others, panel: event.panel.filter(({ seat }) => seat !== gone) };
        expect(rows({ ...event, sheets })).toEqual(rows(smaller));
      }),
      tried(500),
    );
  });

  it('[R-WEIGHTS] keeps its order when all weights of the items, or of the groups, are multiplied by one number', () => {
    const rules = scoringRules(entryAggregates.filter(({ kind }) => kind !== 'clamp')).map((drawn): Rules => {
      const { components: _components, tolerance: _tolerance, items: _items, ...rest } = drawn;
      const breakers = drawn.tieBreakers.filter((breaker) => breaker.kind !== 'panel-decision' && !('part' in breaker));
      return { ...rest, rankOn: 'exact', tieBreakers: breakers };
    });
    fc.assert(
      fc.property(scoredEvents(rules), fc.integer({ min: 2, max: 5 }), (drawn, factor) => {
        const by = (weight: string) =>
          decimal(formatExact(multiply(toRational(decimal(weight)), rational(BigInt(factor)))));
        const event = { ...drawn, deductions: [] };
        const order = placesOf(event);
        const criteria = event.criteria.map((criterion) =>
          criterion.weight === undefined ? criterion : { ...criterion, weight: by(criterion.weight) },
        );
        if (event.rules.normalise !== 'z-score') expect(placesOf({ ...event, criteria })).toEqual(order);
        const { groups } = event.rules;
        if (groups === undefined) return;
        const weights = groups.weights.map((own) => ({ ...own, weight: by(own.weight) }));
        expect(placesOf({ ...event, rules: { ...event.rules, groups: { ...groups, weights } } })).toEqual(order);
      }),
      tried(500),
    );
  });

  it('[R-ROUND] is exact for marks of three decimals, and rounds halves away from zero also below it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 6 }), (thousandths) => {
        const texts = thousandths.map(
          (units) => `${Math.floor(units / 1000)}.${String(units % 1000).padStart(3, '0')}`,
        );
        const event = panelOf(texts, { kind: 'mean' });
        const total = thousandths.reduce((a, b) => a + b, 0);
        const [first] = scoreEvent(event).ranking;
        expect(first?.result.final).toEqual(rational(BigInt(total), BigInt(1000 * texts.length)));
        const hundredths = Math.floor((2 * total + 10 * texts.length) / (20 * texts.length));
        expect(first?.result.score).toBe(
          `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`,
        );
      }),
      tried(500),
    );
    fc.assert(
      fc.property(fc.integer({ min: -9999, max: 9999 }), (units) => {
        const size = Math.floor((2 * Math.abs(units) + 10) / 20);
        const expected = rational(BigInt(units < 0 ? -size : size), 100n);
        expect(roundHalfUp(rational(BigInt(units), 1000n), 2)).toEqual(expected);
      }),
      tried(500),
    );
  });

  it('[R-RECALCULATE] costs one entry when one mark changes: no cell of any other entry is made again', () => {
    fc.assert(
      fc.property(scoredEvents(), fc.nat(9), (drawn, at) => {
        const event = complete(drawn);
        const definition = definitionOf(event);
        const lives = livesOf(event);
        const rule = eventRule(definition);
        const changed = at % lives.length;
        const before = eventContest(definition, lives, []);
        const one = livesOf({
          ...event,
          deductions: [{ entry: lives[changed]?.entry ?? event.entries[0]!.id, points: decimal('1') }],
        });
        const after = eventContest(
          definition,
          lives.map((own, index) => (index === changed ? (one[changed] ?? own) : own)),
          [],
        );
        const shared = new Set<string>();
        const own = rule.steps.filter((step) => {
          const text = JSON.stringify(step);
          const isShared = seesField(step) || [...shared].some((id) => text.includes(`"${id}"`));
          if (isShared) shared.add(step.id);
          return !isShared;
        });
        const [first, second] = [evaluate(rule, before), evaluate(rule, after)];
        expect(own.map(({ id }) => id)).toContain(columns.totals);
        for (const { id } of own)
          lives.forEach((_, entry) => {
            const isSame = first.cell(id, entry) === second.cell(id, entry);
            expect(isSame).toBe(entry !== changed);
          });
      }),
      tried(200),
    );
  });
});

/** One entry before a panel that gave these marks for one item. */
function panelOf(marks: readonly string[], aggregate: Aggregate): ScoredEvent {
  const [example] = fc.sample(scoredEvents(panelOnly(fc.constant(aggregate))), { numRuns: 1, seed: 1 });
  if (example === undefined) throw new Error('no event was drawn');
  const [entry] = example.entries;
  const [criterion] = example.criteria;
  const [judge] = example.panel;
  if (!entry || !criterion || !judge) throw new Error('an empty event was drawn');
  const panel = marks.map((_, at) => ({ ...judge, seat: `seat-${at + 1}` as typeof judge.seat, number: at + 1 }));
  return {
    ...example,
    entries: [entry],
    order: [entry.id],
    criteria: [{ ...criterion, id: criterionId(1), weight: criterion.maxScore }],
    panel,
    rules: { ...example.rules, aggregate, decimals: 2, tieBreakers: [] },
    deductions: [],
    tieDecisions: [],
    sheets: panel.map(({ seat }, at) => ({ entry: entry.id, seat, marks: [decimal(marks[at] ?? '0')] })),
  };
}
