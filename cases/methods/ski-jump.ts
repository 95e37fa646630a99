// Ski jumping: the middle three style marks, distance, wind and gate added, never below 0; equal points share the rank.
import Type from 'typebox';
import { caseMethod } from '../case-method.ts';
import { computed, contestOf, entryOf } from '../computed.ts';
import { marksTable } from '#domain/rules/marks-table.ts';
import { figure, paired, rowOf } from '../row.ts';
import { Marks, marksOf, maybeExact, MaybeFigure } from '../shapes.ts';
import { oneEachSide, panel, ranking, setting, sumOf, totals } from '../steps.ts';

const Jump = Type.Tuple([Marks, MaybeFigure, MaybeFigure, MaybeFigure]);

export const skiJump = caseMethod(
  {
    method: Type.Object({}),
    input: Type.Object({ rounds: Type.Array(Type.Object({ id: Type.String(), rows: Type.Array(Jump) })) }),
    expected: Type.Object(
      {
        rounds: Type.Array(
          Type.Object(
            {
              id: Type.Optional(Type.String()),
              ranked: Type.Optional(Type.Boolean()),
              rows: Type.Array(Type.Tuple([MaybeFigure, MaybeFigure, MaybeFigure])),
            },
            { additionalProperties: false },
          ),
        ),
      },
      { additionalProperties: false },
    ),
  },
  ({ input, expected }) =>
    paired(input.rounds, expected.rounds).flatMap(([round, { ranked = true, rows }]) => {
      const table = marksTable(
        'marks',
        round.rows.map(([style]) => [marksOf(style)]),
      );
      const entries = round.rows.map(([, distance, wind, gate], position) =>
        entryOf(String(position), position, {
          tables: [table],
          numbers: { distance: maybeExact(distance), wind: maybeExact(wind), gate: maybeExact(gate) },
        }),
      );
      const result = computed(
        {
          steps: [
            totals('given', 'marks'),
            panel('style', 'given', oneEachSide('trimmed-sum')),
            sumOf('all', ['style', 'distance', 'wind', 'gate'], 'zero'),
            { id: 'points', kind: 'bound', of: 'all', min: setting('0') },
          ],
          ranking: ranking('points', 'highest'),
        },
        contestOf(entries, [table]),
      );
      return paired(round.rows, rows).map(([, [style, points, rank], position]) =>
        rowOf(`${round.id} jump ${position}`, ranked ? { style, points, rank } : { style, points }, {
          style: figure(result.number('style', position)),
          points: figure(result.number('points', position)),
          rank: figure(result.places[position] ?? null),
        }),
      );
    }),
);
