// Bands (分档计分): the points of the highest band a value reaches; below the lowest band there are none.
// Source: online votes turned into points, 2000 and more = full marks (practice of community contests). [R-BANDS]
import { compare, toRational, ZERO } from '../../numbers.ts';
import { numberCell } from '../cell.ts';
import { numberAt, type EntryStep } from './step.ts';

export const bands: EntryStep<'bands'> = (step, read) => {
  const value = numberAt(read, step.of);
  if (value === null) return numberCell(null);
  const reached = step.bands
    .map(({ from, points }) => ({ from: toRational(from), points: toRational(points) }))
    .filter(({ from }) => compare(value, from) >= 0)
    .sort((a, b) => compare(b.from, a.from));
  return numberCell(reached[0]?.points ?? ZERO);
};
