// The overtime and undertime rules seen in practice, each as settings, with what they take off; and the laws every rule keeps.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proposedDeduction } from '#domain/deduction-rules/proposed-deduction.ts';
import { stopLine } from '#domain/deduction-rules/stop-line.ts';
import type { TimeRule, TimeSteps } from '#domain/deduction-rules/time-rule.ts';
import { definitionProblems } from '#domain/definition-problems.ts';
import type { Millis } from '#domain/ids.ts';
import { compare, toRational, ZERO } from '#domain/numbers.ts';
import type { Timer } from '#domain/timer.ts';
import { decimal, exampleEvent } from '#tests/kit/example-event.ts';
import { skitRule } from '#tests/kit/timed.ts';

const tiers = (...list: readonly (readonly [number, string])[]): TimeSteps => ({
  kind: 'tiers',
  tiers: list.map(([fromSec, points]) => ({ fromSec, points: decimal(points) })),
});
const perUnit = (unitSec: number, points: string, count: 'started' | 'full' = 'started'): TimeSteps => ({
  kind: 'per-unit',
  unitSec,
  points: decimal(points),
  count,
});

/** Ten points, 6 to 8 minutes: 1–10 s over −0.02; 11–20 s −0.05; 21–30 s −0.1; at most −0.2; under 6 min −0.1. */
const speech: TimeRule = {
  over: tiers([1, '0.02'], [11, '0.05'], [21, '0.1'], [31, '0.2']),
  under: { minimumSec: 360, steps: tiers([1, '0.1']) },
  cap: decimal('0.2'),
};
/** Ten points: over or under, −0.1 for each minute. */
const eachMinute: TimeRule = {
  over: perUnit(60, '0.1'),
  under: { minimumSec: 480, steps: perUnit(60, '0.1') },
};
/** A hundred points: over, −1 to −3 at discretion. */
const discretion: TimeRule = { over: { kind: 'discretion', fromPoints: decimal('1'), toPoints: decimal('3') } };

const proposed = (rule: TimeRule, allowedSec: number, usedSec: number) =>
  proposedDeduction(rule, allowedSec, usedSec * 1000)?.points ?? null;

describe('the rules of practice', () => {
  it.each([
    // Skit contest: seconds over, points
    [skitRule, 900, 900, null],
    [skitRule, 900, 959, null],
    [skitRule, 900, 960, '5'],
    [skitRule, 900, 975, '5'],
    [skitRule, 900, 1019, '5'],
    [skitRule, 900, 1020, '10'],
    [skitRule, 900, 1080, '15'],
    [skitRule, 900, 1150, '20'],
    [skitRule, 900, 1200, '20'],
    // Speech contest on ten points
    [speech, 480, 480, null],
    [speech, 480, 481, '0.02'],
    [speech, 480, 490, '0.02'],
    [speech, 480, 491, '0.05'],
    [speech, 480, 500, '0.05'],
    [speech, 480, 510, '0.1'],
    [speech, 480, 511, '0.2'],
    [speech, 480, 900, '0.2'],
    [speech, 480, 360, null],
    [speech, 480, 359, '0.1'],
    [speech, 480, 0, '0.1'],
    // Each minute, over or under
    [eachMinute, 480, 481, '0.1'],
    [eachMinute, 480, 540, '0.1'],
    [eachMinute, 480, 541, '0.2'],
    [eachMinute, 480, 419, '0.2'],
    [eachMinute, 480, 480, null],
    // Full minutes only, with a cap
    [{ over: perUnit(60, '0.1', 'full') }, 480, 539, null],
    [{ over: perUnit(60, '0.1', 'full') }, 480, 540, '0.1'],
    [{ over: perUnit(60, '0.1', 'full'), cap: decimal('0.3') }, 480, 1200, '0.3'],
    // Up to ten seconds over are let go; beyond, all of them count
    [{ graceSec: 10, over: perUnit(60, '1') }, 480, 490, null],
    [{ graceSec: 10, over: perUnit(60, '1') }, 480, 491, '1'],
    [{ graceSec: 10, over: perUnit(60, '1') }, 480, 541, '2'],
    // At discretion
    [discretion, 480, 480, null],
    [discretion, 480, 481, '1'],
    // Keeping time is a score item there: nothing automatic
    [{}, 480, 4800, null],
  ] as const)('[R-OVERTIME] %j of %i s allowed, %i s used: %s', (rule, allowed, used, points) => {
    expect(proposed(rule, allowed, used)).toBe(points);
  });

  it('[R-OVERTIME] says why: code, seconds, tier, cap and stop line', () => {
    expect(proposedDeduction(skitRule, 900, 1_150_999)).toEqual({
      code: 'overtime',
      points: '20',
      upToPoints: null,
      usedSec: 1150,
      bySec: 250,
      step: { kind: 'tier', number: 4, fromSec: 240, toSec: null },
      isCapped: false,
      isStopped: false,
    });
    expect(proposedDeduction(skitRule, 900, 1_200_000)).toMatchObject({ bySec: 300, isStopped: true });
    expect(proposedDeduction({ ...eachMinute, cap: decimal('0.15') }, 480, 601_000)).toMatchObject({
      points: '0.15',
      step: { kind: 'units', count: 3, pointsEach: '0.1' },
      isCapped: true,
    });
    expect(proposedDeduction(speech, 480, 340_000)).toMatchObject({ code: 'undertime', bySec: 20 });
    expect(proposedDeduction(discretion, 480, 490_000)).toMatchObject({ points: '1', upToPoints: '3' });
  });
});

