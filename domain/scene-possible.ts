// Which scenes have something to show at a moment, and what happens to a scene that has lost it: the hall never looks at
// an empty frame of a result that is no longer there.
import { isRemoved, isScored, isShownToHall } from './entry-life.ts';
import { finalPageCount } from './final-pages.ts';
import type { EntryId } from './ids.ts';
import { rowsPerPage } from './ranking-view.ts';
import type { Scene } from './stage-view.ts';
import { boardStandings } from './standings.ts';
import type { FinalState } from './state.ts';
import { runOf } from './voting/poll-run.ts';

function isEntryScenePossible(state: FinalState, kind: 'entry-card' | 'progress' | 'score', entry: EntryId): boolean {
  const life = state.entries.get(entry);
  if (life === undefined || state.definition === null) return false;
  switch (kind) {
    case 'entry-card':
      return true;
    case 'progress':
      return life.scoring !== 'not-opened' && !isRemoved(life);
    case 'score':
      return !isRemoved(life) && (isShownToHall(state, entry) || isScored(state.definition, life));
  }
}

export const isPageOfBoard = (state: FinalState, page: number): boolean => page * rowsPerPage < state.order.length;

/** Whether the scene has something to show: an impossible one is not offered and refused when sent anyway. */
export function isScenePossible(state: FinalState, scene: Scene): boolean {
  switch (scene.kind) {
    case 'idle':
    case 'opening':
    case 'judges':
    case 'pause':
    case 'black':
      return true;
    case 'timer':
      return state.timer !== null;
    case 'ranking':
      return boardStandings(state).length > 0 && isPageOfBoard(state, scene.page);
    case 'ceremony':
      return state.ceremony !== null;
    case 'final':
      return (
        state.definition !== null &&
        state.isPublished &&
        (scene.page ?? 0) < finalPageCount({ ...state, definition: state.definition })
      );
    case 'vote':
    case 'vote-result': {
      const run = runOf(state, scene.run);
      if (run === undefined || run.status === 'void') return false;
      return scene.kind === 'vote' || (run.status === 'counted' && run.isRevealed);
    }
    case 'entry-card':
    case 'progress':
    case 'score':
      return isEntryScenePossible(state, scene.kind, scene.entry);
  }
}

/** A scene that something has just made impossible gives way to the safe one; a preview of it is put away. */
export function leaveLostScene(before: FinalState, after: FinalState): FinalState {
  const isLost = (scene: Scene) => isScenePossible(before, scene) && !isScenePossible(after, scene);
  const preview = after.preview !== null && isLost(after.preview) ? null : after.preview;
  return isLost(after.scene)
    ? { ...after, preview, scene: { kind: 'idle' }, sceneVersion: after.sceneVersion + 1 }
    : { ...after, preview };
}
