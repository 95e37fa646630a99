// The steps from panel score and other figures (votes, imported points) to the combined score.
import type { EventDefinition } from '../definition.ts';
import type { Decimal } from '../numbers.ts';
import type { Prefer, Step } from '../rules/step-schema.ts';
import { scaleOf } from '../scale-of-totals.ts';
import type { Mapping } from '../scoring-rules.ts';
import { preferOf } from './aggregate-traits.ts';
import { columns } from './columns.ts';
import { inDecimal, percent } from './percent.ts';

/** A figure that is no mark, on the scale of the panel. */
function mappingSteps(
  id: string,
  of: string,
  mapping: Mapping,
  full: Decimal,
  prefer: Prefer = 'highest',
): readonly Step[] {
  switch (mapping.kind) {
    case 'points':
      return [{ id, kind: 'times', of, by: [{ shares: [{ full: mapping.max, weight: full }] }] }];
    case 'share':
      return [{ id, kind: 'share', of, as: 'of-all', min: '0' as Decimal, max: full }];
    case 'leader':
      return [{ id, kind: 'share', of, as: 'of-leader', min: mapping.min, max: full }];
    case 'rank-points':
      return [{ id, kind: 'place-points', of, prefer, points: mapping.points, ties: mapping.ties }];
    case 'approval':
      return [
        {
          id,
          kind: 'times',
          of,
          by: [{ shares: [{ full: String(mapping.voters) as Decimal, weight: full }] }],
        },
      ];
    case 'bands':
      return [{ id, kind: 'bands', of, bands: mapping.bands }];
  }
}

/** Panel and components together; its column is better when higher, or when lower for sums of places. */
export function combinedPart(definition: EventDefinition): {
  readonly steps: readonly Step[];
  readonly by: string;
  readonly prefer: Prefer;
} {
  const { components, aggregate } = definition.rules;
  const prefer = preferOf(aggregate);
  if (components === undefined) return { steps: [], by: columns.panel, prefer };
  const full = inDecimal(scaleOf(definition));
  const { panel, parts, combine, ifMissing } = components;
  const mappedPanel = panel.mapping ? columns.part('panel') : columns.panel;
  const own = panel.mapping ? mappingSteps(mappedPanel, columns.panel, panel.mapping, full, prefer) : [];
  const others = parts.flatMap(({ id, mapping }) => mappingSteps(columns.part(id), columns.figure(id), mapping, full));
  const all = [
    { of: mappedPanel, weight: panel.weight },
    ...parts.map(({ id, weight }) => ({ of: columns.part(id), weight })),
  ];
  const direction = (of: string): Prefer => (of === columns.panel ? prefer : 'highest');
  const places = all.map(({ of }): Step => ({
    id: `${of}/place`,
    kind: 'place',
    of,
    prefer: direction(of),
    style: 'competition',
  }));
  const isRankSum = combine === 'rank-sum';
  const terms = all.map(({ of, weight }) =>
    isRankSum ? { of: `${of}/place`, weight: '1' as Decimal } : { of, weight: percent(weight) },
  );
  return {
    steps: [...own, ...others, ...(isRankSum ? places : []), { id: columns.combined, kind: 'sum', terms, ifMissing }],
    by: columns.combined,
    prefer: isRankSum ? 'lowest' : panel.mapping ? 'highest' : prefer,
  };
}
