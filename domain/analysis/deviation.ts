// S1, deviation: how far a judge's mark lies from what the others gave the same entry. [A-DEVIATION]
//   d_ij = x_ij - mean of the other judges' marks for entry i (leave one out)
// An entry that only one judge marked has no others: its deviation is null. The deviations of one entry add up to zero.
// Source: BuzzFeed News 2018, analysis of Olympic figure skating (points versus average).
import { divide, rational, subtract, sum, type Rational } from '../numbers.ts';
import { present, type MarkTable } from './table.ts';

/** deviations[entry][judge]; null where the judge did not mark or nobody else did. */
export const deviations = (table: MarkTable): readonly (readonly (Rational | null)[])[] =>
  table.values.map((row) => {
    const marks = present(row);
    const total = sum(marks);
    const others = rational(BigInt(Math.max(marks.length - 1, 1)));
    return row.map((mark) =>
      mark === null || marks.length < 2 ? null : subtract(mark, divide(subtract(total, mark), others)),
    );
  });

/** The deviations as a table of their own, so that a column of them is read as a column of marks. */
export const deviationTable = (table: MarkTable): MarkTable => ({ ...table, values: deviations(table) });
