// Chopin Competition 2025: marks further from the mean than the limit count as the limit, which is rounded before it is used.
import Type from 'typebox';
import { caseMethod } from '../case-method.ts';
import { computed, contestOf, entryOf } from '../computed.ts';
import { marksTable } from '#domain/rules/marks-table.ts';
import type { Rational } from '#domain/numbers.ts';
import type { PanelWorking } from '#domain/rules/cell.ts';
import { figure, listOf, paired, rowOf } from '../row.ts';
import { Count, count, Figure, Marks, marksOf, Published } from '../shapes.ts';
import { panel, ranking, setting, totals } from '../steps.ts';

/** What each juror's mark counted as; null where there was none. */
function correctedMarks(
  marks: readonly (Rational | null)[],
  working: PanelWorking | null,
): readonly (Rational | null)[] {
  const counted = new Map(working?.judges.map((judge, position) => [judge, working.corrected?.[position] ?? null]));
  return marks.map((mark, juror) => counted.get(juror) ?? mark);
}

export const deviationClamp = caseMethod(
  {
    method: Type.Object({ limit: Figure, decimals: Type.Optional(Count) }),
    input: Type.Object({ rows: Type.Array(Type.Object({ id: Type.String(), marks: Marks })) }),
    expected: Type.Object({ rows: Type.Array(Published) }, { additionalProperties: false }),
  },
  ({ method, input, expected }) => {
    const decimals = count(method.decimals ?? '2');
    const aggregate = { kind: 'clamp', limit: setting(method.limit), limitDecimals: decimals } as const;
    const steps = [totals('given', 'marks'), panel('score', 'given', aggregate, { decimals })];
    const table = marksTable(
      'marks',
      input.rows.map((row) => [marksOf(row.marks)]),
    );
    const entries = input.rows.map(({ id }, position) => entryOf(id, position, { tables: [table] }));
    const result = computed({ steps, ranking: ranking('score', 'highest') }, contestOf(entries, [table]));
    return paired(input.rows, expected.rows).map(([row, published, position]) => {
      const cell = result.cell('score', position);
      const working = cell.form === 'number' ? cell.panel : null;
      const found = {
        score: figure(result.number('score', position)),
        corrected: listOf(correctedMarks(marksOf(row.marks), working).map((mark) => figure(mark))),
        place: figure(result.places[position] ?? null),
      };
      return rowOf(row.id, published, found, ['id']);
    });
  },
);
