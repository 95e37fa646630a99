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
