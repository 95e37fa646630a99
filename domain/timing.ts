// The timer's acts: people start, pause, correct and stop it. It informs; it never submits, closes or ends anything.
import type { SegmentKind } from './definition.ts';
import { isRemoved } from './entry-life.ts';
import type { EntryId, Millis } from './ids.ts';
import { refuse } from './refusals.ts';
import { isScenePossible } from './scene-possible.ts';
import { showing } from './scene.ts';
import type { FinalState } from './state.ts';
import { timeUsedMs, type Timer } from './timer.ts';
import { live, stepped, withLife, type DefinedState, type Decisions, type Evolutions } from './topic.ts';

/** The fact that starts a segment's timer, where the event has such a segment. */
export function startTimer(state: DefinedState, kind: SegmentKind, entry: EntryId | null) {
  const segment = state.definition.segments.find((known) => known.kind === kind);
  return segment === undefined
    ? []
    : [
        {
          type: 'timer.started' as const,
          kind,
          entry,
          timeAllowedMs: segment.timeAllowedSec * 1000,
          warningTimesMs: segment.warningTimesSec.map((seconds) => seconds * 1000),
        },
      ];
}

/** The fact that stops the timer, if there is one. */
export const stopTimer = (timer: Timer | null, at: Millis) =>
  timer === null ? [] : [{ type: 'timer.stopped' as const, usedMs: timeUsedMs(timer, at) }];

export const timingDecisions: Decisions<
  'timer.start' | 'timer.pause' | 'timer.resume' | 'timer.correct' | 'timer.stop'
> = {
  'timer.start': live((state, { kind, entry, show }, _seat, { at }) => {
    const life = entry === null ? undefined : state.entries.get(entry);
    if (entry !== null && life === undefined) return refuse('entry.unknown', { entry });
    if (entry !== null && life !== undefined && isRemoved(life)) return refuse('entry.removed', { entry });
    const started = startTimer(state, kind, entry);
    if (started.length === 0) return refuse('timer.no-segment');
    // The timer scene exists as soon as a timer does.
    if (show !== undefined && show.kind !== 'timer' && !isScenePossible(state, show))
      return refuse('scene.unavailable');
    return [...stopTimer(state.timer, at), ...started, ...showing(show)];
  }),
  'timer.pause': live((state) =>
    state.timer?.runningSince == null ? refuse('timer.not-running') : [{ type: 'timer.paused' }],
  ),
  'timer.resume': live((state) =>
    state.timer === null
      ? refuse('timer.none')
      : state.timer.runningSince !== null
        ? refuse('timer.not-paused')
        : [{ type: 'timer.resumed' }],
  ),
  'timer.correct': live((state, { deltaSec }) =>
    state.timer === null ? refuse('timer.none') : [{ type: 'timer.corrected', deltaMs: deltaSec * 1000 }],
  ),
  'timer.stop': live((state, _command, _seat, { at }) =>
    state.timer === null ? refuse('timer.none') : stopTimer(state.timer, at),
  ),
};

const withTimer = (state: FinalState, change: (timer: Timer) => Timer): FinalState =>
  stepped(state.timer === null ? state : { ...state, timer: change(state.timer) });

export const timingEvolutions: Evolutions<
  'timer.started' | 'timer.paused' | 'timer.resumed' | 'timer.corrected' | 'timer.stopped'
> = {
  'timer.started': (state, { kind, entry, timeAllowedMs, warningTimesMs }, { at }) =>
    stepped({ ...state, timer: { entry, kind, timeAllowedMs, warningTimesMs, usedMs: 0, runningSince: at } }),
  'timer.paused': (state, _fact, { at }) =>
    withTimer(state, (timer) => ({ ...timer, usedMs: timeUsedMs(timer, at), runningSince: null })),
  'timer.resumed': (state, _fact, { at }) => withTimer(state, (timer) => ({ ...timer, runningSince: at })),
  // More time for the entry is less time used.
  'timer.corrected': (state, { deltaMs }) =>
    withTimer(state, (timer) => ({ ...timer, usedMs: timer.usedMs - deltaMs })),
  'timer.stopped': (state, { usedMs }) => {
    const { timer } = state;
    const stopped = stepped({ ...state, timer: null });
    if (timer === null || timer.entry === null || timer.kind !== 'presentation') return stopped;
    return withLife(stopped, timer.entry, (life) => ({ ...life, presentationMs: usedMs }));
  },
};
