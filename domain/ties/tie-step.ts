// A tie-breaker looks only at the entries that are still equal and puts them in order, as groups of equal ones, best first.
// One group means that it decided nothing; null that it had nothing to say (a value missing, no decision recorded).
import type { Rational } from '../numbers.ts';
import type { Evaluation } from '../rules/evaluate.ts';
import type { TieStep } from '../rules/rule.ts';

/** Positions of entries in the contest. */
export type Groups = readonly (readonly number[])[];

export interface TieContext {
  readonly evaluation: Evaluation;
  /** The value at which they are equal, as published: what a recorded decision must name. */
  readonly published: Rational | null;
}

export type TieBreak<K extends TieStep['kind']> = (
  step: Extract<TieStep, { kind: K }>,
  tied: readonly number[],
  context: TieContext,
) => Groups | null;
