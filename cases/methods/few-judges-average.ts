// Average with few judges: four marks and more are trimmed, of three the two closest count, two are averaged, one counts alone.
import Type from 'typebox';
import { caseMethod } from '../case-method.ts';
import { computed, contestOf, entryOf } from '../computed.ts';
import { marksTable } from '#domain/rules/marks-table.ts';
import { figure, paired, rowOf } from '../row.ts';
import { Count, Marks, marksOf, Published } from '../shapes.ts';
import { decimalsOf, panel, ranking, totals } from '../steps.ts';

export const fewJudgesAverage = caseMethod(
  {
    method: Type.Object({ decimals: Type.Optional(Count) }),
    input: Type.Object({ rows: Type.Array(Type.Object({ id: Type.String(), marks: Marks })) }),
    expected: Type.Object({ rows: Type.Array(Published) }, { additionalProperties: false }),
  },
  ({ method, input, expected }) => {
    const decimals = decimalsOf(method.decimals);
    const steps = [totals('given', 'marks'), panel('score', 'given', { kind: 'closest-two' }, { decimals })];
    return paired(input.rows, expected.rows).map(([row, published]) => {
      const table = marksTable('marks', [[marksOf(row.marks)]]);
      const result = computed(
        { steps, ranking: ranking('score', 'highest') },
        contestOf([entryOf(row.id, 0, { tables: [table] })], [table]),
      );
      return rowOf(row.id, published, { score: figure(result.number('score', 0)) }, ['id']);
    });
  },
);
