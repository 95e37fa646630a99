// Eurovision 2013 to 2015: the official jury rank must order the sums of the five jurors' ranks; jury and televote rank are added, the
// lowest sum first, equal ones by the televote; the ten best get 12 to 1.
import Type from 'typebox';
import { caseMethod } from '../case-method.ts';
import { computed, contestOf, entryOf } from '../computed.ts';
import { juryContest, officialOrder } from '../juror-rows.ts';
import { figure, paired, rowOf, word, type Field } from '../row.ts';
import { Figure, Marks, exact, MaybeFigure } from '../shapes.ts';
import { better, panel, ranking, sumOf, totals, twelveToOne } from '../steps.ts';

export const jurorRankSumCombined = caseMethod(
  {
    method: Type.Object({}),
    input: Type.Object({
      juries: Type.Array(
        Type.Object({ from: Type.String(), rows: Type.Array(Type.Tuple([Type.String(), Marks, Figure, Figure])) }),
      ),
    }),
    expected: Type.Object(
      {
        juries: Type.Array(
          Type.Object(
            {
              from: Type.Optional(Type.String()),
              rows: Type.Array(Type.Tuple([Type.String(), MaybeFigure, MaybeFigure])),
            },
            { additionalProperties: false },
          ),
        ),
      },
      { additionalProperties: false },
    ),
  },
  ({ input, expected }) =>
    paired(input.juries, expected.juries).flatMap(([{ from, rows }, { rows: published }]) => {
      const ranked = rows.map(([entry, ranks, official]) => ({ entry, ranks, official }));
      const byJury = computed(
        {
          steps: [totals('given', 'ranks'), panel('sum', 'given', { kind: 'sum' })],
          ranking: ranking('sum', 'lowest', [{ kind: 'decision' }]),
        },
        juryContest(ranked),
      );
      const official = officialOrder(ranked);
      const entries = rows.map(([entry, , jury, televote], position) =>
        entryOf(entry, position, { numbers: { jury: exact(jury), televote: exact(televote) } }),
      );
      const combined = computed(
        {
          steps: [sumOf('sum', ['jury', 'televote'])],
          ranking: ranking('sum', 'lowest', [better('televote', 'lowest')]),
        },
        contestOf(entries),
      );
      const points = computed(
        { steps: [twelveToOne('points', 'rank')], ranking: ranking('points', 'highest') },
        contestOf(
          rows.map(([entry], position) =>
            entryOf(entry, position, { numbers: { rank: combined.places[position] ?? null } }),
          ),
        ),
      );
      return paired(rows, published).map(([[entry], [name, rank, earned], position]) => {
        const own = rowOf(
          `${from}, ${entry}`,
          { entry: name, rank, points: earned },
          {
            entry: word(entry),
            rank: figure(combined.places[position] ?? null),
            points: figure(points.number('points', position)),
          },
        );
        const place = byJury.order.indexOf(position);
        const jury: Field = {
          name: 'jury rank orders the rank sums',
          agrees: official[place] === entry,
          published: official[place] ?? 'nobody',
          found: entry,
        };
        return { ...own, fields: [...own.fields, jury] };
      });
    }),
);
