// Every tie-breaker that can mean something in this event, in the order in which they are offered.
import type { EventDefinition } from '#domain/definition.ts';
import { scopeOf } from '#domain/event-rule/aggregate-traits.ts';
import type { TieBreaker } from '#domain/scoring-rules.ts';

export function tieBreakersFor({ rules, criteria }: EventDefinition): readonly TieBreaker[] {
  const { groups, components, items, aggregate } = rules;
  const parts = [
    ...(groups !== undefined || components !== undefined ? ['panel'] : []),
    ...(groups?.weights.map(({ group }) => group) ?? []),
    ...(components?.parts.map(({ id }) => id) ?? []),
  ];
  const hasBest = items?.combine === 'best' && scopeOf(aggregate) === 'criterion' && groups === undefined;
  const further = hasBest ? criteria.slice(1).map((_, index) => index + 2) : [];
  return [
    { kind: 'untrimmed-mean' },
    { kind: 'more-decimals' },
    ...criteria.map(({ id }): TieBreaker => ({ kind: 'criterion', criterion: id })),
    ...parts.map((part): TieBreaker => ({ kind: 'part', part })),
    ...further.map((n): TieBreaker => ({ kind: 'next-best', n })),
    { kind: 'head-to-head' },
    { kind: 'more-top-marks' },
    { kind: 'start-order', prefer: 'earlier' },
    { kind: 'start-order', prefer: 'later' },
    { kind: 'panel-decision' },
  ];
}
