// Entries ordered by a list of whole counts each: the first count decides, where equal the next one, and so on.
import { groupsOf } from '../rules/steps/place.ts';
import type { Groups } from './tie-step.ts';

/** Larger counts first. */
export function byCounts(tied: readonly number[], countsOf: (entry: number) => readonly number[]): Groups {
  const counts = tied.map(countsOf);
  const groups = groupsOf(tied.length, (a, b) => {
    const [left = [], right = []] = [counts[a], counts[b]];
    const at = left.findIndex((count, index) => count !== right[index]);
    return at < 0 ? 0 : (right[at] ?? 0) - (left[at] ?? 0);
  });
  return groups.map((group) => group.flatMap((position) => tied[position] ?? []));
}
