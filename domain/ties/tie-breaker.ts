// A tie-breaker gives each of the tied entries a value, higher is better, or null when it has nothing to say about one
// of them; then it decides nothing for the group.
import type { EntryResult } from '../entry-result.ts';
import type { Rational } from '../numbers.ts';
import type { TieDecision } from '../state.ts';

export interface TieContext {
  /** The entries that are still equal. */
  readonly tied: readonly EntryResult[];
  readonly decisions: readonly TieDecision[];
}

export type TieValue = (result: EntryResult, context: TieContext) => Rational | null;
