// Ballots that fill places 1 to k in order, each place with its points; a place left empty earns nothing and gives nothing to others.
import Type from 'typebox';
import { caseMethod } from '../case-method.ts';
import { Candidates, candidateAt, candidatesOf } from '../candidates.ts';
import { placesOf } from '#domain/ballots/order.ts';
import { positional } from '#domain/ballots/positional.ts';
import { figure, paired, rowsByEntry, whole } from '../row.ts';
import { count, Count, exact, Figure, PublishedByName } from '../shapes.ts';

const Points = Type.Optional(Type.Array(Figure));

export const positionalBallots = caseMethod(
  {
    method: Type.Object({ points: Points }),
    input: Type.Object({
      elections: Type.Array(
        Type.Object({
          id: Type.String(),
          candidates: Type.Optional(Candidates),
          points: Points,
          ballots: Type.Array(Type.Tuple([Count, Type.Array(Type.Union([Type.String(), Type.Null()]))])),
        }),
      ),
    }),
    expected: Type.Object(
      {
        elections: Type.Array(
          Type.Object(
            {
              id: Type.Optional(Type.String()),
              points: Type.Optional(PublishedByName),
              place: Type.Optional(PublishedByName),
              first: Type.Optional(PublishedByName),
            },
            { additionalProperties: false },
          ),
        ),
      },
      { additionalProperties: false },
    ),
  },
  ({ method, input, expected }) =>
    paired(input.elections, expected.elections).flatMap(([election, { points, place, first }]) => {
      const mentioned = election.ballots.flatMap(([, places]) => places.filter((name) => name !== null));
      const candidates = candidatesOf(election.candidates, mentioned);
      const hasNames = election.candidates !== undefined;
      const ballots = election.ballots.map(([voters, places]) => ({
        voters: count(voters),
        groups: places.map((name) => (name === null ? [] : [candidateAt(candidates, name, hasNames)])),
      }));
      const table = (election.points ?? method.points ?? []).map(exact);
      const result = positional({ candidates, ballots, unranked: 'last' }, table);
      return rowsByEntry(
        election.id,
        { points, place, first },
        {
          points: Object.fromEntries(result.totals.map((own) => [own.candidate, figure(own.points)])),
          place: Object.fromEntries([...placesOf(result.order)].map(([name, own]) => [name, whole(own)])),
          first: Object.fromEntries(result.firstChoices.map(({ candidate, voters }) => [candidate, whole(voters)])),
        },
      );
    }),
);