const thousandths = (n: number) => decimal(String(n / 1000));
const points = fc.integer({ min: 1, max: 20_000 }).map(thousandths);
const steps: fc.Arbitrary<TimeSteps> = fc.oneof(
  fc.record({
    kind: fc.constant('per-unit' as const),
    unitSec: fc.integer({ min: 1, max: 120 }),
    points,
    count: fc.constantFrom('started' as const, 'full' as const),
  }),
  fc
    .array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 5000 })), { minLength: 1, maxLength: 5 })
    .map((gaps) => {
      let [fromSec, worth] = [0, 1];
      return {
        kind: 'tiers' as const,
        tiers: gaps.map(([more, dearer]) => ({
          fromSec: (fromSec += more),
          points: thousandths((worth += dearer)),
        })),
      };
    }),
  fc.tuple(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 0, max: 900 })).map(([least, more]) => ({
    kind: 'discretion' as const,
    fromPoints: thousandths(least),
    toPoints: thousandths(least + more),
  })),
);
const allowedSec = 480;
const rules: fc.Arbitrary<TimeRule> = fc.record(
  {
    graceSec: fc.integer({ min: 0, max: 30 }),
    over: steps,
    under: fc.record({ minimumSec: fc.integer({ min: 1, max: allowedSec }), steps }),
    cap: points,
  },
  { requiredKeys: [] },
);
const used = fc.integer({ min: -10_000, max: 1_500_000 });
const valueAt = (rule: TimeRule, usedMs: number) => {
  const found = proposedDeduction(rule, allowedSec, usedMs);
  return found === null ? ZERO : toRational(found.points);
};

