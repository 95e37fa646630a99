// An organiser's tie-breakers as the steps the engine asks, with the columns only they need.
import type { EventDefinition } from '../definition.ts';
import type { TieStep } from '../rules/rule.ts';
import type { Prefer, Step } from '../rules/step-schema.ts';
import type { TieBreaker } from '../scoring-rules.ts';
import { preferOf } from './aggregate-traits.ts';
import { columns } from './columns.ts';

export function tieStep(breaker: TieBreaker, definition: EventDefinition, prefer: Prefer): TieStep {
  switch (breaker.kind) {
    case 'criterion':
      return { kind: 'value', of: `${columns.itemMeans}/${breaker.criterion}`, prefer: 'highest' };
    case 'untrimmed-mean':
      return { kind: 'value', of: columns.untrimmed, prefer: 'highest' };
    case 'more-decimals':
      return { kind: 'value', of: columns.final, prefer };
    case 'head-to-head':
      return { kind: 'head-to-head', of: columns.totals };
    case 'more-top-marks':
      return { kind: 'more-top-marks', of: columns.totals };
    case 'part': {
      const isFigure = definition.rules.components?.parts.some(({ id }) => id === breaker.part) ?? false;
      const of = isFigure
        ? columns.part(breaker.part)
        : breaker.part === 'panel'
          ? columns.panel
          : columns.group(breaker.part);
      const own = definition.rules.groups?.weights.find(({ group }) => group === breaker.part)?.aggregate;
      return { kind: 'value', of, prefer: isFigure ? 'highest' : preferOf(own ?? definition.rules.aggregate) };
    }
    case 'next-best':
      return { kind: 'value', of: columns.nextBest(breaker.n), prefer: 'highest' };
    case 'start-order':
      return { kind: 'start-order', prefer: breaker.prefer };
    case 'panel-decision':
      return { kind: 'decision' };
  }
}

/** Columns that only tie-breakers ask for. */
export function tieColumns({ rules, criteria }: EventDefinition): readonly Step[] {
  const common = { missing: 'leave-out', ifNone: 'no-result', aggregate: { kind: 'mean' } } as const;
  const asks = (kind: TieBreaker['kind']) => rules.tieBreakers.filter((breaker) => breaker.kind === kind);
  return [
    ...(asks('untrimmed-mean').length > 0
      ? [{ ...common, id: columns.untrimmed, kind: 'panel', of: columns.totals } as const]
      : []),
    ...(asks('criterion').length > 0
      ? [{ ...common, id: columns.itemMeans, kind: 'panel', of: columns.marks } as const]
      : []),
    ...rules.tieBreakers.flatMap((breaker): readonly Step[] => {
      if (breaker.kind === 'criterion') {
        const item = criteria.findIndex(({ id }) => id === breaker.criterion);
        const id = `${columns.itemMeans}/${breaker.criterion}`;
        return item < 0 ? [] : [{ id, kind: 'item', of: columns.itemMeans, item }];
      }
      const list = columns.items(columns.panel);
      return breaker.kind === 'next-best'
        ? [{ id: columns.nextBest(breaker.n), kind: 'nth-best', of: [list], n: breaker.n, prefer: 'highest' }]
        : [];
    }),
  ];
}
