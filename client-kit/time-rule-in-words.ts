// The rule on keeping time and its proposals in sentences, made from the very settings that are computed with.
import type { DueProposal } from '#domain/due-proposal.ts';
import type { TimeDeduction } from '#domain/deduction-rules/proposed-deduction.ts';
import type { TimeRule, TimeSteps } from '#domain/deduction-rules/time-rule.ts';
import { inLocale, type Locale } from '#domain/text.ts';
import { lengthInWords, timeReason } from '#domain/wording/time-reason.ts';
import { timeRuleWords, type TimeRuleWord } from './wording/time-rule.ts';
import { fill, type Blanks } from './wording/translate.ts';

const speaker =
  (locale: Locale) =>
  (word: TimeRuleWord, blanks: Blanks = {}): string =>
    fill(timeRuleWords[locale][word], blanks);

/** A half-typed number has no length yet. */
const lengthIn = (seconds: number, locale: Locale) =>
  Number.isFinite(seconds) ? inLocale(lengthInWords(seconds), locale) : '–';

function stepsInWords(steps: TimeSteps, side: 'over' | 'under', minimumSec: number, locale: Locale): string {
  const say = speaker(locale);
  const minimum = lengthIn(minimumSec, locale);
  switch (steps.kind) {
    case 'tiers':
      return steps.tiers
        .map(({ fromSec, points }, index) => {
          const isOnly = side === 'under' && steps.tiers.length === 1 && fromSec === 1;
          const word = isOnly ? 'under.only' : (`${side}.${index === 0 ? 'first' : 'next'}` as const);
          return say(word, { length: lengthIn(fromSec, locale), points, minimum });
        })
        .join(say('comma'));
    case 'per-unit':
      return say(`${side}.${steps.count}`, { unit: lengthIn(steps.unitSec, locale), points: steps.points, minimum });
    case 'discretion':
      return say(`${side}.discretion`, { points: steps.fromPoints, upTo: steps.toPoints, minimum });
  }
}

/** The parts of the rule, one clause each; empty where it takes nothing off and ends nothing. */
function clauses(rule: TimeRule, locale: Locale): readonly string[] {
  const say = speaker(locale);
  const { over, under, graceSec, cap, stopAfterSec } = rule;
  return [
    ...(over === undefined ? [] : [stepsInWords(over, 'over', 0, locale)]),
    ...(over === undefined || !graceSec ? [] : [say('grace', { length: lengthIn(graceSec, locale) })]),
    ...(under === undefined ? [] : [stepsInWords(under.steps, 'under', under.minimumSec, locale)]),
    ...(cap === undefined ? [] : [say('cap', { points: cap })]),
    ...(stopAfterSec === undefined ? [] : [say('stop', { length: lengthIn(stopAfterSec, locale) })]),
  ];
}

const capital = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1);

/** "超时 1 分钟起扣 5 分、2 分钟起扣 10 分；超时 5 分钟终止展示；系统按用时建议，由工作人员确认；…。" */
export function timeRuleInWords(rule: TimeRule, locale: Locale): string {
  const say = speaker(locale);
  const takesOff = rule.over !== undefined || rule.under !== undefined;
  const parts = [...clauses(rule, locale), ...(takesOff ? [say('proposes')] : [])];
  return capital(parts.join(say('semicolon')) + (parts.length > 0 ? say('full') : ''));
}

/** "超时 1 分 20 秒" */
export const proposalReason = ({ code: kind, bySec }: TimeDeduction, locale: Locale): string =>
  inLocale(timeReason({ kind, bySec }), locale);

/** "20", or "1–3" where a person chooses. */
export const proposalPoints = ({ points, upToPoints }: TimeDeduction): string =>
  upToPoints === null ? points : `${points}–${upToPoints}`;

/** "建议扣 5 分（超时 1 分 20 秒），请确认。" */
export function proposalInWords(proposal: DueProposal, locale: Locale): string {
  const { points, upToPoints: upTo } = proposal;
  const reason = proposalReason(proposal, locale);
  return upTo === null
    ? speaker(locale)('propose', { points, reason })
    : speaker(locale)('proposeRange', { points, upTo, reason });
}

/** Which part of the rule a proposal comes from, and what else it met: "第 4 档：4 分钟起；已到扣分上限". */
export function proposalSource(
  { step, points, upToPoints, isCapped, isStopped }: TimeDeduction,
  locale: Locale,
): string {
  const say = speaker(locale);
  const part = () => {
    switch (step.kind) {
      case 'tier': {
        const [from, to] = [lengthIn(step.fromSec, locale), lengthIn(step.toSec ?? 0, locale)];
        return say(step.toSec === null ? 'step.tier' : 'step.tierRange', { n: step.number, from, to });
      }
      case 'units':
        return say('step.units', { n: step.count, points: step.pointsEach, unit: lengthIn(step.unitSec, locale) });
      case 'discretion':
        return say('step.discretion', { points, upTo: upToPoints ?? points });
    }
  };
  return [part(), ...(isCapped ? [say('capped')] : []), ...(isStopped ? [say('stopped')] : [])].join(say('semicolon'));
}
