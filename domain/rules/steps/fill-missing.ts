// A missing judge's value replaced by that judge's own average over the other entries. It favours whoever a strict judge missed:
// offered because rules name it, not recommended. A judge who gave nothing at all stays left out. [R-MISSING]
import { divide, rational, sum } from '../../numbers.ts';
import type { CellOf } from '../cell.ts';
import { judgeCount, valueOf } from '../panel.ts';
import { expectForm, type FieldStep } from './step.ts';

export const fillMissing: FieldStep<'fill-missing'> = (step, reads) => {
  const cells = reads.map((read) => expectForm(read(step.of), 'judges'));
  const [first] = cells;
  if (first === undefined) return [];
  const averages = Array.from({ length: judgeCount(first.values) }, (_, judge) => {
    const given = cells.flatMap((cell) => valueOf(cell.values, judge) ?? []);
    return given.length === 0 ? null : divide(sum(given), rational(BigInt(given.length)));
  });
  return cells.map((cell): CellOf<'judges'> => {
    const filled = averages.flatMap((average, judge) =>
      average !== null && valueOf(cell.values, judge) === null ? [judge] : [],
    );
    return {
      form: 'judges',
      values: { form: 'exact', values: averages.map((average, judge) => valueOf(cell.values, judge) ?? average) },
      table: cell.table,
      notes: filled.length > 0 ? [{ code: 'replaced-by-judge-average', judges: filled }] : [],
    };
  });
};
