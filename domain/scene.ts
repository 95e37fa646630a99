// The third pointer: what the hall sees. Showing a scene, loading one into the preview, taking it. [R-SCENE]
import { refuse } from './refusals.ts';
import { isScenePossible } from './scene-possible.ts';
import type { Scene } from './stage-view.ts';
import { boardStandings } from './standings.ts';
import type { FinalState } from './state.ts';
import { defined, stepped, type Decided, type Decisions, type Evolutions } from './topic.ts';
import { remember } from './undo.ts';

const runOf = (scene: Scene) => ('run' in scene ? scene.run : null);
const pageOf = (scene: Scene): number => ('page' in scene ? (scene.page ?? 0) : 0);

export const sameScene = (a: Scene, b: Scene): boolean =>
  a.kind === b.kind &&
  ('entry' in a ? a.entry : null) === ('entry' in b ? b.entry : null) &&
  runOf(a) === runOf(b) &&
  pageOf(a) === pageOf(b);

/** The fact that shows a scene in the same step as another act, if one was asked for. */
export const showing = (scene: Scene | undefined) =>
  scene === undefined ? [] : [{ type: 'scene.shown' as const, scene }];

const shown = (state: FinalState, scene: Scene): Decided =>
  isScenePossible(state, scene) ? [{ type: 'scene.shown', scene }] : refuse('scene.unavailable');

export const sceneDecisions: Decisions<'scene.preview' | 'scene.show' | 'scene.take'> = {
  'scene.preview': defined((state, { scene }) =>
    isScenePossible(state, scene) ? [{ type: 'scene.previewed', scene }] : refuse('scene.unavailable'),
  ),
  'scene.show': defined((state, { scene }) => shown(state, scene)),
  'scene.take': defined((state) =>
    state.preview === null ? refuse('scene.nothing-previewed') : shown(state, state.preview),
  ),
};

/** Keeps what the hall saw on the board, so that rows move from where it last saw them. */
export function withBoardSeen(state: FinalState): FinalState {
  if (state.scene.kind !== 'ranking') return state;
  const now = new Map(boardStandings(state).map((placed) => [placed.result.entry, placed.rank]));
  const isSame =
    now.size === state.boardSeen.size && [...now].every(([entry, rank]) => state.boardSeen.get(entry) === rank);
  return isSame ? state : { ...state, boardBefore: state.boardSeen, boardSeen: now };
}

export const sceneEvolutions: Evolutions<'scene.previewed' | 'scene.shown'> = {
  'scene.previewed': (state, { scene }) => ({ ...state, preview: scene }),
  'scene.shown': (state, { scene }, recorded) => {
    // Whatever was put into the preview was meant to follow the scene before: from now on the next action suggests again.
    const next = { ...state, scene, sceneVersion: state.sceneVersion + 1, preview: null };
    return withBoardSeen(stepped(remember(state, next, recorded)));
  },
};
