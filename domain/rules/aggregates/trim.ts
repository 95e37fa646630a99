// Trimming, shared by everything that drops extremes: exactly the stated number per side, also when several values are equal
// (the earlier judge is named as dropped); suspended, never silently, when too few values are there. [R-TRIM]
import type { Note, ValueFate } from '../cell.ts';
import type { Panel } from '../panel.ts';

export interface TrimSettings {
  readonly dropHighest: number;
  readonly dropLowest: number;
  readonly minForTrim: number;
}

export interface Trimmed {
  readonly fates: readonly ValueFate[];
  readonly lowest: readonly number[];
  readonly kept: readonly number[];
  readonly highest: readonly number[];
  readonly notes: readonly Note[];
}

/** Which positions stay. At least one value remains, whatever the threshold says. */
export function trim(panel: Panel, { dropHighest, dropLowest, minForTrim }: TrimSettings): Trimmed {
  const needed = Math.max(minForTrim, dropHighest + dropLowest + 1);
  const ascending = panel.ascending();
  const isSuspended = panel.size < needed;
  const low = isSuspended ? 0 : dropLowest;
  const lowest = ascending.slice(0, low);
  // Among equal highest values the earlier judges are dropped, as among equal lowest ones.
  const rest = ascending.slice(low);
  const highest = isSuspended ? [] : highestOf(panel, rest, dropHighest);
  const fates = Array.from({ length: panel.size }, (): ValueFate => 'counted');
  for (const position of lowest) fates[position] = 'lowest-out';
  for (const position of highest) fates[position] = 'highest-out';
  return {
    fates,
    lowest,
    kept: rest.filter((position) => fates[position] === 'counted'),
    highest,
    notes: isSuspended && dropHighest + dropLowest > 0 ? [{ code: 'trim-suspended', given: panel.size, needed }] : [],
  };
}

/** The positions of the `count` highest of an ascending list; of equal ones the earlier. */
function highestOf(panel: Panel, ascending: readonly number[], count: number): readonly number[] {
  const taken: number[] = [];
  let end = ascending.length;
  while (taken.length < count && end > 0) {
    const top = ascending[end - 1] ?? 0;
    let start = end - 1;
    while (start > 0 && panel.isSame(ascending[start - 1] ?? 0, top)) start -= 1;
    taken.push(...ascending.slice(start, end).slice(0, count - taken.length));
    end = start;
  }
  return taken;
}
