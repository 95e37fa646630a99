// A trampoline routine: the middle three of five execution marks are added; difficulty and time of flight follow, a penalty is taken off.
import Type from 'typebox';
import { caseMethod } from '../case-method.ts';
import { computed, contestOf, entryOf } from '../computed.ts';
import { marksTable } from '#domain/rules/marks-table.ts';
import { figure, paired, rowOf } from '../row.ts';
import { Figure, Marks, marksOf, maybeExact, Published } from '../shapes.ts';
import { oneEachSide, panel, ranking, sumOf, totals } from '../steps.ts';

const Part = Type.Optional(Type.Union([Figure, Type.Null()]));

export const executionSum = caseMethod(
  {
    method: Type.Object({}),
    input: Type.Object({
      rows: Type.Array(
        Type.Object({
          id: Type.String(),
          execution: Marks,
          difficulty: Part,
          time_of_flight: Part,
          penalty: Part,
        }),
      ),
    }),
    expected: Type.Object({ rows: Type.Array(Published) }, { additionalProperties: false }),
  },
  ({ input, expected }) =>
    paired(input.rows, expected.rows).map(([row, published]) => {
      const table = marksTable('marks', [[marksOf(row.execution)]]);
      const steps = [
        totals('given', 'marks'),
        panel('execution', 'given', oneEachSide('trimmed-sum')),
        sumOf('total', ['execution', 'difficulty', 'flight', ['penalty', '-1']], 'zero'),
      ];
      const numbers = {
        difficulty: maybeExact(row.difficulty),
        flight: maybeExact(row.time_of_flight),
        penalty: maybeExact(row.penalty),
      };
      const result = computed(
        { steps, ranking: ranking('total', 'highest') },
        contestOf([entryOf(row.id, 0, { tables: [table], numbers })], [table]),
      );
      const found = { execution: figure(result.number('execution', 0)), total: figure(result.number('total', 0)) };
      return rowOf(row.id, published, found, ['id']);
    }),
);
