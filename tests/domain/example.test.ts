// The example beside the rules is the real engine on made-up marks: it has a result for every preset, says what became of
// each mark, and follows every setting.
import { describe, expect, it } from 'vitest';
import type { EventDefinition } from '#domain/definition.ts';
import { exampleResults, type ExampleEntry } from '#domain/example/example-results.ts';
import { keptMarks, madeUpMarks, stepFrom, type ExampleMarks } from '#domain/example/made-up-marks.ts';
import { isComputable, reducedEvent, worksByItem } from '#domain/example/reduced-event.ts';
import { compare, isOnStep, toRational } from '#domain/numbers.ts';
import { presets } from '#domain/presets/index.ts';
import type { Aggregate, Rules } from '#domain/scoring-rules.ts';
import { decimal, exampleEvent } from '#tests/kit/example-event.ts';

const trimmed = { dropHighest: 1, dropLowest: 1, minForTrim: 5, trimScope: 'judge-total' } as const;
const withRules = (rules: Partial<Rules>, size = { judges: 5 }): EventDefinition =>
  reducedEvent(exampleEvent(size, rules));

/** One entry's totals in place of the made-up ones. */
function given(event: EventDefinition, ...totals: readonly (string | null)[]): ExampleMarks {
  const made = madeUpMarks(event);
  const own = totals.map((total) => (total === null ? null : decimal(total)));
  return { ...made, marks: made.marks.map((items, entry) => (entry === 0 ? [own] : items)) };
}
function first(event: EventDefinition, marks: ExampleMarks): ExampleEntry {
  const [entry] = exampleResults(event, marks);
  if (entry === undefined) throw new Error('The example has no entry');
  return entry;
}
const fates = ({ lines }: ExampleEntry) => lines[0]?.marks.map(({ fate }) => fate);
const counting = ({ lines }: ExampleEntry) => lines[0]?.marks.map(({ countsAs }) => countsAs?.value ?? null);

