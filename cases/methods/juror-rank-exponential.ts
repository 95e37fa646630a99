// Eurovision juries since 2018: a rank is worth e^(-lambda (rank - 1)); the sum of the five weights orders the entries, and the ten best of jury
// and televote get 12 to 1. Equal sums were settled inside the jury: the published order decides them and nothing else.
import Type from 'typebox';
import { caseMethod } from '../case-method.ts';
import { computed, contestOf, entryOf } from '../computed.ts';
import { juryContest } from '../juror-rows.ts';
import { figure, paired, rowOf, word } from '../row.ts';
import { Figure, Marks, maybeExact, MaybeFigure } from '../shapes.ts';
import { panel, ranking, setting, totals, twelveToOne } from '../steps.ts';

export const jurorRankExponential = caseMethod(
  {
    method: Type.Object({ lambda: Figure }),
    input: Type.Object({
      juries: Type.Array(
        Type.Object({ from: Type.String(), rows: Type.Array(Type.Tuple([Type.String(), Marks, MaybeFigure])) }),
      ),
    }),
    expected: Type.Object(
      {
        juries: Type.Array(
          Type.Object(
            {
              from: Type.Optional(Type.String()),
              rows: Type.Array(Type.Tuple([Type.String(), MaybeFigure, MaybeFigure, MaybeFigure])),
            },
            { additionalProperties: false },
          ),
        ),
      },
      { additionalProperties: false },
    ),
  },
  ({ method, input, expected }) =>
    paired(input.juries, expected.juries).flatMap(([{ from, rows }, { rows: published }]) => {
      const both = paired(rows, published);
      const order = computed(
        {
          steps: [
            totals('given', 'ranks'),
            { id: 'weights', kind: 'rank-weights', of: 'given', decay: setting(method.lambda) },
            panel('sum', 'weights', { kind: 'sum' }),
          ],
          ranking: ranking('sum', 'highest', [{ kind: 'decision' }]),
        },
        juryContest(both.map(([[entry, ranks], [, official]]) => ({ entry, ranks, official }))),
      );
      const entries = rows.map(([entry, , televote], position) =>
        entryOf(entry, position, {
          numbers: { jury: order.places[position] ?? null, televote: maybeExact(televote) },
        }),
      );
      const points = computed(
        {
          steps: [twelveToOne('jury-points', 'jury'), twelveToOne('televote-points', 'televote')],
          ranking: ranking('jury-points', 'highest'),
        },
        contestOf(entries),
      );
      return both.map(([[entry], [name, jury, juryPoints, televotePoints], position]) =>
        rowOf(
          `${from}, ${entry}`,
          { entry: name, jury, juryPoints, televotePoints },
          {
            entry: word(entry),
            jury: figure(order.places[position] ?? null),
            juryPoints: figure(points.number('jury-points', position)),
            televotePoints: figure(points.number('televote-points', position)),
          },
        ),
      );
    }),
);
