// The other two pointers: who is on stage, and which entries may be scored. Each is moved by its own command and names
// its entry; scoring of one entry goes on while the next is on stage.
import { emptyGroups, isAllIn, isFrozen, isRemoved, outstandingJudges } from './entry-life.ts';
import { hasResult } from './entry-result.ts';
import type { EntryId } from './ids.ts';
import { refuse } from './refusals.ts';
import { isScenePossible } from './scene-possible.ts';
import { showing } from './scene.ts';
import { shownFieldRefusal } from './shown-field.ts';
import type { Scene } from './stage-view.ts';
import type { FinalState } from './state.ts';
import { startTimer, stopTimer } from './timing.ts';
import { live, onEntry, stepped, withLife, type Decisions, type Evolutions } from './topic.ts';
import { remember, undone, undoRefusal } from './undo.ts';

/** Whether a scene asked for with an act can be shown after it; the act may have stopped the timer. */
const isShowable = (state: FinalState, show: Scene | undefined, isTimerStopped: boolean): boolean =>
  show === undefined || (isScenePossible(state, show) && !(show.kind === 'timer' && isTimerStopped));

export const programmeDecisions: Decisions<
  'stage.call' | 'stage.clear' | 'scoring.open' | 'scoring.close' | 'scoring.reopen' | 'pointer.undo'
> = {
  'stage.call': onEntry<'stage.call'>((state, { entry, show }, life, _seat, { at }) => {
    if (isRemoved(life)) return refuse('entry.removed', { entry });
    if (state.stageEntry === entry) return refuse('entry.on-stage', { entry });
    if (isFrozen(state)) return refuse('result.frozen');
    // A scoring time that runs belongs to another entry's judges and goes on.
    const stops = stopTimer(state.timer?.kind === 'scoring' ? null : state.timer, at);
    if (!isShowable(state, show, stops.length > 0)) return refuse('scene.unavailable');
    return [{ type: 'stage.called', entry }, ...stops, ...showing(show)];
  }),

  'stage.clear': live((state, { show }, _seat, { at }) => {
    if (state.stageEntry === null) return refuse('stage.empty');
    const stops = stopTimer(state.timer, at);
    if (!isShowable(state, show, stops.length > 0)) return refuse('scene.unavailable');
    return [{ type: 'stage.cleared' }, ...stops, ...showing(show)];
  }),

  'scoring.open': live((state, { entries, show }, _seat, { at }) => {
    if (isFrozen(state)) return refuse('result.frozen');
    for (const entry of entries) {
      const life = state.entries.get(entry);
      if (life === undefined) return refuse('entry.unknown', { entry });
      if (isRemoved(life)) return refuse('entry.removed', { entry });
      if (life.scoring !== 'not-opened') return refuse('scoring.already-open', { entry });
      if (life.status === 'waiting') return refuse('scoring.not-presented', { entry });
    }
    const opened = { type: 'scoring.opened' as const, entries: [...new Set(entries)] };
    const isTimed = state.timer !== null && state.timer.entry !== null && entries.includes(state.timer.entry);
    const scoringTimer = startTimer(state, 'scoring', entries.at(-1) ?? null);
    const stops =
      isTimed || (scoringTimer.length > 0 && state.timer?.kind === 'scoring') ? stopTimer(state.timer, at) : [];
    const starts = state.timer === null || stops.length > 0 ? scoringTimer : [];
    // The progress scene of an entry exists from the moment its scoring opens.
    const isPossible =
      (show?.kind === 'progress' && entries.includes(show.entry)) ||
      (show?.kind === 'timer' && starts.length > 0) ||
      isShowable(state, show, stops.length > 0);
    if (!isPossible) return refuse('scene.unavailable');
    return [opened, ...stops, ...starts, ...showing(show)];
  }),

  'scoring.close': onEntry<'scoring.close'>((state, { entry, show }, life, _seat, { at }) => {
    if (isRemoved(life)) return refuse('entry.removed', { entry });
    if (life.scoring !== 'open') return refuse('scoring.not-open', { entry });
    const missing = outstandingJudges(state.definition, life);
    // [R-COMPLETE] A judge is never left out silently: wait, return, absent, recused or paper, by decision.
    if (missing.length > 0)
      return refuse('scoring.sheets-missing', { entry, seats: missing.map((judge) => judge.seat) });
    const empty = emptyGroups(state.definition, life);
    if (empty.length > 0) return refuse('scoring.group-missing', { entry, parts: empty });
    if (!isAllIn(state.definition, life)) return refuse('result.incomplete', { entries: [entry] });
    const stops = state.timer?.kind === 'scoring' && state.timer.entry === entry ? stopTimer(state.timer, at) : [];
    // The score scene of an entry exists, sealed, from the moment its scoring closes.
    const isPossible = (show?.kind === 'score' && show.entry === entry) || isShowable(state, show, stops.length > 0);
    if (!isPossible) return refuse('scene.unavailable');
    return [{ type: 'scoring.closed', entry }, ...stops, ...showing(show)];
  }),

  'scoring.reopen': onEntry<'scoring.reopen'>((state, { entry, reason }, life) => {
    if (isFrozen(state)) return refuse('result.frozen');
    if (life.scoring !== 'closed') return refuse('scoring.not-closed', { entry });
    if (life.result === 'revealed') return refuse('entry.revealed', { entry });
    return shownFieldRefusal(state) ?? [{ type: 'scoring.reopened', entry, reason }];
  }),

  'pointer.undo': live((state) => {
    const refusal = undoRefusal(state);
    if (refusal !== null) return refuse(refusal);
    return [{ type: 'pointer.undone', undone: state.undoSteps.at(-1)?.type ?? '' }];
  }),
};

