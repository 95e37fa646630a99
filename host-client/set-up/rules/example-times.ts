// Times used that show what a rule on keeping time does: in the time, in every tier, before and after each step.
import { proposedDeduction, type TimeDeduction } from '#domain/deduction-rules/proposed-deduction.ts';
import type { TimeRule, TimeSteps } from '#domain/deduction-rules/time-rule.ts';

export interface ExampleTime {
  readonly usedSec: number;
  readonly overSec: number;
  readonly underSec: number;
  readonly proposed: TimeDeduction | null;
  readonly isStopped: boolean;
}

/** Seconds over or under at which the steps say something worth seeing. */
function telling(steps: TimeSteps): readonly number[] {
  switch (steps.kind) {
    case 'tiers':
      return steps.tiers.map(({ fromSec }, index) => {
        const end = steps.tiers[index + 1]?.fromSec ?? Infinity;
        return fromSec + 15 < end ? fromSec + 15 : fromSec;
      });
    case 'per-unit':
      return [1, steps.unitSec, steps.unitSec + 1, 5 * steps.unitSec];
    case 'discretion':
      return [30];
  }
}

/** In rising order of the time used; empty while a number is half typed. */
export function exampleTimes(rule: TimeRule, timeAllowedSec: number): readonly ExampleTime[] {
  const { over, under, graceSec, stopAfterSec } = rule;
  const times = [
    ...(under === undefined ? [] : telling(under.steps).map((seconds) => under.minimumSec - seconds)),
    timeAllowedSec,
    ...(graceSec ? [timeAllowedSec + graceSec] : []),
    ...(over === undefined ? [] : telling(over).map((seconds) => timeAllowedSec + seconds)),
    ...(stopAfterSec === undefined ? [] : [timeAllowedSec + stopAfterSec]),
  ];
  try {
    return [...new Set(times)]
      .filter((usedSec) => usedSec >= 0)
      .sort((a, b) => a - b)
      .map((usedSec) => ({
        usedSec,
        overSec: Math.max(0, usedSec - timeAllowedSec),
        underSec: Math.max(0, (under?.minimumSec ?? 0) - usedSec),
        proposed: proposedDeduction(rule, timeAllowedSec, usedSec * 1000),
        isStopped: stopAfterSec !== undefined && usedSec - timeAllowedSec >= stopAfterSec,
      }));
  } catch {
    return [];
  }
}
