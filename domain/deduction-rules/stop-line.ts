// The stop line (终止线): the moment at which the rules end a performance. People see it coming and end it; the clock itself
// ends nothing. [R-STOP-LINE]
import type { Segment } from '../definition.ts';
import type { Millis } from '../ids.ts';
import { timeUsedMs, type Timer } from '../timer.ts';

export interface StopLine {
  /** `reached` is the sign to end the performance; `near` warns before it. */
  readonly state: 'ahead' | 'near' | 'reached';
  /** Until the line; 0 once it is reached. */
  readonly leftMs: number;
}

/** How long before the line people are warned: time enough to walk to the edge of the stage. */
export const stopWarningMs = 30_000;

/** Null where the running segment has no stop line. */
export function stopLine(segments: readonly Segment[], timer: Timer, now: Millis): StopLine | null {
  const after = segments.find((segment) => segment.kind === timer.kind)?.overtime?.stopAfterSec;
  if (after === undefined) return null;
  const leftMs = Math.max(0, timer.timeAllowedMs + after * 1000 - timeUsedMs(timer, now));
  return { state: leftMs === 0 ? 'reached' : leftMs <= stopWarningMs ? 'near' : 'ahead', leftMs };
}
