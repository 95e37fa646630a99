// Said loudly wherever the entry that is shown or changed is not the one in hand: a screen that was forgotten, or a window
// about an entry that was picked by mistake.
import { alarmWords } from '#client-kit/wording/console-alarms.ts';
import { sayFrom } from '#client-kit/wording/say.svelte.ts';
import type { EntryId } from '#domain/ids.ts';
import type { OperatorView } from '#domain/roles/operator-view.ts';
import type { Scene } from '#domain/stage-view.ts';
import { inHand, othersInHand } from '#domain/stray-scene.ts';
import { entryName, entryTag, listed } from './names.ts';

const say = sayFrom(alarmWords);

/** For a window that changes something of this entry; empty where it is in hand or nothing is. */
export function otherEntryWarning(view: OperatorView, entry: EntryId): string {
  const others = othersInHand(view, entry);
  return others.length === 0
    ? ''
    : say('otherEntry', {
        name: entryName(view, entry),
        current: listed(others.map((known) => entryName(view, known))),
      });
}

export interface StrayScene {
  readonly cause: string;
  readonly what: string;
  /** What the hall would expect to see. */
  readonly scene: Scene;
}

/** Null where the screen and the hall agree. */
export function strayScene(view: OperatorView): StrayScene | null {
  const shown = view.strayScene;
  const open = view.openEntries[view.openEntries.length - 1];
  const entry = open ?? view.stageEntry;
  if (shown === null || entry === null) return null;
  return {
    cause: say('strayScene', {
      shown: entryTag(view, shown),
      current: listed(inHand(view).map((known) => entryTag(view, known))),
    }),
    what: say('strayWhat'),
    scene: { kind: open === undefined ? 'entry-card' : 'progress', entry },
  };
}
