// Recall rounds: marks counted, everybody at or above the count of the last recalled couple comes again. How many were to be recalled is not
// in the files, so the number that was recalled stands for it.
import Type from 'typebox';
import { caseMethod } from '../case-method.ts';
import { recall as recalled } from '#domain/rules/skating/recall.ts';
import { listOf, paired, rowOf, whole } from '../row.ts';
import { Count, Figure } from '../shapes.ts';

export const recall = caseMethod(
  {
    method: Type.Object({}),
    input: Type.Object({
      rounds: Type.Array(
        Type.Object({ id: Type.String(), m: Type.Array(Type.Array(Type.String({ pattern: '^[01]*$' }))) }),
      ),
    }),
    expected: Type.Object(
      {
        rounds: Type.Array(
          Type.Object(
            {
              id: Type.Optional(Type.String()),
              counts: Type.Optional(Type.Array(Figure)),
              recalled: Type.Array(Count),
            },
            { additionalProperties: false },
          ),
        ),
      },
      { additionalProperties: false },
    ),
  },
  ({ input, expected }) =>
    paired(input.rounds, expected.rounds).map(([round, published]) => {
      const marks = round.m.map((ofCouple) =>
        ofCouple.map((dance) => [...dance].map((mark) => (mark === '1' ? 1 : 0))),
      );
      const result = recalled(marks, published.recalled.length);
      const found = { counts: listOf(result.counts.map(whole)), recalled: listOf(result.recalled.map(whole)) };
      return rowOf(round.id, published, found, ['id']);
    }),
);
