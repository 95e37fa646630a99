// Laws of the numbers: what may not change a result does not, what may changes it the right way.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventDefinition } from '#domain/definition.ts';
import type { Aggregate } from '#domain/scoring-rules.ts';
import { compare, formatRounded, rational, roundHalfUp, sum, toRational } from '#domain/numbers.ts';
import { mean } from '#domain/rules/aggregates/mean.ts';
import { trim } from '#domain/rules/aggregates/trim.ts';
import { panelOfExact } from '#domain/rules/panel.ts';
import { resultsTable } from '#domain/results-table.ts';
import { standings } from '#domain/standings.ts';
import { aggregates, events, tried } from '#tests/kit/arbitraries.ts';
import { decimal, entryId, exampleEvent, seatId, criterionId } from '#tests/kit/example-event.ts';
import { startedFinal } from '#tests/kit/final.ts';
import { panelScoreOf } from '#tests/kit/panel-score.ts';

const hundredths = fc.integer({ min: 0, max: 10_000 });
const markOf = (value: number) => decimal(formatRounded(rational(BigInt(value), 100n), 2).replace(/\.?0+$/, '') || '0');
const panels = fc.array(fc.array(hundredths, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 9 });

const scoreOf = (panel: readonly (readonly number[])[], aggregate: Aggregate) =>
  panelScoreOf(exampleEvent({ items: 2 }, { aggregate }), panel);

describe('the panel score', () => {
  it('[R-ARRIVAL] does not depend on the order of the judges', () => {
    fc.assert(
      fc.property(panels, aggregates, fc.nat(), (panel, aggregate, turn) => {
        const turned = [...panel.slice(turn % panel.length), ...panel.slice(0, turn % panel.length)].reverse();
        expect(compare(scoreOf(panel, aggregate), scoreOf(turned, aggregate))).toBe(0);
      }),
      tried(300),
    );
  });

  it('[R-TRIM] drops exactly the stated number per side and keeps what lies between', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(7, 8, 9), { minLength: 5, maxLength: 9 }),
        fc.nat(2),
        fc.nat(2),
        (list, high, low) => {
          const values = list.map((value) => rational(BigInt(value)));
          const { highest, lowest } = trim(panelOfExact(values), {
            dropHighest: high,
            dropLowest: low,
            minForTrim: 1,
          });
          expect([highest.length, lowest.length, new Set([...highest, ...lowest]).size]).toEqual([
            high,
            low,
            high + low,
          ]);
          const kept = list.filter((_, place) => !highest.includes(place) && !lowest.includes(place));
          for (const place of highest) expect(list[place]).toBeGreaterThanOrEqual(Math.max(...kept));
          for (const place of lowest) expect(list[place]).toBeLessThanOrEqual(Math.min(...kept));
        },
      ),
      tried(300),
    );
  });

  it('[R-MEAN] lies between the lowest and the highest total', () => {
    fc.assert(
      fc.property(panels, aggregates, (panel, aggregate) => {
        const totals = panel.map((values) => values.reduce((a, b) => a + b));
        const score = scoreOf(panel, aggregate);
        // By item different judges are dropped, so the bound is that of the items together.
        const bound = (pick: (...values: number[]) => number) =>
          aggregate.kind === 'trimmed-mean' && aggregate.trimScope === 'criterion'
            ? pick(...panel.map(([a]) => a ?? 0)) + pick(...panel.map(([, b]) => b ?? 0))
            : pick(...totals);
        expect(compare(score, rational(BigInt(bound(Math.min)), 100n))).toBeGreaterThanOrEqual(0);
        expect(compare(score, rational(BigInt(bound(Math.max)), 100n))).toBeLessThanOrEqual(0);
      }),
      tried(300),
    );
  });

  it('[R-TRIM] never falls when one mark is raised', () => {
    fc.assert(
      fc.property(panels, aggregates, fc.nat(), fc.nat(1), hundredths, (panel, aggregate, judge, item, more) => {
        const raised = panel.map((values, place) =>
          place === judge % panel.length
            ? values.map((value, index) => (index === item ? Math.min(10_000, value + more) : value))
            : values,
        );
        expect(compare(scoreOf(raised, aggregate), scoreOf(panel, aggregate))).toBeGreaterThanOrEqual(0);
      }),
      tried(300),
    );
  });

  it('[R-ROUND] is rounded half up as done by hand on whole numbers', () => {
    fc.assert(
      fc.property(fc.array(hundredths, { minLength: 1, maxLength: 9 }), (list) => {
        const { value } = mean(panelOfExact(list.map((one) => toRational(markOf(one)))), {}, list.length);
        const total = list.reduce((a, b) => a + b, 0);
        const byHand = Math.floor((2 * total + list.length) / (2 * list.length));
        expect(compare(roundHalfUp(value, 2), rational(BigInt(byHand), 100n))).toBe(0);
        expect(compare(sum(list.map((one) => toRational(markOf(one)))), rational(BigInt(total), 100n))).toBe(0);
      }),
      tried(300),
    );
  });
});

