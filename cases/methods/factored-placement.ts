// Figure skating to 2004: placements of the segments times their factors, the lowest sum first; equal sums by one segment's placement.
import Type from 'typebox';
import { caseMethod } from '../case-method.ts';
import { computed, contestOf, entryOf } from '../computed.ts';
import { figure, rowsByEntry } from '../row.ts';
import { Count, Figure, Marks, marksOf, PublishedByName } from '../shapes.ts';
import { better, ranking, sumOf } from '../steps.ts';

export const factoredPlacement = caseMethod(
  {
    method: Type.Object({
      factors: Type.Array(Figure, { minItems: 1 }),
      tie_by_segment: Type.Optional(Type.Union([Count, Type.Null()])),
    }),
    input: Type.Object({ placements: Type.Record(Type.String(), Marks) }),
    expected: Type.Object(
      { total: Type.Optional(PublishedByName), place: Type.Optional(PublishedByName) },
      { additionalProperties: false },
    ),
  },
  ({ method, input, expected }) => {
    const skaters = Object.entries(input.placements);
    const segments = method.factors.map(
      (_, item) => ({ id: `segment-${item}`, kind: 'item', of: 'placements', item }) as const,
    );
    const terms = method.factors.map((factor, item): [string, string] => [`segment-${item}`, factor]);
    const { tie_by_segment: decisive } = method;
    const ties = decisive === undefined || decisive === null ? [] : [better(`segment-${decisive}`, 'lowest')];
    const entries = skaters.map(([name, placements], position) =>
      entryOf(name, position, { lists: { placements: marksOf(placements) } }),
    );
    const result = computed(
      { steps: [...segments, sumOf('total', terms)], ranking: ranking('total', 'lowest', ties) },
      contestOf(entries),
    );
    return rowsByEntry('', expected, {
      total: Object.fromEntries(skaters.map(([name], position) => [name, figure(result.number('total', position))])),
      place: Object.fromEntries(skaters.map(([name], position) => [name, figure(result.places[position] ?? null)])),
    });
  },
);
