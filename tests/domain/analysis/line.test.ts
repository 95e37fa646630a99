// Margins at a line and the single mark that would change who is inside: worked out by hand, and by trying every mark there is.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decisiveMark, type DecisiveMark } from '#domain/analysis/decisive-mark.ts';
import { lineMargin } from '#domain/analysis/line-margin.ts';
import { insideOf, placingOf, type Judged } from '#domain/analysis/placing.ts';
import { finished } from '#domain/analysis/work.ts';
import { columns } from '#domain/event-rule/columns.ts';
import { formatExact } from '#domain/numbers.ts';
import type { Aggregate } from '#domain/scoring-rules.ts';
import { ruleSets } from '#tests/kit/arbitraries.ts';
import { criterionId, exampleEvent } from '#tests/kit/example-event.ts';
import { inSteps, judgedBy, official, table } from '#tests/kit/judged.ts';

const trimmed: Aggregate = {
  kind: 'trimmed-mean',
  dropHighest: 1,
  dropLowest: 1,
  minForTrim: 5,
  trimScope: 'judge-total',
};

function atLine(judged: Judged, line = judged.definition.rules.cutLine ?? 1) {
  const placing = official(judged);
  const margin = lineMargin(placing, line);
  return { margin, search: margin && finished(decisiveMark(judged, placing, margin)) };
}

/** The same marks with one of them put to another value. */
function withMark(judged: Judged, { entry, judge, item }: DecisiveMark, to: number): Judged {
  const entries = judged.contest.entries.map((source, at) => {
    const marks = source.marks[columns.marks];
    if (at !== entry || marks === undefined) return source;
    const rows = marks.rows.map((row, line) => (line === item ? row.with(judge, to) : row));
    return { ...source, marks: { ...source.marks, [columns.marks]: { ...marks, rows } } };
  });
  return { ...judged, contest: { ...judged.contest, entries } };
}

describe('the margin at a line', () => {
  it('is the difference of the last inside and the first outside [A-MARGIN]', () => {
    const { margin } = atLine(
      table(
        [
          [80, 80, 80],
          [75, 76, 77],
          [75, 75, 75],
        ],
        { cutLine: 2 },
      ),
    );
    expect(margin).toMatchObject({ lastInside: 1, firstOutside: 2, decidedBy: null, inside: [0, 1] });
    expect(margin && formatExact(margin.margin)).toBe('1');
  });

  it('is exact where the ranking is', () => {
    const marks = [
      [80, 80, 81],
      [80, 80, 80],
    ];
    const exact = atLine(table(marks, { cutLine: 1, rules: { rankOn: 'exact' } })).margin;
    expect(exact && formatExact(exact.margin)).toBe('1/3');
    const rounded = atLine(table(marks, { cutLine: 1 })).margin;
    expect(rounded && formatExact(rounded.margin)).toBe('0.33');
  });

  it('is 0 where a tie-breaker alone decided, and names it', () => {
    const rules = { decimals: 0, tieBreakers: [{ kind: 'more-decimals' as const }] };
    const { margin } = atLine(
      table(
        [
          [80, 80, 80],
          [80, 80, 81],
        ],
        { cutLine: 1, rules },
      ),
    );
    expect(margin).toMatchObject({ lastInside: 1, firstOutside: 0, decidedBy: 0 });
    expect(margin?.margin.n).toBe(0n);
  });

  it('counts those who share the last place inside as inside [R-LINE]', () => {
    const tied = table([[80], [76], [76], [70]], { cutLine: 2 });
    expect(atLine(tied).margin).toMatchObject({ lastInside: 2, firstOutside: 3, inside: [0, 1, 2] });
  });

  it('is missing where nobody is outside, or nobody has a result', () => {
    expect(atLine(table([[80], [70]], { cutLine: 2 })).margin).toBeNull();
    expect(atLine(table([[null], [null]], { cutLine: 1 })).margin).toBeNull();
  });
});

