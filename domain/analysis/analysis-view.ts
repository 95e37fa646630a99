// The analysis (评分分析) as one plain value: every figure as exact text with the text a person reads, or a dash with its reason.
// It is for the chief judge at the console, is asked for over HTTP by the operator, and is in no view that is pushed to anybody.
import type { EntryNoun } from '../definition.ts';
import type { CriterionId, EntryId, SeatId } from '../ids.ts';
import type { Aggregate, TieBreaker } from '../scoring-rules.ts';
import type { EntryCard } from '../stage-view.ts';
import type { Text } from '../text.ts';
import type { DecisiveSearch } from './decisive-mark.ts';
import type { Caution, DashReason } from './figure.ts';
import type { Reliability } from './reliability.ts';
import type { UnusualFigure } from './unusual.ts';

export type ShownFigure =
  | { readonly exact: string; readonly shown: string; readonly reason: null }
  | { readonly exact: null; readonly shown: null; readonly reason: DashReason };

/** The result without a judge or group, or under another rule, against the official one. Entries by id. */
export interface ShownChanges {
  readonly isWinnerChanged: boolean;
  readonly isPodiumChanged: boolean;
  readonly entering: readonly EntryId[];
  readonly leaving: readonly EntryId[];
  readonly moved: number;
  readonly largestMove: number;
  readonly withoutResult: number;
}

export interface ShownFlip {
  readonly entry: EntryId;
  readonly seat: SeatId;
  readonly criterion: CriterionId;
  readonly criterionName: Text;
  readonly from: string;
  readonly to: string;
  readonly steps: number;
  readonly entering: readonly EntryId[];
  readonly leaving: readonly EntryId[];
}

export interface ShownLine {
  /** The last place inside: 1 for the winner, else the cut line. */
  readonly line: number;
  readonly lastInside: EntryId;
  readonly firstOutside: EntryId;
  readonly inside: number;
  readonly margin: ShownFigure;
  readonly decidedBy: TieBreaker['kind'] | null;
  /** What one changed mark could do, and which marks were tried. */
  readonly scope: DecisiveSearch['scope'];
  readonly flip: ShownFlip | null;
}

/** Stability in counts: how many of so many judges could alone have changed it by being left out. */
export interface StabilityCounts {
  readonly tried: number;
  readonly winner: number;
  readonly podium: number;
  /** Null without a cut line. */
  readonly inside: number | null;
  readonly largestMove: number;
  /** Judges without whom there is no result. */
  readonly noResult: number;
}

export interface AnalysedJudge {
  readonly seat: SeatId;
  readonly number: number;
  readonly name: Text;
  readonly group: Text | null;
  /** Entries marked. */
  readonly entries: number;
  readonly severity: ShownFigure;
  readonly standardError: ShownFigure;
  readonly t: ShownFigure;
  /** Severity less and plus three standard errors: an interval that leaves out 0 is unusual where there are enough entries. */
  readonly interval: { readonly low: ShownFigure; readonly high: ShownFigure };
  readonly scatter: ShownFigure;
  readonly correlation: ShownFigure;
  readonly standardDeviation: ShownFigure;
  readonly relativeSpread: ShownFigure;
  readonly range: ShownFigure;
  readonly used: ShownFigure;
  readonly distinct: number;
  readonly tieRate: ShownFigure;
  readonly discrimination: ShownFigure;
  readonly corrected: {
    readonly values: number;
    readonly high: number;
    readonly low: number;
    readonly highShare: ShownFigure;
    readonly lowShare: ShownFigure;
  };
  /** Totals per entry, in the order of `entries` of the analysis; null where there is none. Exact text. */
  readonly totals: readonly (string | null)[];
  readonly box: {
    readonly lowest: ShownFigure;
    readonly lowerQuartile: ShownFigure;
    readonly median: ShownFigure;
    readonly upperQuartile: ShownFigure;
    readonly highest: ShownFigure;
  } | null;
  readonly without: ShownChanges | null;
  readonly unusual: readonly UnusualFigure[];
  readonly cautions: readonly Caution[];
}

export interface AnalysedEntry {
  readonly entry: EntryCard;
  readonly rank: number;
  readonly isTied: boolean;
  /** Null without a cut line. */
  readonly isInside: boolean | null;
  readonly score: string;
  /** Best and worst place with any one judge left out; the same under the neighbouring rules. */
  readonly withoutJudge: { readonly best: number; readonly worst: number };
  readonly otherRules: { readonly best: number; readonly worst: number };
}

/** What one part alone would give. */
export interface ShownPart {
  /** `panel` or a component's id. */
  readonly part: string;
  /** Null for the panel, which everybody has a word for. */
  readonly name: Text | null;
  /** In percent. */
  readonly weight: string;
  /** Best first. */
  readonly places: readonly { readonly entry: EntryId; readonly place: number; readonly points: string }[];
  readonly missing: readonly EntryId[];
}

/** Panel and hall looked at apart; null where the panel is everything. */
export interface ShownParts {
  /** All that are scored, also where they have no result yet; in running order. */
  readonly cards: readonly EntryCard[];
  readonly parts: readonly ShownPart[];
  /** Parts that are not in for every entry. */
  readonly outstanding: readonly string[];
  /** Whether they can still change the order, and who is inside the line (null without one); null where nothing is outstanding or
   * places are added up. */
  readonly canChange: { readonly order: boolean; readonly inside: boolean | null } | null;
}

export interface Analysis {
  readonly format: 'liangfen-analysis/1';
  /** Entries still to be scored: the analysis is of those that have a result. */
  readonly outstanding: number;
  readonly noun: EntryNoun;
  readonly decimals: number;
  readonly aggregate: Aggregate;
  readonly cutLine: number | null;
  /** Best first. */
  readonly entries: readonly AnalysedEntry[];
  readonly parts: ShownParts | null;
  /** In seat order. */
  readonly judges: readonly AnalysedJudge[];
  /** The line of the winner, and the cut line where there is one; empty where nobody is outside. */
  readonly lines: readonly ShownLine[];
  readonly stability: StabilityCounts;
  readonly groups: readonly { readonly name: Text; readonly without: ShownChanges | null }[];
  readonly neighbours: readonly { readonly aggregate: Aggregate; readonly changes: ShownChanges }[];
  readonly agreement: {
    readonly w: ShownFigure;
    readonly chiSquared: ShownFigure;
    readonly degrees: number;
    readonly icc21: ShownFigure;
    readonly icc2k: ShownFigure;
    readonly icc3k: ShownFigure;
    readonly reliability: Reliability | null;
    readonly entries: number;
    readonly judges: number;
    readonly judgesLeftOut: readonly SeatId[];
    readonly cautions: readonly Caution[];
  };
  readonly pairs: readonly {
    readonly seats: readonly [SeatId, SeatId];
    readonly entries: number;
    readonly spearman: ShownFigure;
    readonly kendall: ShownFigure;
    readonly isEnoughForGroups: boolean;
  }[];
  readonly unusual: readonly { readonly seat: SeatId; readonly figure: UnusualFigure; readonly value: ShownFigure }[];
  /** Named beside the word "unusual": |t| beyond `t`, from `entries` entries on. */
  readonly threshold: { readonly t: string; readonly entries: number };
  readonly recusals: readonly {
    readonly entry: EntryId;
    readonly seat: SeatId;
    readonly place: number;
    readonly estimated: number;
    readonly cautions: readonly Caution[];
  }[];
}
