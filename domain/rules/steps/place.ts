// The places of a column over the field: 1224, 1223 or shared mean places; equal ones may first be separated by another column.
// An entry without a value has no place. [R-PLACE]
import { compare, rational, type Rational } from '../../numbers.ts';
import { numberCell } from '../cell.ts';
import type { Prefer } from '../step-schema.ts';
import { numberAt, type FieldStep, type Read } from './step.ts';

/** Entries (by position) in groups of equal rank, best first. */
export function groupsOf(
  size: number,
  compareEntries: (a: number, b: number) => number,
): readonly (readonly number[])[] {
  const order = Array.from({ length: size }, (_, entry) => entry).sort((a, b) => compareEntries(a, b) || a - b);
  const groups: number[][] = [];
  for (const entry of order) {
    const last = groups[groups.length - 1];
    const [head] = last ?? [];
    if (last !== undefined && head !== undefined && compareEntries(head, entry) === 0) last.push(entry);
    else groups.push([entry]);
  }
  return groups;
}

const SMALL = BigInt(Number.MAX_SAFE_INTEGER);

/** The values as whole numbers over one denominator, where all of them stay small; published values always do. */
function overOneDenominator(values: readonly Rational[]): readonly number[] | null {
  let common = 1n;
  for (const { d } of values) {
    if (common % d === 0n) continue;
    common = d % common === 0n ? d : common * d;
    if (common > SMALL) return null;
  }
  const whole: number[] = [];
  for (const { n, d } of values) {
    const units = n * (common / d);
    if (units > SMALL || units < -SMALL) return null;
    whole.push(Number(units));
  }
  return whole;
}

/** Positions in groups of equal value, best first. Large fields are mostly compared as ordinary whole numbers. */
export function groupsByValue(values: readonly Rational[], prefer: Prefer): readonly (readonly number[])[] {
  const units = overOneDenominator(values);
  const sign = prefer === 'highest' ? -1 : 1;
  return units === null
    ? groupsOf(values.length, (a, b) => better(values[a] as Rational, values[b] as Rational, prefer))
    : groupsOf(values.length, (a, b) => sign * ((units[a] as number) - (units[b] as number)));
}

/** The place of each group: 1224, 1223, or the mean of the places it spans. */
export function placesOfGroups(sizes: readonly number[], style: 'competition' | 'dense' | 'mean'): readonly Rational[] {
  let before = 0;
  return sizes.map((size, index) => {
    const first = before + 1;
    before += size;
    if (style === 'dense') return rational(BigInt(index + 1));
    return style === 'competition' ? rational(BigInt(first)) : rational(BigInt(first + before), 2n);
  });
}

export const better = (a: Rational, b: Rational, prefer: Prefer): number =>
  prefer === 'highest' ? compare(b, a) : compare(a, b);

export const place: FieldStep<'place'> = (step, reads) => {
  const present = reads.flatMap((read, entry) => (numberAt(read, step.of) === null ? [] : [{ read, entry }]));
  const by = (name: string, prefer: Prefer) => (a: Read | undefined, b: Read | undefined) => {
    const [left, right] = [a && numberAt(a, name), b && numberAt(b, name)];
    return left && right ? better(left, right, prefer) : 0;
  };
  const first = by(step.of, step.prefer);
  const second = step.thenBy ? by(step.thenBy.of, step.thenBy.prefer) : () => 0;
  const groups = groupsOf(present.length, (a, b) => {
    const [left, right] = [present[a]?.read, present[b]?.read];
    return first(left, right) || second(left, right);
  });
  const places = placesOfGroups(
    groups.map((group) => group.length),
    step.style,
  );
  const cells = reads.map(() => numberCell(null));
  groups.forEach((group, index) => {
    for (const position of group) {
      const entry = present[position]?.entry;
      if (entry !== undefined) cells[entry] = numberCell(places[index] ?? null);
    }
  });
  return cells;
};
