// The skating system in one dance, rules 5 to 8. Columns "1st", "1st and 2nd", "1st to 3rd" … are read one after the other.
// Who has a majority (more than half of the judges) in a column is placed: the larger majority first; equal majorities by
// the smaller sum of the marks counted; still equal, only these couples look at the next columns, count and then sum; equal
// in the last column they share the mean of their places. Works for odd and even panels and for one judge.
// Source: A. Dawson, The skating system (rules 5–8). [R-SKATING]
import { rational, type Rational } from '../../numbers.ts';
import type { PlacedDance } from './sheet.ts';

/** How many marks of a couple are at the column's place or better, and their sum. */
export interface Column {
  readonly count: number;
  readonly sum: number;
}

export interface DancePlace {
  /** A shared place is the mean of the places it spans. */
  readonly place: Rational;
  /** 5: alone with a majority in its column; 6: by its size; 7: by the sum or by later columns; 'shared': by nothing. */
  readonly decidedBy: 5 | 6 | 7 | 'shared';
  /** The column in which the majority was reached, and the last one read to tell the couple from its equals. */
  readonly majorityAt: number;
  readonly decidedAt: number;
}

export interface DanceResult {
  readonly majority: number;
  /** `columns[couple][k]` is the column "1st to (k+1)th". */
  readonly columns: readonly (readonly Column[])[];
  readonly places: readonly DancePlace[];
}

/** One couple's columns 1 to n of any marks of n places. */
export function columnsOf(marks: readonly number[], places: number): readonly Column[] {
  const given = Array.from({ length: places + 1 }, () => 0);
  for (const mark of marks) given[mark] = (given[mark] ?? 0) + 1;
  let [count, sum] = [0, 0];
  return given.slice(1).map((more, index) => {
    count += more;
    sum += more * (index + 1);
    return { count, sum };
  });
}

export const meanPlace = (from: number, couples: number): Rational => rational(BigInt(2 * from + couples - 1), 2n);
export const majorityOf = (marks: number): number => Math.floor(marks / 2) + 1;

/** Couples in groups of equal key, the largest count and then the smallest sum first. */
export function byColumn(
  couples: readonly number[],
  columnOf: (couple: number) => Column,
): readonly (readonly number[])[] {
  const groups = new Map<string, { readonly column: Column; readonly couples: number[] }>();
  for (const couple of couples) {
    const column = columnOf(couple);
    const key = `${column.count}:${column.sum}`;
    const group = groups.get(key) ?? { column, couples: [] };
    group.couples.push(couple);
    groups.set(key, group);
  }
  return [...groups.values()]
    .sort((a, b) => b.column.count - a.column.count || a.column.sum - b.column.sum)
    .map((group) => group.couples);
}

export function oneDance(dance: PlacedDance): DanceResult {
  const columns = dance.map((marks) => columnsOf(marks, dance.length));
  const majority = majorityOf(dance[0]?.length ?? 0);
  const columnAt = (couple: number, at: number): Column => columns[couple]?.[at - 1] ?? { count: 0, sum: 0 };
  const decided = new Map<number, DancePlace>();

  /** Places couples that are equal up to column `at - 1` since they reached their majority. */
  const place = (couples: readonly number[], majorityAt: number, at: number): void => {
    const isFirst = at === majorityAt;
    const groups = byColumn(couples, (couple) => columnAt(couple, at));
    for (const group of groups) {
      const [couple] = group;
      if (couple === undefined) continue;
      if (group.length > 1 && at < dance.length) {
        place(group, majorityAt, at + 1);
      } else if (group.length > 1) {
        const shared = meanPlace(decided.size + 1, group.length);
        for (const one of group) decided.set(one, { place: shared, decidedBy: 'shared', majorityAt, decidedAt: at });
      } else {
        const { count } = columnAt(couple, at);
        const isBySum = couples.some((other) => other !== couple && columnAt(other, at).count === count);
        const decidedBy = !isFirst || isBySum ? 7 : couples.length === 1 ? 5 : 6;
        const own = meanPlace(decided.size + 1, 1);
        decided.set(couple, { place: own, decidedBy, majorityAt, decidedAt: at });
      }
    }
  };

  for (let at = 1; at <= dance.length; at += 1) {
    const reached = [...dance.keys()].filter(
      (couple) => !decided.has(couple) && columnAt(couple, at).count >= majority,
    );
    place(reached, at, at);
  }
  return { majority, columns, places: [...dance.keys()].map((couple) => placed(decided, couple)) };
}

function placed(decided: ReadonlyMap<number, DancePlace>, couple: number): DancePlace {
  const own = decided.get(couple);
  if (own === undefined) throw new RangeError('every couple has all marks, a majority, in the last column');
  return own;
}
