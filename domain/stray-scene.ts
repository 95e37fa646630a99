// Whether the entry that is shown or changed is another than the one on stage or being scored. Both can be meant, so nothing
// is refused; but it is never silent, because a forgotten screen and a window opened by mistake look just the same.
import type { EntryId } from './ids.ts';
import type { FinalState } from './state.ts';

/** The pointers, as the state and the console's view both have them. */
interface Pointers {
  readonly stageEntry: EntryId | null;
  readonly openEntries: readonly EntryId[];
}

/** What may be going on now: the entries open for scoring, then the one on stage. */
export const inHand = ({ stageEntry, openEntries }: Pointers): readonly EntryId[] => [
  ...new Set([...openEntries, ...(stageEntry === null ? [] : [stageEntry])]),
];

/** What is in hand instead of this entry; empty where it is in hand itself or nothing is. */
export function othersInHand(pointers: Pointers, entry: EntryId): readonly EntryId[] {
  const current = inHand(pointers);
  return current.includes(entry) ? [] : current;
}

/** The entry on the screen while others are in hand and it is none of them; null where screen and hall agree. */
export function strayScene({ scene, stageEntry }: FinalState, openEntries: readonly EntryId[]): EntryId | null {
  // A score or a board of an earlier entry is read out while the next one is on: only these two announce what is on now.
  if (scene.kind !== 'entry-card' && scene.kind !== 'progress') return null;
  return othersInHand({ stageEntry, openEntries }, scene.entry).length > 0 ? scene.entry : null;
}
