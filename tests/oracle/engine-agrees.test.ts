// The engine against the second calculator, on whole events of every kind of rule.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatExact, formatRounded, type Rational } from '#domain/numbers.ts';
import type { ScoredEvent } from '#domain/scored-event/scored-event.ts';
import { scoreEvent } from '#domain/scored-event/score-event.ts';
import { tried } from '#tests/kit/arbitraries.ts';
import {
  entryAggregates,
  fieldAggregates,
  scoredEvents,
  scoringRules,
  withDecisions,
} from '#tests/kit/scored-events.ts';
import { oracleResults } from './event.ts';
import type { Fraction } from './fraction.ts';

const exact = (value: Fraction | null): string => (value ? formatExact({ n: value.top, d: value.bottom }) : '–');
const own = (value: Rational | null | undefined): string => (value ? formatExact(value) : '–');

function byEngine(event: ScoredEvent) {
  const { ranking } = scoreEvent(event);
  return ranking.map(({ result, rank, isTied, decidedBy }) => ({
    entry: result.entry,
    totals: event.panel.map(({ seat }) => own(result.totals.find((known) => known.seat === seat)?.total)),
    fates: event.panel.map(({ seat }) => result.totals.find((known) => known.seat === seat)?.fate ?? null),
    panelScore: result.panelScore,
    final: formatExact(result.final),
    score: result.score,
    place: rank,
    isShared: isTied,
    decidedBy,
  }));
}

function byOracle(event: ScoredEvent) {
  const { decimals } = event.rules;
  return oracleResults(event).map((result) => ({
    entry: result.entry,
    totals: result.totals.map(exact),
    fates: result.fates,
    panelScore: result.panel ? formatRounded({ n: result.panel.top, d: result.panel.bottom }, decimals) : '–',
    final: exact(result.final),
    score: formatRounded({ n: result.published.top, d: result.published.bottom }, decimals),
    place: result.place,
    isShared: result.isShared,
    decidedBy: result.decidedBy,
  }));
}

describe('the second calculator', () => {
  it.each([
    ['one entry at a time', entryAggregates],
    ['the field together', fieldAggregates],
    ['any of them, also by group', fc.oneof(entryAggregates, fieldAggregates)],
  ])('[R-PANEL] [R-RANK] [R-CHAIN] agrees on whole events with aggregates that look at %s', (_, aggregates) => {
    fc.assert(
      fc.property(scoredEvents(scoringRules(aggregates)), fc.array(fc.nat(999), { minLength: 1 }), (drawn, rolls) => {
        const event = withDecisions(drawn, rolls);
        expect(byEngine(event)).toEqual(byOracle(event));
      }),
      tried(1500),
    );
  });
});
