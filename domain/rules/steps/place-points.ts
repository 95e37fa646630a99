// B2, points by place over the field: a table such as 12, 10, 8, 7, 6, 5, 4, 3, 2, 1, and nothing beyond it. Equal entries share the mean
// of the points they span, or all get those of the better place, as the rule says. Source: Eurovision; scoring.md 7. [R-PLACE-POINTS]
import { numberCell } from '../cell.ts';
import { pointsByOrder } from './judge-points.ts';
import { numberAt, type FieldStep } from './step.ts';

export const placePoints: FieldStep<'place-points'> = (step, reads) => {
  const values = reads.map((read) => numberAt(read, step.of));
  const present = values.flatMap((value, entry) => (value === null ? [] : [{ value, entry }]));
  const earned = pointsByOrder(
    present.map(({ value }) => value),
    step,
  );
  const cells = reads.map(() => numberCell(null));
  present.forEach(({ entry }, position) => (cells[entry] = numberCell(earned[position] ?? null)));
  return cells;
};
