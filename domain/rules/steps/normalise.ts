// Normalisation between judges who saw different entries (scoring.md section 6). Severity: x − (mean_j − mean of all). z-score:
// (x − mean_j) ÷ sd_j, back on the scale of the pool; sample deviations; a judge without spread gives z = 0 and is named.
// Square roots are taken to twenty digits. Values may leave the scale and move when a later entry is marked. [R-NORMALISE]
import { squareRoot } from '../../irrational.ts';
import {
  add,
  divide,
  multiply,
  rational,
  subtract,
  sum,
  toRational,
  ZERO,
  type Decimal,
  type Rational,
} from '../../numbers.ts';
import type { CellOf, Note } from '../cell.ts';
import { judgeCount, valueOf } from '../panel.ts';
import type { StepOf } from '../step-schema.ts';
import { expectForm, type FieldStep } from './step.ts';

const DIGITS = 20;
/** Below this a judge's mean and deviation say little; the values are still made, and the judge is named. */
const FEW_MARKS = 8;

export interface Spread {
  readonly count: number;
  readonly mean: Rational;
  readonly deviation: Rational;
}

function spreadOf(values: readonly Rational[], needsDeviation: boolean): Spread {
  const count = BigInt(values.length);
  const mean = values.length === 0 ? ZERO : divide(sum(values), rational(count));
  if (!needsDeviation || values.length < 2) return { count: values.length, mean, deviation: ZERO };
  const squares = sum(values.map((value) => multiply(subtract(value, mean), subtract(value, mean))));
  return { count: values.length, mean, deviation: squareRoot(divide(squares, rational(count - 1n)), DIGITS) };
}

const given = ({ mean, deviation }: { readonly mean: string; readonly deviation: string }): Spread => ({
  count: FEW_MARKS,
  mean: toRational(mean as Decimal),
  deviation: toRational(deviation as Decimal),
});

/** A value of one judge as it would stand on the scale of all. */
export function normalised(value: Rational, own: Spread, pool: Spread, by: StepOf<'normalise'>['by']): Rational {
  const off = subtract(value, own.mean);
  if (by === 'severity') return add(off, pool.mean);
  return add(multiply(zScore(off, own), pool.deviation), pool.mean);
}

const zScore = (off: Rational, own: Spread): Rational => (own.deviation.n === 0n ? ZERO : divide(off, own.deviation));

interface Spreads {
  /** One per judge of the table. */
  readonly own: readonly Spread[];
  readonly pool: Spread;
}

/** Each judge's mean and deviation and those of the pool, computed or as the rule gives them. */
export function spreadsOf(step: StepOf<'normalise'>, cells: readonly CellOf<'judges'>[]): Spreads {
  const [first] = cells;
  const isZ = step.by === 'z-score';
  const columns = Array.from({ length: first ? judgeCount(first.values) : 0 }, (_, judge) =>
    cells.flatMap((cell) => valueOf(cell.values, judge) ?? []),
  );
  const own = columns.map((column, judge) => {
    const reference = step.reference?.judges[first?.table.judges[judge] ?? ''];
    return reference ? given(reference) : spreadOf(column, isZ);
  });
  return { own, pool: step.reference ? given(step.reference.pool) : spreadOf(columns.flat(), isZ) };
}

export const normalise: FieldStep<'normalise'> = (step, reads) => {
  const cells = reads.map((read) => expectForm(read(step.of), 'judges'));
  const [first] = cells;
  if (first === undefined) return [];
  const isZ = step.by === 'z-score';
  const judges = Array.from({ length: judgeCount(first.values) }, (_, judge) => judge);
  const { own: spreads, pool } = spreadsOf(step, cells);
  const named = (judge: number) => cells.some((cell) => valueOf(cell.values, judge) !== null);
  const flat = judges.filter((judge) => isZ && named(judge) && spreads[judge]?.deviation.n === 0n);
  const few = judges.filter((judge) => named(judge) && (spreads[judge]?.count ?? 0) < FEW_MARKS);
  const notes: readonly Note[] = [
    ...(flat.length > 0 ? [{ code: 'judge-without-spread', judges: flat } as const] : []),
    ...(few.length > 0 ? [{ code: 'too-few-marks-to-normalise', judges: few } as const] : []),
  ];
  return cells.map((cell): CellOf<'judges'> => {
    const values = judges.map((judge) => {
      const [value, own] = [valueOf(cell.values, judge), spreads[judge]];
      return value && own ? normalised(value, own, pool, step.by) : null;
    });
    return { form: 'judges', values: { form: 'exact', values }, table: cell.table, notes };
  });
};
