// The mean squares of a complete table entries × judges (two-way analysis of variance without repetition), exactly.
//   between entries (BMS), within entries (WMS), between judges (JMS), residual (EMS)
// Needs at least two entries and two judges; the caller sees to it.
// Source: Shrout and Fleiss 1979, table 3.
import { add, divide, multiply, rational, subtract, sum, type Rational } from '../numbers.ts';

export interface MeanSquares {
  readonly entries: Rational;
  readonly within: Rational;
  readonly judges: Rational;
  readonly residual: Rational;
}

const whole = (value: number): Rational => rational(BigInt(value));
const square = (value: Rational): Rational => multiply(value, value);

export function meanSquares(values: readonly (readonly Rational[])[]): MeanSquares {
  const n = values.length;
  const k = values[0]?.length ?? 0;
  const rows = values.map(sum);
  const columns = (values[0] ?? []).map((_, judge) => sum(values.flatMap((row) => row[judge] ?? [])));
  const correction = divide(square(sum(rows)), whole(n * k));
  const squares = sum(values.map((row) => sum(row.map(square))));
  const ofRows = divide(sum(rows.map(square)), whole(k));
  const ofColumns = divide(sum(columns.map(square)), whole(n));
  return {
    entries: divide(subtract(ofRows, correction), whole(n - 1)),
    within: divide(subtract(squares, ofRows), whole(n * (k - 1))),
    judges: divide(subtract(ofColumns, correction), whole(k - 1)),
    residual: divide(subtract(add(squares, correction), add(ofRows, ofColumns)), whole((n - 1) * (k - 1))),
  };
}
