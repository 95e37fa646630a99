// Bounds: the server's memory although displays do not read (I14), and how soon it answers again after a new start (I15).
import type { History } from '../history/history.ts';
import type { Findings } from './finding.ts';

/** The figure to reach is 2 s; this one only catches a start that has become slow by kind, on a machine that does other things too. */
const firstAckLimitMs = 8000;

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
  const slow = quantile(times, 0.99);
  if (slow !== null && slow > firstAckLimitMs) findings.add('I15', `a start took ${slow} ms`);
}