describe('every rule', () => {
  it('[R-OVERTIME] takes off no less for a longer time over, and no less for a shorter time under', () => {
    fc.assert(
      fc.property(rules, used, used, (rule, a, b) => {
        const [shorter, longer] = a < b ? [a, b] : [b, a];
        const isOver = shorter >= allowedSec * 1000;
        const isWithin = longer < (allowedSec + 1) * 1000;
        if (isOver) expect(compare(valueAt(rule, longer), valueAt(rule, shorter))).toBeGreaterThanOrEqual(0);
        if (isWithin) expect(compare(valueAt(rule, shorter), valueAt(rule, longer))).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('[R-OVERTIME] proposes more than nothing or nothing at all, never more than its cap', () => {
    fc.assert(
      fc.property(rules, used, (rule, usedMs) => {
        const found = proposedDeduction(rule, allowedSec, usedMs);
        if (found === null) return;
        expect(compare(toRational(found.points), ZERO)).toBe(1);
        const highest = found.upToPoints ?? found.points;
        expect(compare(toRational(highest), toRational(found.points))).toBeGreaterThanOrEqual(0);
        if (rule.cap !== undefined) expect(compare(toRational(highest), toRational(rule.cap))).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('the stop line', () => {
  const segments = [
    { kind: 'presentation' as const, timeAllowedSec: 900, warningTimesSec: [], overtime: skitRule },
    { kind: 'questions' as const, timeAllowedSec: 300, warningTimesSec: [] },
  ];
  const timer = (usedMs: number, kind: Timer['kind'] = 'presentation'): Timer => ({
    entry: null,
    kind,
    timeAllowedMs: 900_000,
    warningTimesMs: [],
    usedMs,
    runningSince: null,
  });
  const at = (usedMs: number) => stopLine(segments, timer(usedMs), 0 as Millis)?.state;

  it('[R-STOP-LINE] is warned of half a minute before and is a sign at five minutes over', () => {
    expect([1_169_999, 1_170_000, 1_199_999, 1_200_000, 1_300_000].map(at)).toEqual([
      'ahead',
      'near',
      'near',
      'reached',
      'reached',
    ]);
  });

  it('[R-STOP-LINE] is not there in a segment without one', () =>
    expect(stopLine(segments, timer(0, 'questions'), 0 as Millis)).toBeNull());
});

describe('a definition', () => {
  const problems = (overtime: TimeRule, kind: 'presentation' | 'questions' = 'presentation') => {
    const segments = [
      ...(kind === 'presentation' ? [] : [{ kind: 'presentation' as const, timeAllowedSec: 480, warningTimesSec: [] }]),
      { kind, timeAllowedSec: 480, warningTimesSec: [], overtime },
    ];
    return definitionProblems({ ...exampleEvent(), segments }).map(({ code, severity, at }) => [code, severity, at]);
  };

  it('[R-OVERTIME] accepts the rules of practice', () =>
    expect([skitRule, speech, eachMinute, discretion, {}].flatMap((rule) => problems(rule))).toEqual([]));

  it.each([
    ['problem.overtime-points', { over: perUnit(60, '0') }, 'over/points'],
    ['problem.overtime-points', { over: tiers([1, '-1']) }, 'over/tiers/0/points'],
    ['problem.overtime-points', { cap: decimal('0') }, 'cap'],
    ['problem.overtime-tiers', { over: tiers([10, '1'], [10, '2']) }, 'over/tiers/1'],
    ['problem.overtime-tiers', { over: tiers([10, '2'], [20, '1']) }, 'over/tiers/1'],
    [
      'problem.overtime-discretion',
      { over: { kind: 'discretion', fromPoints: decimal('3'), toPoints: decimal('1') } },
      'over/toPoints',
    ],
    ['problem.overtime-cap', { over: perUnit(60, '2'), cap: decimal('1') }, 'cap'],
    ['problem.overtime-minimum', { under: { minimumSec: 481, steps: tiers([1, '1']) } }, 'under/minimumSec'],
  ] as const)('[R-OVERTIME] is stopped by %s', (code, rule, place) =>
    expect(problems(rule)).toContainEqual([code, 'blocking', `/segments/0/overtime/${place}`]),
  );

  it('[R-OVERTIME] takes a rule on the presentation only', () =>
    expect(problems(skitRule, 'questions')).toEqual([
      ['problem.overtime-elsewhere', 'blocking', '/segments/1/overtime'],
    ]));

  it('[R-OVERTIME] hints at tiers that can never apply', () => {
    const rule = {
      graceSec: 15,
      over: tiers([5, '1'], [15, '2'], [30, '3']),
      under: { minimumSec: 60, steps: tiers([61, '1']) },
    };
    expect(problems(rule)).toEqual([
      ['problem.overtime-unreachable', 'hint', '/segments/0/overtime/over/tiers/0'],
      ['problem.overtime-unreachable', 'hint', '/segments/0/overtime/under/steps/tiers/0'],
    ]);
  });
});
