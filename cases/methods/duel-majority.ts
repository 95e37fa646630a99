// Bouts decided by judges' cards: each card is one vote for a fighter or for a draw; the name of the decision follows from the votes.
import Type from 'typebox';
import { caseMethod } from '../case-method.ts';
import { majority } from '#domain/rules/majority.ts';
import { paired, rowOf, word } from '../row.ts';
import { Marks, marksOf } from '../shapes.ts';

/** Fighters are numbered from 1; 0 is a draw. */
const numbers = ['1', '2'];

export const duelMajority = caseMethod(
  {
    method: Type.Object({}),
    input: Type.Object({ bouts: Type.Array(Type.Array(Marks)) }),
    expected: Type.Object(
      { bouts: Type.Array(Type.Tuple([Type.String(), Type.Union([Type.String(), Type.Null()])])) },
      { additionalProperties: false },
    ),
  },
  ({ input, expected }) =>
    paired(input.bouts, expected.bouts).map(([cards, [winner, kind], position]) => {
      const result = majority(cards.map(marksOf));
      const found = {
        winner: word(result.winner === null ? '0' : (numbers[result.winner] ?? null)),
        kind: word(result.kind),
      };
      return rowOf(`bout ${position}`, { winner, kind }, found);
    }),
);
