// What follows from the choice of an aggregate: where it works, which way is better, and whether entries are compared.
import type { EventDefinition } from '../definition.ts';
import type { Prefer } from '../rules/step-schema.ts';
import type { Aggregate, Mapping, Scope } from '../scoring-rules.ts';

export const scopeOf = (aggregate: Aggregate): Scope =>
  'trimScope' in aggregate
    ? aggregate.trimScope
    : 'scope' in aggregate
      ? (aggregate.scope ?? 'judge-total')
      : 'judge-total';

/** Which way is better: places and sums of places are better when lower. */
export function preferOf(aggregate: Aggregate): Prefer {
  return aggregate.kind === 'rank-sum' || aggregate.kind === 'skating' || aggregate.kind === 'ballot'
    ? 'lowest'
    : 'highest';
}

/** Whether one entry's figure depends on other entries' marks. */
export function comparesField({ rules }: Pick<EventDefinition, 'rules'>): boolean {
  const aggregates = [
    rules.aggregate,
    ...(rules.groups?.weights.map(({ aggregate }) => aggregate ?? rules.aggregate) ?? []),
  ];
  const mappings = rules.components
    ? [rules.components.panel.mapping, ...rules.components.parts.map(({ mapping }) => mapping)]
    : [];
  return (
    rules.normalise !== undefined ||
    rules.missing === 'judge-average' ||
    rules.components?.combine === 'rank-sum' ||
    aggregates.some(({ kind }) => fieldAggregates.includes(kind)) ||
    mappings.some((mapping) => mapping !== undefined && fieldMappings.includes(mapping.kind))
  );
}
const fieldAggregates: readonly Aggregate['kind'][] = [
  'majority',
  'rank-sum',
  'rank-weights',
  'rank-points',
  'skating',
  'ballot',
];
const fieldMappings: readonly Mapping['kind'][] = ['share', 'leader', 'rank-points'];
