// Trimmed mean (去掉一个最高分和一个最低分): single marks are dropped at each end, the rest averaged and rounded; a row may have its own numbers.
import Type from 'typebox';
import { caseMethod } from '../case-method.ts';
import { computed, contestOf, entryOf } from '../computed.ts';
import { marksTable } from '#domain/rules/marks-table.ts';
import { figure, paired, rowOf } from '../row.ts';
import { Count, count, Marks, marksOf, Published } from '../shapes.ts';
import { decimalsOf, panel, ranking, totals } from '../steps.ts';

const Trim = Type.Object({
  drop_low: Type.Optional(Count),
  drop_high: Type.Optional(Count),
  decimals: Type.Optional(Type.Union([Count, Type.Null()])),
});

export const trimmedMean = caseMethod(
  {
    method: Trim,
    input: Type.Object({
      rows: Type.Array(Type.Intersect([Type.Object({ id: Type.String(), marks: Marks }), Trim])),
    }),
    expected: Type.Object({ rows: Type.Array(Published) }, { additionalProperties: false }),
  },
  ({ method, input, expected }) =>
    paired(input.rows, expected.rows).map(([row, published]) => {
      const { drop_low = '1', drop_high = '1', decimals } = { ...method, ...row };
      const table = marksTable('marks', [[marksOf(row.marks)]]);
      const aggregate = {
        kind: 'trimmed-mean',
        dropLowest: count(drop_low),
        dropHighest: count(drop_high),
        minForTrim: 1,
      } as const;
      const steps = [totals('given', 'marks'), panel('score', 'given', aggregate, { decimals: decimalsOf(decimals) })];
      const result = computed(
        { steps, ranking: ranking('score', 'highest') },
        contestOf([entryOf(row.id, 0, { tables: [table] })], [table]),
      );
      return rowOf(row.id, published, { score: figure(result.number('score', 0)) }, ['id']);
    }),
);
