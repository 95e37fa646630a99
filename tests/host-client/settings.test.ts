// Forms are drawn from the schema: every method can be chosen and begins sound, every setting and choice has its words in both
// languages, and every tie-breaker of the schema can be put in the chain.
import { describe, expect, it } from 'vitest';
import { aggregateWords } from '#client-kit/wording/aggregates.ts';
import { scoringWords } from '#client-kit/wording/set-up-scoring.ts';
import { settingWords } from '#client-kit/wording/settings.ts';
import { evenWeights } from '#domain/even-weights.ts';
import { shapeProblems } from '#domain/import/shape-problems.ts';
import { formatExact, sum, toRational } from '#domain/numbers.ts';
import {
  AggregateSchema,
  MappingSchema,
  TieBreakerSchema,
  type Aggregate,
  type Mapping,
} from '#domain/scoring-rules.ts';
import { LOCALES } from '#domain/text.ts';
import { families, kinds } from '#host-client/set-up/rules/aggregate-families.ts';
import { tieBreakersFor } from '#host-client/set-up/rules/tie-breakers-for.ts';
import { fieldsOf, initialOf, kindsOf } from '#host-client/set-up/settings/setting-fields.ts';
import { decimal, exampleEvent } from '#tests/kit/example-event.ts';

const unions = [
  ['aggregate', AggregateSchema],
  ['mapping', MappingSchema],
] as const;
const methods = unions.flatMap(([name, union]) => kindsOf(union).map((kind) => [name, kind, union] as const));

describe('a method', () => {
  it.each(methods)('%s %s begins with settings that are sound', (_name, kind, union) => {
    const begun = initialOf<Aggregate | Mapping>(union, kind as Aggregate['kind']);
    expect(shapeProblems(union, begun)).toEqual([]);
  });

  it.each(methods)('%s %s has words for all that can be set', (name, kind, union) => {
    const paths = fieldsOf(union, kind).flatMap((field) => [
      field.key,
      ...(field.form === 'choice'
        ? field.values.flatMap((value) => [`${field.key}=${value}`, `${field.key}=${value}.what`])
        : []),
      ...(field.form === 'bands' ? [`${field.key}.from`, `${field.key}.points`] : []),
    ]);
    for (const locale of LOCALES) {
      const words: Readonly<Record<string, string>> = settingWords[locale];
      expect(paths.filter((path) => !words[`${kind}.${path}`] && !words[path])).toEqual([]);
      const names: Readonly<Record<string, string>> = { ...aggregateWords[locale], ...scoringWords[locale] };
      expect(names[name === 'aggregate' ? `name.${kind}` : `mapping.${kind}`]).toBeTruthy();
    }
  });

  it('is offered in exactly one family', () => {
    const offered = [...families.common, ...families.more, ...families.field];
    expect([...offered].sort()).toEqual([...kinds].sort());
    expect(families.common).toEqual(['trimmed-mean', 'mean']);
    expect([...families.field].sort()).toEqual(
      ['ballot', 'majority', 'rank-points', 'rank-sum', 'rank-weights', 'skating'].sort(),
    );
  });

  it('keeps what the one before had under the same name', () => {
    const before = { kind: 'trimmed-mean', dropHighest: 2, dropLowest: 3, minForTrim: 7, trimScope: 'criterion' };
    expect(initialOf(AggregateSchema, 'winsorised-mean', before)).toEqual({ ...before, kind: 'winsorised-mean' });
    expect(initialOf(AggregateSchema, 'median', before)).toEqual({ kind: 'median' });
  });
});

describe('the chain of tie-breakers', () => {
  it('offers every kind there is where the event can use it', () => {
    const event = exampleEvent(
      { items: 2 },
      {
        aggregate: { kind: 'mean', scope: 'criterion' },
        items: { useDifficulty: false, combine: 'best' },
        components: {
          panel: { weight: decimal('70') },
          parts: [
            { id: 'votes', name: { zh: '示例' }, source: 'manual', weight: decimal('30'), mapping: { kind: 'share' } },
          ],
          combine: 'weighted-sum',
          ifMissing: 'no-result',
        },
      },
    );
    const offered = new Set(tieBreakersFor(event).map(({ kind }) => kind));
    expect([...offered].sort()).toEqual([...kindsOf(TieBreakerSchema)].sort());
    expect(tieBreakersFor(exampleEvent()).some(({ kind }) => kind === 'part' || kind === 'next-best')).toBe(false);
  });
});

describe('even weights', () => {
  it.each([1, 2, 3, 6, 7, 20])('of %i groups add up to exactly 100', (count) => {
    const weights = evenWeights(count);
    expect(weights).toHaveLength(count);
    expect(formatExact(sum(weights.map(toRational)))).toBe('100');
  });
});
