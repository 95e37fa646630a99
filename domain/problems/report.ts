// How a check of an event definition tells what it found, and the one question several checks ask.
import type { DefinitionProblem, ProblemCode } from './codes.ts';

export type Report = (code: ProblemCode, at: string, value: string, severity?: DefinitionProblem['severity']) => void;

/** Positions of values that occur before them already. */
export function duplicates(values: readonly string[]): readonly number[] {
  const seen = new Set<string>();
  return values.flatMap((value, index) => (seen.size === seen.add(value).size ? [index] : []));
}
