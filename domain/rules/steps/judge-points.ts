// A13 for each judge: the judge's own order of the entries earns points by a table (12, 10, 8, 7 …), and nothing beyond it. Entries a judge
// left equal share the mean of the points they span, or all get those of the better place. Source: Eurovision to 2012. [R-JUDGE-POINTS]
import { divide, rational, sum, toRational, ZERO, type Rational } from '../../numbers.ts';
import type { CellOf, Note } from '../cell.ts';
import { judgeCount, valueOf } from '../panel.ts';
import type { StepOf } from '../step-schema.ts';
import { groupsByValue } from './place.ts';
import { expectForm, type FieldStep } from './step.ts';

/** Points of one judge's values, all of them there, best first by `prefer`. */
export function pointsByOrder(
  values: readonly Rational[],
  { prefer, points, ties }: Pick<StepOf<'judge-points'>, 'prefer' | 'points' | 'ties'>,
): readonly Rational[] {
  const earned = values.map(() => ZERO);
  let place = 0;
  const groups = groupsByValue(values, prefer);
  for (const group of groups) {
    const spanned = group.map((_, index) => points[place + index]).map((value) => (value ? toRational(value) : ZERO));
    const each = ties === 'same' ? (spanned[0] ?? ZERO) : divide(sum(spanned), rational(BigInt(group.length)));
    for (const position of group) earned[position] = each;
    place += group.length;
  }
  return earned;
}

export const judgePoints: FieldStep<'judge-points'> = (step, reads) => {
  const cells = reads.map((read) => expectForm(read(step.of), 'judges'));
  const [first] = cells;
  if (first === undefined) return [];
  const judges = Array.from({ length: judgeCount(first.values) }, (_, judge) => judge);
  const columns = judges.map((judge) => {
    const values = cells.flatMap((cell) => valueOf(cell.values, judge) ?? []);
    return values.length === cells.length ? pointsByOrder(values, step) : null;
  });
  const partly = judges.filter(
    (judge) => columns[judge] === null && cells.some((cell) => valueOf(cell.values, judge) !== null),
  );
  const notes: readonly Note[] = partly.length > 0 ? [{ code: 'ranks-incomplete', judges: partly }] : [];
  return cells.map((cell, entry): CellOf<'judges'> => ({
    form: 'judges',
    values: { form: 'exact', values: columns.map((column) => column?.[entry] ?? null) },
    table: cell.table,
    notes,
  }));
};
