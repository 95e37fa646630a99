// Combined climbing: the ranks of the disciplines multiplied, the lowest product first; equal ones by the better rank in more disciplines.
import Type from 'typebox';
import { caseMethod } from '../case-method.ts';
import { computed, contestOf, entryOf } from '../computed.ts';
import { figure, paired, rowsByEntry } from '../row.ts';
import { Marks, marksOf, PublishedByName } from '../shapes.ts';
import { ranking } from '../steps.ts';

export const rankProduct = caseMethod(
  {
    method: Type.Object({}),
    input: Type.Object({
      contests: Type.Array(Type.Object({ id: Type.String(), ranks: Type.Record(Type.String(), Marks) })),
    }),
    expected: Type.Object(
      {
        contests: Type.Array(
          Type.Object(
            {
              id: Type.Optional(Type.String()),
              product: Type.Optional(PublishedByName),
              place: Type.Optional(PublishedByName),
            },
            { additionalProperties: false },
          ),
        ),
      },
      { additionalProperties: false },
    ),
  },
  ({ input, expected }) =>
    paired(input.contests, expected.contests).flatMap(([contest, published]) => {
      const athletes = Object.entries(contest.ranks);
      const entries = athletes.map(([name, ranks], position) =>
        entryOf(name, position, { lists: { ranks: marksOf(ranks) } }),
      );
      const result = computed(
        {
          steps: [{ id: 'product', kind: 'product', of: ['ranks'] }],
          ranking: ranking('product', 'lowest', [{ kind: 'better-in-more', of: ['ranks'], prefer: 'lowest' }]),
        },
        contestOf(entries),
      );
      return rowsByEntry(
        contest.id,
        { product: published.product, place: published.place },
        {
          product: Object.fromEntries(
            athletes.map(([name], position) => [name, figure(result.number('product', position))]),
          ),
          place: Object.fromEntries(
            athletes.map(([name], position) => [name, figure(result.places[position] ?? null)]),
          ),
        },
      );
    }),
);
