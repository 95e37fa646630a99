// Kendall's W, with and without the correction for ties, and Friedman's statistic, to the decimals the file states.
import Type from 'typebox';
import { caseMethod } from '../case-method.ts';
import { concordance } from '#domain/analysis/concordance.ts';
import { markTable, PanelTable, printed } from '../panel-tables.ts';
import { paired, rowOf, whole } from '../row.ts';
import { Published } from '../shapes.ts';

export const kendallFriedman = caseMethod(
  {
    method: Type.Object({}),
    input: Type.Object({ tables: Type.Array(PanelTable) }),
    expected: Type.Object({ tables: Type.Array(Published) }, { additionalProperties: false }),
  },
  ({ input, expected }) =>
    paired(input.tables, expected.tables).map(([table, published]) => {
      const result = concordance(markTable(table));
      const found = {
        W: printed('W', result.uncorrected, 0, table),
        W_tie_corrected: printed('W_tie_corrected', result.w, 0, table),
        chi2: printed('chi2', result.chiSquared, 0, table),
        df: whole(result.degrees),
      };
      return rowOf(table.id, published, found, ['id']);
    }),
);
