// What the schema cannot say about a scored event: sheets of judges and entries that are there, each once, with as many marks as
// items and on their scale; deductions above zero; figures of components that the rules have.
import { definitionProblems } from '../definition-problems.ts';
import { eventContest } from '../event-rule/entry-source.ts';
import { eventRule } from '../event-rule/event-rule.ts';
import { checkedMarks } from '../marks.ts';
import { compare, parseDecimal, toRational, ZERO } from '../numbers.ts';
import type { ProblemCode } from '../problems/codes.ts';
import { isRefusal } from '../refusals.ts';
import type { RuleProblem } from '../rules/rule-problem.ts';
import { ruleProblems } from '../rules/rule-problems.ts';
import { definitionOf, livesOf } from './lives.ts';
import type { ScoredEvent } from './scored-event.ts';

export const SCORED_PROBLEM_CODES = [
  'scored.entry-unknown',
  'scored.seat-unknown',
  'scored.component-unknown',
  'scored.twice',
  'scored.marks-count',
  'scored.mark-range',
  'scored.mark-step',
  'scored.nothing-given',
  'scored.both-given',
  'scored.recused',
  'scored.deduction-not-positive',
  'scored.order-incomplete',
] as const;
export type ScoredProblemCode = (typeof SCORED_PROBLEM_CODES)[number];

export interface ScoredProblem {
  readonly code: ScoredProblemCode | ProblemCode | RuleProblem['code'];
  readonly at: string;
  readonly value: string;
  readonly expected: readonly string[];
}
type Report = (code: ScoredProblemCode, at: string, value: string, expected?: readonly string[]) => void;

function checkMarks(event: ScoredEvent, index: number, report: Report): void {
  const { marks = [] } = event.sheets[index] ?? {};
  const { criteria } = event;
  const at = `/sheets/${index}/marks`;
  if (marks.length !== criteria.length)
    return report('scored.marks-count', at, String(marks.length), [String(criteria.length)]);
  criteria.forEach((criterion, item) => {
    const mark = parseDecimal(marks[item] ?? '');
    if (mark === null) return;
    const checked = checkedMarks({ ...event, criteria: [criterion] }, [{ criterion: criterion.id, mark }]);
    if (!isRefusal(checked)) return;
    const { minAllowed, maxAllowed, entryStep } = criterion;
    if (checked.refused === 'sheet.mark-out-of-range')
      report('scored.mark-range', `${at}/${item}`, mark, [minAllowed, maxAllowed]);
    else report('scored.mark-step', `${at}/${item}`, mark, [minAllowed, entryStep]);
  });
}

function checkSheets(event: ScoredEvent, entries: ReadonlySet<string>, report: Report): void {
  const seats = new Map(event.panel.map((judge) => [judge.seat, judge]));
  const seen = new Set<string>();
  event.sheets.forEach(({ entry, seat, marks, state }, index) => {
    const at = `/sheets/${index}`;
    const judge = seats.get(seat);
    if (!entries.has(entry)) return report('scored.entry-unknown', `${at}/entry`, entry);
    if (judge === undefined) return report('scored.seat-unknown', `${at}/seat`, seat, [...seats.keys()]);
    if (seen.has(`${entry} ${seat}`)) report('scored.twice', at, `${entry}, ${seat}`);
    seen.add(`${entry} ${seat}`);
    if (marks === undefined && state === undefined) report('scored.nothing-given', at, `${entry}, ${seat}`);
    if (marks !== undefined && state !== undefined && state !== 'void') report('scored.both-given', at, state);
    if (marks !== undefined && judge.recusedFrom?.includes(entry)) report('scored.recused', at, `${entry}, ${seat}`);
    if (marks !== undefined) checkMarks(event, index, report);
  });
}

function checkOrder({ order }: ScoredEvent, entries: ReadonlySet<string>, report: Report): void {
  if (order === undefined) return;
  order.forEach((entry, index) => {
    if (!entries.has(entry)) report('scored.entry-unknown', `/order/${index}`, entry);
    else if (order.indexOf(entry) < index) report('scored.twice', `/order/${index}`, entry);
  });
  const left = [...entries].filter((entry) => !order.some((known) => known === entry));
  if (left.length > 0) report('scored.order-incomplete', '/order', left.join(', '));
}

function checkRest(event: ScoredEvent, entries: ReadonlySet<string>, report: Report): void {
  const parts = event.rules.components?.parts.map(({ id }) => id) ?? [];
  event.deductions?.forEach(({ entry, points }, index) => {
    if (!entries.has(entry)) report('scored.entry-unknown', `/deductions/${index}/entry`, entry);
    if (compare(toRational(points), ZERO) <= 0)
      report('scored.deduction-not-positive', `/deductions/${index}/points`, points);
  });
  const seen = new Set<string>();
  event.figures?.forEach(({ entry, component }, index) => {
    const at = `/figures/${index}`;
    if (!entries.has(entry)) report('scored.entry-unknown', `${at}/entry`, entry);
    if (!parts.includes(component)) report('scored.component-unknown', `${at}/component`, component, parts);
    if (seen.has(`${entry} ${component}`)) report('scored.twice', at, `${entry}, ${component}`);
    seen.add(`${entry} ${component}`);
  });
  event.tieDecisions?.forEach(({ order }, index) =>
    order.forEach((entry, place) => {
      const at = `/tieDecisions/${index}/order/${place}`;
      if (!entries.has(entry)) report('scored.entry-unknown', at, entry);
      else if (order.indexOf(entry) < place) report('scored.twice', at, entry);
    }),
  );
  event.removed?.forEach(({ entry }, index) => {
    if (!entries.has(entry)) report('scored.entry-unknown', `/removed/${index}/entry`, entry);
  });
}

/** Empty when the event can be computed. */
export function scoredEventProblems(event: ScoredEvent): readonly ScoredProblem[] {
  const definition = definitionOf(event);
  const blocking = definitionProblems(definition).filter(({ severity }) => severity === 'blocking');
  if (blocking.length > 0) return blocking.map(({ code, at, value }) => ({ code, at, value, expected: [] }));
  const problems: ScoredProblem[] = [];
  const report: Report = (code, at, value, expected = []) => problems.push({ code, at, value, expected });
  const entries = new Set<string>(definition.entries.map(({ id }) => id));
  checkSheets(event, entries, report);
  checkOrder(event, entries, report);
  checkRest(event, entries, report);
  if (problems.length > 0) return problems;
  // What an organiser's rules become must fit as well; a mistake in them is told at the rules.
  return ruleProblems(eventRule(definition), eventContest(definition, livesOf(event), [])).map((problem) => ({
    ...problem,
    at: '/rules',
  }));
}
