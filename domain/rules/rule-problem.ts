// What can be wrong with a rule or a contest from outside: a stable code, the place, and what could stand there.
import type { ShapeKind } from '../import/shape-problems.ts';

export const RULE_PROBLEM_CODES = [
  'rule.name-twice',
  'rule.column-unknown',
  'rule.column-later',
  'rule.column-itself',
  'rule.column-form',
  'rule.judge-unknown',
  'rule.weights-count',
  'rule.full-marks-zero',
  'rule.item-beyond',
  'rule.decay-range',
  'rule.bounds-crossed',
  'rule.reference-number',
  'contest.name-twice',
  'contest.decimals',
  'contest.mark',
  'contest.row-length',
  'contest.rows-differ',
  'contest.columns-differ',
  'contest.entry-unknown',
] as const;
export type RuleProblemCode = (typeof RULE_PROBLEM_CODES)[number];

export interface RuleProblem {
  readonly code: RuleProblemCode | ShapeKind;
  /** JSON pointer into `{ rule, contest }`. */
  readonly at: string;
  /** What stands there. */
  readonly value: string;
  /** What could stand there: names, forms or limits; empty where the code says it all. */
  readonly expected: readonly string[];
}
export type ReportRule = (code: RuleProblemCode, at: string, value: string, expected?: readonly string[]) => void;
