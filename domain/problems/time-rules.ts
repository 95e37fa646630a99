// What the schema cannot say about a rule on keeping time: tiers that rise, points above nothing, a cap that leaves something
// to take off, a minimum within the time allowed.
import type { TimeRule, TimeSteps } from '../deduction-rules/time-rule.ts';
import type { Segment } from '../definition.ts';
import { compare, toRational, ZERO, type Decimal } from '../numbers.ts';
import type { Report } from './report.ts';

const isBelow = (a: Decimal, b: Decimal) => compare(toRational(a), toRational(b)) < 0;
const isPositive = (points: Decimal) => compare(toRational(points), ZERO) > 0;

/** The smallest deduction the steps can propose. */
function leastOf(steps: TimeSteps): Decimal | undefined {
  switch (steps.kind) {
    case 'tiers':
      return steps.tiers[0]?.points;
    case 'per-unit':
      return steps.points;
    case 'discretion':
      return steps.fromPoints;
  }
}

function checkPoints(points: Decimal, at: string, report: Report): void {
  if (!isPositive(points)) report('problem.overtime-points', at, points);
}

/** `within` is the largest number of seconds the steps can be asked about. */
function checkSteps(steps: TimeSteps, at: string, beyond: number, within: number, report: Report): void {
  switch (steps.kind) {
    case 'tiers':
      steps.tiers.forEach((tier, index) => {
        const place = `${at}/tiers/${index}`;
        const before = steps.tiers[index - 1];
        checkPoints(tier.points, `${place}/points`, report);
        // A longer time over must never cost less.
        if (before !== undefined && (tier.fromSec <= before.fromSec || isBelow(tier.points, before.points)))
          report('problem.overtime-tiers', place, String(index + 1));
        const end = (steps.tiers[index + 1]?.fromSec ?? Infinity) - 1;
        if (tier.fromSec > within || end <= beyond)
          report('problem.overtime-unreachable', place, String(index + 1), 'hint');
      });
      return;
    case 'per-unit':
      checkPoints(steps.points, `${at}/points`, report);
      return;
    case 'discretion':
      checkPoints(steps.fromPoints, `${at}/fromPoints`, report);
      if (isBelow(steps.toPoints, steps.fromPoints))
        report('problem.overtime-discretion', `${at}/toPoints`, steps.toPoints);
  }
}

function checkRule(rule: TimeRule, timeAllowedSec: number, at: string, report: Report): void {
  const { over, under, cap } = rule;
  if (over !== undefined) checkSteps(over, `${at}/over`, rule.graceSec ?? 0, Infinity, report);
  if (under !== undefined) {
    checkSteps(under.steps, `${at}/under/steps`, 0, under.minimumSec, report);
    if (under.minimumSec > timeAllowedSec)
      report('problem.overtime-minimum', `${at}/under/minimumSec`, String(under.minimumSec));
  }
  if (cap === undefined) return;
  checkPoints(cap, `${at}/cap`, report);
  const least = [over, under?.steps].flatMap((steps) => (steps === undefined ? [] : [leastOf(steps) ?? cap]));
  if (isPositive(cap) && least.some((points) => isBelow(cap, points))) report('problem.overtime-cap', `${at}/cap`, cap);
}

/** Only the time of the presentation is kept, so only there a rule has something to work on. */
export function checkTimeRules(segments: readonly Segment[], report: Report): void {
  const presentation = segments.findIndex((segment) => segment.kind === 'presentation');
  segments.forEach(({ overtime, timeAllowedSec }, index) => {
    if (overtime === undefined) return;
    const at = `/segments/${index}/overtime`;
    if (index !== presentation) report('problem.overtime-elsewhere', at, String(index + 1));
    checkRule(overtime, timeAllowedSec, at, report);
  });
}
