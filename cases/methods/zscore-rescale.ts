// Severity correction of judges who saw different contestants: z by the judge's own mean and deviation, put back on the pool's. Compared
// to the precision the source printed.
import Type, { type Static } from 'typebox';
import { caseMethod } from '../case-method.ts';
import { computed, contestOf, entryOf } from '../computed.ts';
import { rational } from '#domain/numbers.ts';
import { marksTable } from '#domain/rules/marks-table.ts';
import type { StepOf } from '#domain/rules/step-schema.ts';
import { figure, paired, rowOf } from '../row.ts';
import { exact, Figure, maybeExact, MaybeFigure, Published } from '../shapes.ts';
import { panel, ranking, setting, totals } from '../steps.ts';

const zPrecision = { tolerance: rational(2n, 100_000n) };
const scorePrecision = { tolerance: rational(2n, 10_000n) };

const Spread = Type.Object({ mean: Figure, sd: Figure });
type Spread = Static<typeof Spread>;
const spread = ({ mean, sd }: Spread) => ({ mean: setting(mean), deviation: setting(sd) });

export const zscoreRescale = caseMethod(
  {
    method: Type.Object({ z_tolerance: Type.Optional(Figure), tolerance: Type.Optional(Figure) }),
    input: Type.Object({
      pool_mean: Figure,
      pool_sd: Figure,
      judges: Type.Record(Type.String(), Spread),
      rows: Type.Array(Type.Object({ id: Type.String(), judge: Type.String(), raw: MaybeFigure })),
    }),
    expected: Type.Object({ rows: Type.Array(Published) }, { additionalProperties: false }),
  },
  ({ input, expected }) => {
    const judges = Object.keys(input.judges);
    const table = marksTable(
      'marks',
      input.rows.map((row) => {
        if (!judges.includes(row.judge))
          throw new TypeError(`${row.id} is by judge "${row.judge}", who is not described`);
        return [judges.map((judge) => (judge === row.judge ? maybeExact(row.raw) : null))];
      }),
      judges,
    );
    const reference = Object.fromEntries(Object.entries(input.judges).map(([judge, own]) => [judge, spread(own)]));
    const normalise = (id: string, pool: Spread): StepOf<'normalise'> => ({
      id,
      kind: 'normalise',
      of: 'given',
      by: 'z-score',
      reference: { pool: spread(pool), judges: reference },
    });
    const result = computed(
      {
        steps: [
          totals('given', 'marks'),
          normalise('z-values', { mean: '0', sd: '1' }),
          normalise('scores', { mean: input.pool_mean, sd: input.pool_sd }),
          panel('z', 'z-values', { kind: 'mean' }),
          panel('score', 'scores', { kind: 'mean' }),
        ],
        ranking: ranking('score', 'highest'),
      },
      contestOf(
        input.rows.map(({ id }, position) => entryOf(id, position, { tables: [table] })),
        [table],
      ),
    );
    return paired(input.rows, expected.rows).map(([{ id, judge, raw }, published, position]) =>
      rowOf(
        id,
        published,
        {
          z: figure(result.number('z', position), zPrecision),
          score: figure(result.number('score', position), scorePrecision),
          raw: figure(raw === null ? null : exact(raw)),
        },
        ['id', 'judge', judge],
      ),
    );
  },
);
