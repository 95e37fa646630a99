// The steps from the panel's marks to the panel score, of the whole panel or of each judge group with its weight.
import type { EventDefinition, Judge } from '../definition.ts';
import type { Decimal } from '../numbers.ts';
import type { MissingPolicy, PanelAggregate, Step } from '../rules/step-schema.ts';
import type { Aggregate } from '../scoring-rules.ts';
import { scopeOf } from './aggregate-traits.ts';
import { columns } from './columns.ts';
import { percent } from './percent.ts';

type Part = 'panel' | `group:${string}`;

function panelAggregate(aggregate: Aggregate): PanelAggregate | null {
  switch (aggregate.kind) {
    case 'mean':
    case 'sum':
    case 'median':
    case 'closest-two':
      return { kind: aggregate.kind };
    case 'clamp':
      return { kind: 'clamp', limit: aggregate.limit, limitDecimals: aggregate.limitDecimals };
    case 'trimmed-mean':
    case 'trimmed-sum':
    case 'winsorised-mean': {
      const { kind, dropHighest, dropLowest, minForTrim } = aggregate;
      return { kind, dropHighest, dropLowest, minForTrim };
    }
    case 'majority':
    case 'rank-sum':
    case 'rank-weights':
    case 'rank-points':
    case 'skating':
    case 'ballot':
      return null;
  }
}

/** The steps from the panel's marks to the column `id`. `seats` are those of one group; absent: the whole panel. */
function panelSteps(
  definition: EventDefinition,
  id: Part,
  aggregate: Aggregate,
  seats?: readonly string[],
): readonly Step[] {
  const { rules } = definition;
  const missing: MissingPolicy = rules.missing === 'replace-by-mean' ? 'replace-by-mean' : 'leave-out';
  const judges = seats && { judges: [...seats] };
  const common = { ...judges, missing, ifNone: 'no-result' } as const;
  const direct = panelAggregate(aggregate);
  if (direct !== null && scopeOf(aggregate) === 'criterion') return itemSteps(definition, id, direct, common);
  if (direct !== null) return [{ ...common, id, kind: 'panel', of: columns.values, aggregate: direct }];
  const per = `${id}/ranks`;
  switch (aggregate.kind) {
    case 'majority':
      return [{ id, kind: 'majority', of: columns.values, score: aggregate.score, ...judges }];
    case 'rank-sum':
      return [
        { id: per, kind: 'judge-ranks', of: columns.values, prefer: 'highest', ties: 'mean' },
        { ...common, id, kind: 'panel', of: per, aggregate: { kind: aggregate.as } },
      ];
    case 'rank-weights':
      return [
        { id: per, kind: 'judge-ranks', of: columns.values, prefer: 'highest', ties: 'mean' },
        { id: `${id}/weights`, kind: 'rank-weights', of: per, decay: aggregate.decay },
        { ...common, id, kind: 'panel', of: `${id}/weights`, aggregate: { kind: 'sum' } },
      ];
    case 'rank-points':
      return [
        {
          id: per,
          kind: 'judge-points',
          of: columns.values,
          prefer: 'highest',
          points: aggregate.points,
          ties: aggregate.ties,
        },
        { ...common, id, kind: 'panel', of: per, aggregate: { kind: 'sum' } },
      ];
    case 'skating':
      return [{ id, kind: 'skating', of: columns.marks, placesGiven: false, ...judges }];
    case 'ballot':
      // A judge who is recused from an entry must not put it last by saying nothing.
      return [{ id, kind: 'ballot', of: columns.values, method: aggregate.method, incomplete: 'leave-out', ...judges }];
    default:
      return [];
  }
}

/** Aggregated inside each item, then weighted, multiplied and put together. */
function itemSteps(
  { rules, criteria }: EventDefinition,
  id: Part,
  aggregate: PanelAggregate,
  common: { readonly judges?: string[]; readonly missing: MissingPolicy; readonly ifNone: 'no-result' },
): readonly Step[] {
  const list = columns.items(id);
  const raw = `${list}/panel`;
  const { useDifficulty = false, factor, decimals, combine = 'sum' } = rules.items ?? {};
  const weights = criteria.flatMap(({ weight, maxScore }) =>
    weight === undefined ? [] : [{ full: maxScore, weight }],
  );
  const factors = [
    ...(weights.length === criteria.length && weights.length > 0 ? [{ shares: weights }] : []),
    ...(useDifficulty ? [{ of: columns.difficulty }] : []),
    ...(factor === undefined ? [] : [{ value: factor }]),
  ];
  const rounding = decimals === undefined ? {} : { decimals };
  const panel: Step =
    factors.length === 0
      ? { ...common, ...rounding, id: list, kind: 'panel', of: columns.marks, aggregate }
      : { ...common, id: raw, kind: 'panel', of: columns.marks, aggregate };
  return [
    panel,
    ...(factors.length === 0 ? [] : [{ id: list, kind: 'times', of: raw, by: factors, ...rounding } as const]),
    combine === 'best'
      ? { id, kind: 'nth-best', of: [list], n: 1, prefer: 'highest' }
      : { id, kind: 'sum', terms: [{ of: list, weight: '1' as Decimal }], ifMissing: 'no-result' },
  ];
}

const seatsOf = (panel: readonly Judge[], group: string) =>
  panel.filter((judge) => judge.group === group).map((judge) => judge.seat);

export function panelPart(definition: EventDefinition): readonly Step[] {
  const { rules, panel } = definition;
  const { groups, aggregate } = rules;
  if (groups === undefined) return panelSteps(definition, columns.panel, aggregate);
  return [
    ...groups.weights.flatMap((group) =>
      panelSteps(
        definition,
        columns.group(group.group) as Part,
        group.aggregate ?? aggregate,
        seatsOf(panel, group.group),
      ),
    ),
    {
      id: columns.panel,
      kind: 'sum',
      terms: groups.weights.map(({ group, weight }) => ({ of: columns.group(group), weight: percent(weight) })),
      ifMissing: groups.ifMissing,
    },
  ];
}
