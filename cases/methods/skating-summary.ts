// The skating system over several dances where only the dance places are known: rules 9 and 10.
import Type from 'typebox';
import { caseMethod } from '../case-method.ts';
import { skatingSummary as summed } from '#domain/rules/skating/skating.ts';
import { figure, paired, rowOf } from '../row.ts';
import { accepted, turned } from '../skating-sheet.ts';
import { exact, Figure, MaybeFigure } from '../shapes.ts';

export const skatingSummary = caseMethod(
  {
    method: Type.Object({}),
    input: Type.Object({
      tables: Type.Array(Type.Object({ id: Type.String(), places: Type.Array(Type.Array(Figure)) })),
    }),
    expected: Type.Object(
      {
        tables: Type.Array(
          Type.Object(
            { id: Type.Optional(Type.String()), rank: Type.Array(MaybeFigure) },
            { additionalProperties: false },
          ),
        ),
      },
      { additionalProperties: false },
    ),
  },
  ({ input, expected }) =>
    paired(input.tables, expected.tables).flatMap(([table, { rank }]) => {
      const dances = turned(table.places.map((ofCouple) => ofCouple.map(exact)));
      const { places } = accepted(table.id, summed(dances));
      return paired(places, rank).map(([{ place }, published, couple]) =>
        rowOf(`${table.id} couple ${couple}`, { rank: published }, { rank: figure(place) }),
      );
    }),
);
