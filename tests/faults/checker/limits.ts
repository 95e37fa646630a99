// Bounds: the server's memory although displays do not read (I14), and how soon it answers again after a new start (I15).
import type { History } from '../history/history.ts';
import type { Findings } from './finding.ts';

/** Two seconds on a machine that does nothing else; on a busy one so many starts of an empty Node, measured in between. */
const startLimitMs = 2000;
const startLimitInFloors = 50;

export const quantile = (values: readonly number[], share: number): number | null => {
  const ordered = [...values].sort((a, b) => a - b);
  return ordered[Math.min(ordered.length - 1, Math.floor(ordered.length * share))] ?? null;
};

export const startTimes = (history: History): readonly number[] =>
  history.starts.flatMap(({ readyMs }) => readyMs ?? []);

export function checkLimits(history: History, memoryLimitMb: number, findings: Findings): void {
  const most = Math.max(0, ...history.memoryMb);
  findings.look('I14', history.memoryMb.length);
  if (most > memoryLimitMb) findings.add('I14', `the server grew to ${most} MB; ${memoryLimitMb} MB are the limit`);
  const times = startTimes(history);
  findings.look('I15', times.length);
  // Of the thirty starts of one final the slowest says what else the machine did.
  const slow = quantile(times, 0.9);
  const floor = quantile(history.floorMs, 0.5) ?? 0;
  const limit = Math.max(startLimitMs, floor * startLimitInFloors);
  if (slow !== null && slow > limit)
    findings.add(
      'I15',
      `one in ten starts took ${slow} ms; ${Math.round(limit)} ms are the limit, an empty Node took ${floor} ms`,
    );
}
