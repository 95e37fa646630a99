// Groups that each give out 100 per cent: the shares weighted and added. Published shares are rounded, hence the tolerance for totals.
import Type from 'typebox';
import { caseMethod } from '../case-method.ts';
import { computed, contestOf, entryOf } from '../computed.ts';
import { figure, paired, rowsByEntry } from '../row.ts';
import { exact, Figure, maybeExact, MaybeFigure, PublishedByName } from '../shapes.ts';
import { ranking, sumOf } from '../steps.ts';

export const groupWeightedShare = caseMethod(
  {
    method: Type.Object({ tolerance: Type.Optional(Figure) }),
    input: Type.Object({
      contests: Type.Array(
        Type.Object({
          id: Type.String(),
          contestants: Type.Array(Type.String()),
          weights: Type.Record(Type.String(), Figure),
          shares: Type.Record(Type.String(), Type.Record(Type.String(), MaybeFigure)),
        }),
      ),
    }),
    expected: Type.Object(
      {
        contests: Type.Array(
          Type.Object(
            {
              id: Type.Optional(Type.String()),
              total: Type.Optional(PublishedByName),
              place: Type.Optional(PublishedByName),
            },
            { additionalProperties: false },
          ),
        ),
      },
      { additionalProperties: false },
    ),
  },
  ({ method, input, expected }) =>
    paired(input.contests, expected.contests).flatMap(([contest, published]) => {
      const { contestants, shares } = contest;
      const groups = Object.entries(contest.weights);
      const entries = contestants.map((name, position) =>
        // Whom a group does not name has got nothing of its 100 per cent.
        entryOf(name, position, {
          numbers: Object.fromEntries(groups.map(([group]) => [group, maybeExact(shares[group]?.[name] ?? '0')])),
        }),
      );
      const steps = [sumOf('total', groups)];
      const result = computed({ steps, ranking: ranking('total', 'highest') }, contestOf(entries));
      const precision = method.tolerance === undefined ? null : { tolerance: exact(method.tolerance) };
      return rowsByEntry(
        contest.id,
        { total: published.total, place: published.place },
        {
          total: Object.fromEntries(
            contestants.map((name, position) => [name, figure(result.number('total', position), precision)]),
          ),
          place: Object.fromEntries(
            contestants.map((name, position) => [name, figure(result.places[position] ?? null)]),
          ),
        },
      );
    }),
);
