// Undo of pointer moves: what the pointers were before each reversible step. One press is one step, also when it moved
// two pointers at once; what the hall has learned (a revealed result) ends the chain.
import type { EntryId } from './ids.ts';
import type { Recorded } from './facts.ts';
import { isScenePossible } from './scene-possible.ts';
import type { Scene } from './stage-view.ts';
import type { FinalState, UndoStep } from './state.ts';

const stepsKept = 20;

/** Remembers the pointers as they were before this fact; facts of one operation make one step. */
export function remember(
  before: FinalState,
  after: FinalState,
  recorded: Recorded,
  touched: {
    readonly statuses?: readonly EntryId[];
    readonly opened?: readonly EntryId[];
    readonly closed?: readonly EntryId[];
  } = {},
): FinalState {
  const statuses = new Map(
    (touched.statuses ?? []).flatMap((entry) => {
      const life = before.entries.get(entry);
      return life ? [[entry, life.status] as const] : [];
    }),
  );
  const last = before.undoSteps.at(-1);
  const step: UndoStep =
    last?.opId === recorded.opId
      ? {
          ...last,
          statuses: new Map([...statuses, ...last.statuses]),
          opened: [...last.opened, ...(touched.opened ?? [])],
          closed: [...last.closed, ...(touched.closed ?? [])],
        }
      : {
          opId: recorded.opId,
          type: recorded.fact.type,
          at: recorded.at,
          stageEntry: before.stageEntry,
          scene: before.scene,
          statuses,
          opened: touched.opened ?? [],
          closed: touched.closed ?? [],
          timer: before.timer,
        };
  const earlier = last?.opId === recorded.opId ? before.undoSteps.slice(0, -1) : before.undoSteps;
  return { ...after, undoSteps: [...earlier, step].slice(-stepsKept) };
}

/** Why the newest step cannot be undone: a judge has already submitted for an entry it opened. */
export function undoRefusal(state: FinalState): 'undo.nothing' | 'undo.submitted' | null {
  const step = state.undoSteps.at(-1);
  if (step === undefined) return 'undo.nothing';
  const isScored = step.opened.some((entry) => {
    const life = state.entries.get(entry);
    return (
      life !== undefined &&
      (life.held.length > 0 || [...life.sheets.values()].some((sheet) => sheet.versions.length > 0))
    );
  });
  return isScored ? 'undo.submitted' : null;
}

/** The scene to go back to; one that has lost its contents meanwhile gives way to the card of the entry on stage. */
function sceneAfterUndo(state: FinalState, scene: Scene): Scene {
  if (isScenePossible(state, scene)) return scene;
  return state.stageEntry === null ? { kind: 'idle' } : { kind: 'entry-card', entry: state.stageEntry };
}

export function undone(state: FinalState): FinalState {
  const step = state.undoSteps.at(-1);
  if (step === undefined) return state;
  const entries = new Map(state.entries);
  for (const [entry, life] of state.entries) {
    const status = step.statuses.get(entry) ?? life.status;
    const scoring = step.opened.includes(entry) ? 'not-opened' : step.closed.includes(entry) ? 'open' : life.scoring;
    const result = step.closed.includes(entry) ? 'none' : life.result;
    const stageTurn = status === 'waiting' ? null : life.stageTurn;
    if (status !== life.status || scoring !== life.scoring || result !== life.result)
      entries.set(entry, { ...life, status, scoring, result, stageTurn });
  }
  const back = {
    ...state,
    entries,
    stageEntry: step.stageEntry,
    // A changed scene never touched the timer, so taking it back must not either: a correction of the time stands.
    timer: step.type === 'scene.shown' ? state.timer : step.timer,
    undoSteps: state.undoSteps.slice(0, -1),
  };
  return { ...back, scene: sceneAfterUndo(back, step.scene), sceneVersion: state.sceneVersion + 1 };
}
