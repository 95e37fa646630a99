// Intraclass correlations of Shrout and Fleiss, to the decimals printed: two, and one for F.
import Type from 'typebox';
import { caseMethod } from '../case-method.ts';
import { intraclassCorrelation } from '#domain/analysis/icc.ts';
import { markTable, PanelTable, printed } from '../panel-tables.ts';
import { paired, rowOf } from '../row.ts';
import { Published } from '../shapes.ts';

const figures = [
  ['ICC(1,1)', 'icc11', 2],
  ['ICC(2,1)', 'icc21', 2],
  ['ICC(3,1)', 'icc31', 2],
  ['ICC(1,k)', 'icc1k', 2],
  ['ICC(2,k)', 'icc2k', 2],
  ['ICC(3,k)', 'icc3k', 2],
  ['F1', 'f1', 1],
  ['F2', 'f2', 1],
] as const;

export const icc = caseMethod(
  {
    method: Type.Object({}),
    input: Type.Object({ tables: Type.Array(PanelTable) }),
    expected: Type.Object({ tables: Type.Array(Published) }, { additionalProperties: false }),
  },
  ({ input, expected }) =>
    paired(input.tables, expected.tables).map(([table, published]) => {
      const result = intraclassCorrelation(markTable(table));
      const found = figures.map(
        ([name, key, decimals]) => [name, printed(name, result[key], decimals, table)] as const,
      );
      return rowOf(table.id, published, Object.fromEntries(found), ['id']);
    }),
);
