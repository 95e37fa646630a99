// Panel and hall looked at apart, and whether votes that are still to come can change anything.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analysisOf } from '#domain/analysis/analysis.ts';
import type { ShownParts } from '#domain/analysis/analysis-view.ts';
import type { Rules } from '#domain/scoring-rules.ts';
import type { Mapping } from '#domain/scoring-rules.ts';
import { standings } from '#domain/standings.ts';
import { decimal, entryId, exampleEvent } from '#tests/kit/example-event.ts';
import { startedFinal, type Final } from '#tests/kit/final.ts';

const leader: Mapping = { kind: 'leader', min: decimal('0') };

function scored(marks: readonly string[], mapping: Mapping, weight: number, rules: Partial<Rules> = {}): Final {
  const event = exampleEvent(
    { entries: marks.length, judges: 1, cutLine: 1 },
    {
      aggregate: { kind: 'mean' },
      components: {
        panel: { weight: decimal(String(100 - weight)) },
        parts: [
          { id: 'votes', name: { zh: '示例投票' }, source: 'audience', weight: decimal(String(weight)), mapping },
        ],
        combine: 'weighted-sum',
        ifMissing: 'no-result',
      },
      reveal: 'at-end',
      ...rules,
    },
  );
  return marks.reduce((final, mark, place) => final.finish(place + 1, [mark]), startedFinal(event));
}

const enter = (final: Final, votes: readonly number[]): Final =>
  final.run({
    type: 'figures.enter',
    component: 'votes',
    figures: votes.map((figure, place) => ({
      entry: entryId(place + 1),
      figure: decimal(String(figure)),
      baseVersion: 0,
    })),
  });

function partsOf({ state }: Final): ShownParts {
  const parts = analysisOf(state)?.parts;
  if (!parts) throw new Error('there are no parts');
  return parts;
}
const ranks = ({ state }: Final) => standings(state).map(({ result, rank }) => [result.entry, rank]);

describe('panel and hall apart', () => {
  it('[A-PARTS] are each ranked by their own points, beside the ranking of both', () => {
    const final = enter(scored(['90', '80', '70'], leader, 30), [10, 40, 20]);
    const { parts, outstanding, canChange } = partsOf(final);
    expect(
      parts.map(({ part, places }) => [part, places.map(({ entry, place, points }) => [entry, place, points])]),
    ).toEqual([
      [
        'panel',
        [
          [entryId(1), 1, '90.00'],
          [entryId(2), 2, '80.00'],
          [entryId(3), 3, '70.00'],
        ],
      ],
      [
        'votes',
        [
          [entryId(2), 1, '100.00'],
          [entryId(3), 2, '50.00'],
          [entryId(1), 3, '25.00'],
        ],
      ],
    ]);
    expect({ outstanding, canChange }).toEqual({ outstanding: [], canChange: null });
    // 63 + 7.5, 56 + 30, 49 + 15: the hall turned the first two round.
    expect(ranks(final)).toEqual([
      [entryId(2), 1],
      [entryId(1), 2],
      [entryId(3), 3],
    ]);
  });

  it('[A-PARTS] say when the vote can still change something, and when not', () => {
    expect(partsOf(scored(['90', '80'], leader, 30)).canChange).toEqual({ order: true, inside: true });
    // 5 % of 100 points are less than the 9.5 between them.
    expect(partsOf(scored(['90', '80'], leader, 5)).canChange).toEqual({ order: false, inside: false });
    // The first is safe, the others are not.
    expect(partsOf(scored(['99', '60', '59'], leader, 10)).canChange).toEqual({ order: true, inside: false });
    // Exactly as far apart as the votes reach: a shared rank is a change.
    expect(
      partsOf(scored(['90', '80'], { kind: 'points', max: decimal('100') }, 9, { decimals: 2 })).canChange?.order,
    ).toBe(false);
    expect(partsOf(scored(['100', '90'], leader, 10)).canChange?.order).toBe(true);
  });

  it('[A-PARTS] never say that votes cannot change what votes do change', () => {
    const mappings = fc.constantFrom<Mapping>(
      leader,
      { kind: 'leader', min: decimal('60') },
      { kind: 'share' },
      { kind: 'rank-points', points: ['100', '80', '60'].map(decimal), ties: 'mean' },
      {
        kind: 'bands',
        bands: [
          { from: decimal('0'), points: decimal('60') },
          { from: decimal('50'), points: decimal('100') },
        ],
      },
      { kind: 'approval', voters: 100 },
    );
    const lists = fc.integer({ min: 2, max: 4 }).chain((size) =>
      fc.record({
        marks: fc.array(fc.integer({ min: 50, max: 100 }).map(String), { minLength: size, maxLength: size }),
        votes: fc.array(fc.array(fc.nat(100), { minLength: size, maxLength: size }), { minLength: 4, maxLength: 4 }),
      }),
    );
    let safe = 0;
    fc.assert(
      fc.property(lists, mappings, fc.integer({ min: 1, max: 40 }), fc.nat(2), (event, mapping, weight, decimals) => {
        const final = scored(event.marks, mapping, weight, { decimals });
        const { canChange } = partsOf(final);
        const outcomes = event.votes
          .filter((votes) => votes.some((count) => count > 0))
          .map((votes) => ranks(enter(final.fork(), votes)));
        const winners = outcomes.map((outcome) => outcome.filter(([, rank]) => rank === 1).map(([entry]) => entry));
        if (canChange?.order === false) {
          safe += 1;
          for (const outcome of outcomes) expect(outcome).toEqual(outcomes[0]);
        }
        if (canChange?.inside === false) for (const inside of winners) expect(inside).toEqual(winners[0]);
      }),
      { numRuns: 300 },
    );
    expect(safe).toBeGreaterThan(10);
  });
});