/** All entries scored; marks by entry and judge, the judges handing in by the given turn. */
function played(event: EventDefinition, marks: readonly number[], turn: number) {
  const final = startedFinal(event);
  event.entries.forEach(({ id }, place) => {
    final.run({ type: 'stage.call', entry: id }, { type: 'scoring.open', entries: [id] });
    const panel = [...event.panel].sort((a, b) => ((a.number * turn) % 11) - ((b.number * turn) % 11));
    for (const known of panel)
      final.score(known.number, place + 1, String(marks[(place * 7 + known.number) % marks.length]));
    final.run({ type: 'scoring.close', entry: id });
  });
  return final;
}

const whole = events.map((event) => ({ ...event, segments: [] }));
const allMarks = fc.array(fc.integer({ min: 60, max: 64 }), { minLength: 49, maxLength: 49 });

describe('the ranking', () => {
  it('[R-ARRIVAL] does not depend on the order in which scores arrive or judges sit', () => {
    fc.assert(
      fc.property(whole, allMarks, fc.integer({ min: 1, max: 10 }), (event, marks, turn) => {
        const rows = (final: ReturnType<typeof played>) =>
          standings(final.state).map(({ result, rank, isTied, decidedBy }) => [
            result.entry,
            result.score,
            rank,
            isTied,
            decidedBy,
          ]);
        const straight = rows(played(event, marks, 1));
        expect(rows(played(event, marks, turn))).toEqual(straight);
        expect(rows(played({ ...event, panel: [...event.panel].reverse() }, marks, 1))).toEqual(straight);
      }),
      tried(100),
    );
  });

  it('[R-RANK] is a list of competition or dense ranks, equal only for what nothing separates', () => {
    fc.assert(
      fc.property(whole, allMarks, (event, marks) => {
        const placed = standings(played(event, marks, 1).state);
        const { rankOn, decimals } = event.rules;
        const ranked = ({ result }: (typeof placed)[number]) =>
          rankOn === 'rounded' ? roundHalfUp(result.final, decimals) : result.final;
        placed.forEach((own, place) => {
          const { rank, isTied } = own;
          const same = placed.filter((other) => other.rank === rank);
          expect(isTied).toBe(same.length > 1);
          for (const other of same) expect(compare(ranked(other), ranked(own))).toBe(0);
          const ahead = placed.filter((other) => other.rank < rank);
          const distinct = new Set(ahead.map((other) => other.rank)).size;
          expect(rank).toBe(1 + (event.rules.rankStyle === 'dense' ? distinct : ahead.length));
          const before = placed[place - 1];
          if (before !== undefined) expect(compare(ranked(before), ranked(own))).toBeGreaterThanOrEqual(0);
        });
      }),
      tried(100),
    );
  });

  it('[R-AWARD] names every award of a rank, in the order of the definition', () => {
    const award = (id: string, fromRank: number, toRank: number) => ({ id, name: { zh: id }, fromRank, toRank });
    const event = {
      ...exampleEvent({ judges: 1 }),
      awards: [award('十佳', 1, 10), award('一等奖', 1, 1), award('二等奖', 2, 3)],
    };
    const final = startedFinal(event).finish(1, ['9']).finish(2, ['8']).finish(3, ['7']);
    expect(resultsTable(final.state)?.rows.map(({ awards }) => awards.map(({ zh }) => zh))).toEqual([
      ['十佳', '一等奖'],
      ['十佳', '二等奖'],
      ['十佳', '二等奖'],
    ]);
  });

  it.each([
    ['[T-ITEM]', { kind: 'criterion', criterion: criterionId(2) }, ['3', '5'], ['5', '3']],
    ['[T-DECIMALS]', { kind: 'more-decimals' }, ['4.004', '4'], ['4', '4']],
  ] as const)('%s separates equal published scores', (_id, breaker, second, first) => {
    const event = exampleEvent({ judges: 1, items: 2, entries: 2 }, { tieBreakers: [breaker] });
    const fine = {
      ...event,
      criteria: event.criteria.map((criterion) => ({ ...criterion, entryStep: decimal('0.001') })),
    };
    const final = startedFinal(fine);
    [first, second].forEach((marks, place) => {
      const entry = entryId(place + 1);
      final.run({ type: 'stage.call', entry }, { type: 'scoring.open', entries: [entry] });
      final.tell(
        { role: 'judge', seat: seatId(1) },
        {
          type: 'score.submit',
          entry,
          baseVersion: 0,
          remark: '',
          marks: marks.map((mark, item) => ({ criterion: criterionId(item + 1), mark: decimal(mark) })),
        },
      );
      final.run({ type: 'scoring.close', entry });
    });
    expect(standings(final.state)).toMatchObject([
      { result: { entry: entryId(2), score: '8.00' }, rank: 1, decidedBy: breaker.kind },
      { result: { entry: entryId(1), score: '8.00' }, rank: 2 },
    ]);
  });

  it('[T-UNTRIMMED] lets the marks that were dropped decide between equals', () => {
    const event = exampleEvent({ judges: 5, entries: 2 }, { tieBreakers: [{ kind: 'untrimmed-mean' }] });
    const final = startedFinal(event)
      .finish(1, ['70', '80', '80', '80', '90'])
      .finish(2, ['70', '80', '80', '80', '95']);
    expect(standings(final.state)).toMatchObject([{ result: { entry: entryId(2) }, rank: 1 }, { rank: 2 }]);
  });
});