describe('the example', () => {
  it.each(presets.map((preset) => [preset.id, preset.event] as const))(
    'has a result and a place for %s',
    (_id, whole) => {
      expect(isComputable(whole)).toBe(true);
      const event = reducedEvent(whole);
      const marks = madeUpMarks(event);
      marks.marks.forEach((items) => {
        items.forEach((line, item) => {
          const { minAllowed, maxAllowed, entryStep } = event.criteria[item] ?? {};
          for (const mark of line) {
            if (!mark || !minAllowed || !maxAllowed || !entryStep) throw new Error('An example with a hole');
            expect(compare(toRational(mark), toRational(maxAllowed))).toBeLessThanOrEqual(0);
            expect(isOnStep(mark, minAllowed, entryStep)).toBe(true);
          }
        });
      });
      for (const entry of exampleResults(event, marks)) {
        expect(entry.score).toMatch(/^[0-9.]+$/);
        expect(entry.place).toMatch(/^[1-4](\.5)?$/);
      }
    },
  );

  it('drops the highest and the lowest, or says that there are too few', () => {
    const event = withRules({ aggregate: { kind: 'trimmed-mean', ...trimmed } });
    const full = first(event, given(event, '90', '80', '70', '60', '10'));
    expect(fates(full)).toEqual(['highest-out', 'counted', 'counted', 'counted', 'lowest-out']);
    expect(full.score).toBe('70.00');
    const absent = first(event, given(event, '90', '80', null, '60', '10'));
    expect(fates(absent)).toEqual(['counted', 'counted', 'absent', 'counted', 'counted']);
    expect(absent.notes).toContainEqual({ code: 'trim-suspended', given: 4, needed: 5 });
    expect(absent.score).toBe('60.00');
  });

  it('tells what a mark counted as when it was moved to a limit', () => {
    const event = withRules({ aggregate: { kind: 'clamp', limit: decimal('10'), limitDecimals: 2 } });
    const clamped = first(event, given(event, '90', '70', '70', '70', '50'));
    expect(fates(clamped)).toEqual(['lowered', 'counted', 'counted', 'counted', 'raised']);
    expect(counting(clamped)).toEqual(['80.00', null, null, null, '60.00']);
  });

  it('puts the mean in place of an absent judge where the rules say so', () => {
    const event = withRules({ aggregate: { kind: 'mean' }, missing: 'replace-by-mean' });
    const entry = first(event, given(event, '80', '70', '60', '50', null));
    expect(counting(entry)?.[4]).toBe('65.00');
    expect(entry.score).toBe('65.00');
  });

  it('shows ranks, and four entries, where the whole field is compared', () => {
    const event = withRules({ aggregate: { kind: 'rank-sum', as: 'sum' }, reveal: 'at-end' });
    const entries = exampleResults(event, madeUpMarks(event));
    expect(entries).toHaveLength(4);
    for (const entry of entries) for (const rank of counting(entry) ?? []) expect(rank).toMatch(/^[1-4](\.5)?$/);
    const sum = entries.reduce((all, { score }) => all + Number(score), 0);
    expect(sum).toBe(5 * (1 + 2 + 3 + 4));
  });

  it('shows where an entry stands in each judge’s own order where order alone counts', () => {
    const event = withRules({ aggregate: { kind: 'majority', score: 'votes' }, reveal: 'at-end' });
    const made = madeUpMarks(event);
    const [a, b] = [
      ['90', '80', '70', '60', '50'],
      ['80', '80', '80', '80', '80'],
    ].map((line) => line.map(decimal));
    const [one, two] = exampleResults(event, { ...made, marks: [[a ?? []], [b ?? []]] });
    if (!one || !two) throw new Error('A duel of one');
    expect(counting(one)).toEqual(['1', '1.5', '2', '2', '2']);
    expect([one.score, two.score]).toEqual(['1.00', '3.00']);
  });

  it('works in each item where the rules do, with difficulty', () => {
    const items: Rules['items'] = { useDifficulty: true, factor: decimal('0.6'), decimals: 2, combine: 'sum' };
    const aggregate: Aggregate = { kind: 'trimmed-sum', ...trimmed, trimScope: 'criterion' };
    const whole = exampleEvent({ judges: 5, items: 2 }, { aggregate, items });
    expect(worksByItem(whole)).toBe(true);
    const event = reducedEvent(whole);
    const made = madeUpMarks(event);
    const line = ['8', '7', '7', '6', '1'].map(decimal);
    const entry = first(event, {
      ...made,
      marks: made.marks.map(() => [line, line]),
      difficulty: made.difficulty.map(() => [decimal('2'), decimal('3')]),
    });
    // (7 + 7 + 6) × 2 × 0.6 and × 3 × 0.6
    expect(entry.lines.map(({ value }) => value)).toEqual(['24.00', '36.00']);
    expect(entry.lines[0]?.marks.map(({ fate }) => fate)).toEqual([
      'highest-out',
      'counted',
      'counted',
      'counted',
      'lowest-out',
    ]);
    expect(entry.score).toBe('60.00');
  });

  it('gives a weighted group judges before anybody sits in it, and shows what each part gave', () => {
    const whole: EventDefinition = {
      ...exampleEvent({ judges: 0 }),
      judgeGroups: [
        { id: 'a', name: { zh: '示例组' } },
        { id: 'b', name: { zh: '示例组' } },
      ],
    };
    const event = reducedEvent({
      ...whole,
      rules: {
        ...whole.rules,
        aggregate: { kind: 'mean' },
        groups: {
          weights: [
            { group: 'a', weight: decimal('60') },
            { group: 'b', weight: decimal('40') },
          ],
          ifMissing: 'no-result',
        },
      },
    });
    expect(event.panel.map(({ group }) => group)).toEqual(['a', 'a', 'a', 'b', 'b', 'b']);
    const entry = first(event, given(event, '90', '90', '90', '70', '70', '70'));
    expect(entry.parts.map(({ part, score, points }) => [part, score, points])).toEqual([
      ['a', '90.00', '54.00'],
      ['b', '70.00', '28.00'],
    ]);
    expect(entry.score).toBe('82.00');
  });

  it('names the tie-breaker that decided', () => {
    const event = withRules({
      aggregate: { kind: 'trimmed-mean', ...trimmed },
      tieBreakers: [{ kind: 'untrimmed-mean' }, { kind: 'panel-decision' }],
    });
    const made = madeUpMarks(event);
    const [a, b] = [
      ['90', '80', '70', '60', '10'],
      ['95', '80', '70', '60', '10'],
    ].map((line) => line.map(decimal));
    const [one, two] = exampleResults(event, { ...made, marks: [[a ?? []], [b ?? []], ...made.marks.slice(2)] });
    expect([one?.score, two?.score]).toEqual(['70.00', '70.00']);
    expect(two?.decidedBy).toEqual({ kind: 'untrimmed-mean' });
  });

  it('waits while the rules themselves are wrong, but not for what is wrong elsewhere', () => {
    const fine = exampleEvent({ entries: 0, judges: 0 });
    expect(isComputable(fine)).toBe(true);
    expect(isComputable({ ...fine, rules: { ...fine.rules, tolerance: decimal('0') } })).toBe(false);
    const early: Rules = { ...fine.rules, aggregate: { kind: 'majority', score: 'votes' }, reveal: 'at-once' };
    expect(isComputable({ ...fine, rules: early })).toBe(true);
  });

  it('keeps changed marks that still fit when the rules change', () => {
    const event = withRules({});
    const changed = given(event, '1', '2', '3', '4', '5');
    const later = withRules({ aggregate: { kind: 'rank-sum', as: 'sum' } });
    expect(keptMarks(changed, later).marks.slice(0, 3)).toEqual(changed.marks);
    const narrow = { ...later, criteria: later.criteria.map((item) => ({ ...item, minAllowed: decimal('3') })) };
    expect(keptMarks(changed, narrow).marks[0]?.[0]?.slice(2)).toEqual(['3', '4', '5']);
    expect(keptMarks(changed, narrow).marks[0]?.[0]?.[0]).not.toBe('1');
  });

  it('goes up and down by the step of the item and stops at its ends', () => {
    const [item] = withRules({}).criteria;
    if (item === undefined) throw new Error('The example has no item');
    expect(stepFrom(decimal('99.99'), 1, item)).toBe('100');
    expect(stepFrom(decimal('100'), 1, item)).toBeNull();
    expect(stepFrom(decimal('0'), -1, item)).toBeNull();
  });
});
