// The timer of a segment: started, paused and corrected by people; what it shows is a pure function of the moment, so
// any screen shows the same second after any refresh, and a finished time never acts by itself.
import type { EntryId, Millis } from './ids.ts';
import type { SegmentKind } from './definition.ts';

export interface Timer {
  readonly entry: EntryId | null;
  readonly kind: SegmentKind;
  readonly timeAllowedMs: number;
  readonly warningTimesMs: readonly number[];
  /** Time used before the present run, corrections included. May be negative after a correction in the entry's favour. */
  readonly usedMs: number;
  /** When the present run began; null while paused or stopped. */
  readonly runningSince: Millis | null;
}

export function timeUsedMs(timer: Timer, now: Millis): number {
  return timer.usedMs + (timer.runningSince === null ? 0 : Math.max(0, now - timer.runningSince));
}

/** Negative in overtime. */
export function timeLeftMs(timer: Timer, now: Millis): number {
  return timer.timeAllowedMs - timeUsedMs(timer, now);
}

export type TimerPhase = 'normal' | 'warning' | 'overtime';

export function timerPhase(timer: Timer, now: Millis): TimerPhase {
  const left = timeLeftMs(timer, now);
  if (left < 0) return 'overtime';
  return timer.warningTimesMs.some((warning) => left <= warning) ? 'warning' : 'normal';
}
