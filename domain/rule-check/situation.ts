// A situation of the check: an imagined field and what the rules do there, as findings that are worded for the reader.
import type { EventDefinition } from '../definition.ts';
import type { Decimal } from '../numbers.ts';
import type { TieBreaker } from '../scoring-rules.ts';
import type { Text } from '../text.ts';
import type { ImaginedRow } from './imagined.ts';

/**
 * settled: the rules say what happens. attention: they do, but not everybody would expect it. undecided: they leave it open, and
 * somebody has to decide on the day.
 */
export type Severity = 'settled' | 'attention' | 'undecided';

export type Finding = { readonly severity: Severity } & (
  | { readonly code: 'divisor-shrinks'; readonly from: number; readonly to: number }
  | { readonly code: 'nothing-dropped'; readonly given: number; readonly needed: number }
  | { readonly code: 'brought-to-planned'; readonly given: number; readonly planned: number }
  | { readonly code: 'mean-stands-in' }
  | { readonly code: 'own-average-stands-in' }
  | { readonly code: 'one-judge-alone'; readonly score: string }
  | { readonly code: 'divisors-differ'; readonly full: number; readonly fewer: number }
  | { readonly code: 'one-judge-moves'; readonly points: string }
  | { readonly code: 'one-judge-moves-nothing' }
  | { readonly code: 'decided-by'; readonly breaker: TieBreaker }
  | { readonly code: 'nothing-separates' }
  | { readonly code: 'waits-for-panel' }
  | { readonly code: 'line-grows'; readonly line: number; readonly inside: number }
  | { readonly code: 'line-loses'; readonly line: number; readonly inside: number }
  | { readonly code: 'shared-first'; readonly sharing: number }
  | { readonly code: 'award-shared'; readonly award: Text; readonly sharing: number; readonly places: number }
  | { readonly code: 'rounds-up'; readonly exact: string; readonly shown: string }
  | { readonly code: 'equal-to-the-hall'; readonly shown: string }
  | { readonly code: 'stops-at-zero' }
  | { readonly code: 'not-deducted' }
  | { readonly code: 'vote-overturns'; readonly lead: string }
  | { readonly code: 'vote-changes-nothing' }
  | { readonly code: 'no-result-without'; readonly part: Text | null }
  | { readonly code: 'weight-goes-on'; readonly part: Text | null }
  | { readonly code: 'others-move'; readonly moved: number }
  | { readonly code: 'others-stay' }
  | { readonly code: 'no-result' }
);

export type SituationCode =
  | 'ordinary'
  | 'judge-absent'
  | 'one-judge-left'
  | 'judge-recused'
  | 'extreme-judge'
  | 'equal-scores'
  | 'equal-sheets-at-line'
  | 'everybody-equal'
  | 'award-line'
  | 'half'
  | 'deduction-below-zero'
  | 'vote-reach'
  | 'part-missing'
  | 'group-absent'
  | 'entry-withdrawn';

export interface Situation {
  readonly code: SituationCode;
  /** Shown as a small table; of a long field only what matters. */
  readonly rows: readonly ImaginedRow[];
  readonly findings: readonly Finding[];
}

/** Null where the situation cannot happen under these rules. */
export type MakeSituation = (definition: EventDefinition) => Situation | null;

export const points = (value: string): Decimal => value as Decimal;