/** Whoever is on stage has finished when the stage is given to another or cleared. */
function leaveStage(state: FinalState): FinalState {
  const { stageEntry } = state;
  return stageEntry === null
    ? state
    : withLife(state, stageEntry, (life) => (life.status === 'on-stage' ? { ...life, status: 'done' } : life));
}

const leaving = (state: FinalState): readonly EntryId[] => (state.stageEntry === null ? [] : [state.stageEntry]);

export const programmeEvolutions: Evolutions<
  'stage.called' | 'stage.cleared' | 'scoring.opened' | 'scoring.closed' | 'scoring.reopened' | 'pointer.undone'
> = {
  'stage.called': (state, { entry }, recorded) => {
    const turn = 1 + Math.max(0, ...[...state.entries.values()].map((life) => life.stageTurn ?? 0));
    const called = withLife(leaveStage(state), entry, (life) => ({
      ...life,
      status: 'on-stage',
      stageTurn: life.stageTurn ?? turn,
    }));
    return stepped(
      remember(state, { ...called, stageEntry: entry }, recorded, { statuses: [...leaving(state), entry] }),
    );
  },
  'stage.cleared': (state, _fact, recorded) =>
    stepped(remember(state, { ...leaveStage(state), stageEntry: null }, recorded, { statuses: leaving(state) })),
  'scoring.opened': (state, { entries }, recorded) => {
    const opened = entries.reduce(
      (next, entry) => withLife(next, entry, (life) => ({ ...life, scoring: 'open' })),
      state,
    );
    return stepped(remember(state, opened, recorded, { opened: entries }));
  },
  'scoring.closed': (state, { entry }, recorded) => {
    const closed = withLife(state, entry, (life) => ({ ...life, scoring: 'closed' }));
    return stepped(remember(state, closed, recorded, { closed: [entry] }));
  },
  'scoring.reopened': (state, { entry }) =>
    stepped(withLife(state, entry, (life) => ({ ...life, scoring: 'open', result: 'none' }))),
  'pointer.undone': (state) => stepped(undone(state)),
};

/** Whether the entry's item on stage is over, so that the one before it may be revealed in the one-behind mode. */
export function hasPresented(state: FinalState, entry: EntryId): boolean {
  const life = state.entries.get(entry);
  return life !== undefined && (isRemoved(life) || life.scoring !== 'not-opened' || life.status === 'done');
}

/** Every competing entry has its result. */
export function isComplete(state: FinalState): boolean {
  return (
    state.definition !== null &&
    state.order.every((entry) => {
      const life = state.entries.get(entry);
      return life !== undefined && (isRemoved(life) || hasResult(state, entry));
    })
  );
}