describe('the single mark that would change who is inside', () => {
  it('is the one that needs the fewest steps [A-FLIP]', () => {
    const { search } = atLine(
      table(
        [
          [80, 80, 80],
          [75, 76, 77],
          [75, 75, 75],
        ],
        { cutLine: 2 },
      ),
    );
    // Three points less from one of three judges: 75 like the third, who then shares the place and is inside as well.
    expect(search).toEqual({
      scope: 'every-mark',
      mark: { entry: 1, judge: 0, item: 0, steps: 3, from: 75_000, to: 72_000, entering: [2], leaving: [] },
    });
  });

  it('passes over marks that trimming drops whatever they are', () => {
    const { search } = atLine(
      table(
        [
          [90, 90, 90, 90, 90],
          [70, 76, 76, 76, 90],
          [60, 75, 75, 75, 99],
        ],
        { cutLine: 2, rules: { aggregate: trimmed } },
      ),
    );
    expect(search?.mark).toMatchObject({ entry: 1, judge: 1, from: 76_000, to: 73_000 });
  });

  it('is none where no mark can reach far enough in the allowed range', () => {
    const { search } = atLine(
      table(
        [
          [80, 80, 80],
          [76, 76, 76],
          [70, 70, 70],
        ],
        { cutLine: 2, from: 60, to: 80 },
      ),
    );
    expect(search).toEqual({ scope: 'every-mark', mark: null });
  });

  it('is one step where two share the last place inside', () => {
    const { search } = atLine(table([[80], [76], [76], [70]], { cutLine: 2 }));
    expect(search?.mark).toMatchObject({ entry: 1, steps: 1, leaving: [2], entering: [] });
  });

  it('is looked for next to the line only where a mark acts on the whole field', () => {
    const { search } = atLine(
      table(
        [
          [9, 9, 9],
          [7, 8, 6],
          [8, 6, 5],
          [1, 1, 1],
        ],
        { cutLine: 2, to: 10, rules: { aggregate: { kind: 'rank-sum', as: 'sum' } } },
      ),
    );
    expect(search?.scope).toBe('next-to-line');
    expect(search?.mark).not.toBeNull();
  });
});

// Few different marks and hardly any room, so that every change can be tried and ties are common.
const small = fc
  .record({
    entries: fc.integer({ min: 2, max: 4 }),
    judges: fc.integer({ min: 1, max: 5 }),
    items: fc.integer({ min: 1, max: 2 }),
    rules: ruleSets,
    dense: fc.boolean(),
  })
  .chain(({ entries, judges, items, rules, dense }) =>
    fc.record({
      line: fc.integer({ min: 1, max: entries - 1 }),
      marks: fc.array(
        fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: items, maxLength: items }), {
          minLength: judges,
          maxLength: judges,
        }),
        { minLength: entries, maxLength: entries },
      ),
      definition: fc.constant(
        inSteps(
          exampleEvent({ entries, judges, items }, { ...rules, rankStyle: dense ? 'dense' : 'competition' }),
          0,
          4,
        ),
      ),
    }),
  );

describe('what one changed mark does', () => {
  it('flips with the change and not with one step less, and the margin is never negative [A-FLIP] [A-MARGIN]', () => {
    fc.assert(
      fc.property(small, ({ definition, marks, line }) => {
        const judged = judgedBy(definition, marks);
        const { margin, search } = atLine(judged, line);
        if (margin === null || search === null) return;
        expect(margin.margin.n).toBeGreaterThanOrEqual(0n);
        const { mark } = search;
        if (mark === null) return;
        const insideAt = (to: number) => insideOf(placingOf(withMark(judged, mark, to)), line);
        expect(insideAt(mark.to)).not.toEqual(margin.inside);
        expect(insideAt(mark.to + (mark.to > mark.from ? -1000 : 1000))).toEqual(margin.inside);
      }),
    );
  });

  it('needs no fewer steps anywhere, where every mark is covered', () => {
    fc.assert(
      fc.property(small, ({ definition, marks, line }) => {
        const judged = judgedBy(definition, marks);
        const { margin, search } = atLine(judged, line);
        if (margin === null || search?.scope !== 'every-mark') return;
        const steps = marks.flatMap((sheets, entry) =>
          sheets.flatMap((sheet, judge) =>
            (sheet ?? []).flatMap((from, item) =>
              [0, 1, 2, 3, 4].flatMap((to) => {
                const change = { entry, judge, item } as DecisiveMark;
                const inside = insideOf(placingOf(withMark(judged, change, to * 1000)), line);
                return JSON.stringify(inside) === JSON.stringify(margin.inside) ? [] : [Math.abs(to - from)];
              }),
            ),
          ),
        );
        expect(search.mark?.steps ?? null).toBe(steps.length === 0 ? null : Math.min(...steps));
      }),
      { numRuns: 60 },
    );
  });

  it('can be a tie-breaking item that changes no total', () => {
    const definition = inSteps(
      exampleEvent(
        { entries: 2, judges: 1, items: 2 },
        { aggregate: { kind: 'mean' }, tieBreakers: [{ kind: 'criterion', criterion: criterionId(1) }] },
      ),
      0,
      10,
    );
    const { margin, search } = atLine(judgedBy(definition, [[[5, 5]], [[4, 6]]]), 1);
    expect(margin).toMatchObject({ lastInside: 0, firstOutside: 1, decidedBy: 0 });
    expect(search?.mark).toMatchObject({ entry: 0, steps: 1, leaving: [0], entering: [1] });
  });
});
