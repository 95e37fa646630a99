// The skating system, rules 5 to 11: the places of every dance and of the whole, from one place per judge and couple.
import Type from 'typebox';
import { caseMethod } from '../case-method.ts';
import { skating as placed } from '#domain/rules/skating/skating.ts';
import { figure, paired, rowOf } from '../row.ts';
import { accepted, placesIn } from '../skating-sheet.ts';
import { MaybeFigure } from '../shapes.ts';

const Places = Type.Union([Type.Array(MaybeFigure), Type.Null()]);

export const skating = caseMethod(
  {
    method: Type.Object({}),
    input: Type.Object({
      finals: Type.Array(
        Type.Object({ id: Type.String(), m: Type.Array(Type.Array(Type.String({ pattern: '^[0-9A-Za-z]+$' }))) }),
      ),
    }),
    expected: Type.Object(
      {
        finals: Type.Array(
          Type.Object(
            {
              id: Type.Optional(Type.String()),
              d: Type.Optional(Type.Union([Type.Array(Places), Type.Null()])),
              f: Type.Optional(Places),
            },
            { additionalProperties: false },
          ),
        ),
      },
      { additionalProperties: false },
    ),
  },
  ({ input, expected }) =>
    paired(input.finals, expected.finals).flatMap(([final, { d, f }]) => {
      const result = accepted(final.id, placed(final.m.map((dance) => dance.map(placesIn))));
      const couples = final.m[0] ?? [];
      const dances = (d ?? []).map((places, dance) => ({
        name: `dance ${dance}`,
        published: places && paired(couples, places).map(([, place]) => place),
        found: result.dances[dance]?.places ?? [],
      }));
      const overall = { name: 'overall', published: f ?? null, found: result.overall.places };
      if (overall.published !== null) paired(couples, overall.published);
      return couples.map((_, couple) => {
        const tables = [...dances, overall];
        const published = tables.map(({ name, published: places }) => [name, places?.[couple] ?? null] as const);
        const found = tables.map(({ name, found: own }) => [name, figure(own[couple]?.place ?? null)] as const);
        return rowOf(`${final.id} couple ${couple}`, Object.fromEntries(published), Object.fromEntries(found));
      });
    }),
);
