// What the hall sees: one value per scene, complete and already worded in numbers. A screen draws it and computes
// nothing; what is not revealed is not in it.
import type { TimeCause } from './deduction-rules/time-cause.ts';
import type { EntryNoun, SegmentKind } from './definition.ts';
import type { EntryId, Millis, RunId, SeatId } from './ids.ts';
import type { Decimal } from './numbers.ts';
import type { ValueFate } from './rules/cell.ts';
import type { Aggregate } from './scoring-rules.ts';
import type { Locale, Text } from './text.ts';
import type { Timer } from './timer.ts';
import type { Ask, BallotKind, Poll } from './voting/poll.ts';
import type { PollStatus } from './voting/poll-run.ts';
import type { ResultRow } from './voting/result-rows.ts';

/** The scenes of the run of show. `entry` names what the scene is about, never "the current one". */
export type Scene =
  | { readonly kind: 'idle' | 'opening' | 'judges' | 'timer' | 'ceremony' | 'pause' | 'black' }
  | { readonly kind: 'ranking'; readonly page: number }
  /** Without a page: the first one, which is the only one of most finals. */
  | { readonly kind: 'final'; readonly page?: number }
  | { readonly kind: 'entry-card' | 'progress' | 'score'; readonly entry: EntryId }
  | { readonly kind: 'vote' | 'vote-result'; readonly run: RunId };
export type SceneKind = Scene['kind'];

/** An entry as screens show it. */
export interface EntryCard {
  readonly id: EntryId;
  /** Place in the running order, 1, 2, 3 …; shown with two digits. */
  readonly runningNumber: number;
  readonly entryNumber: string;
  readonly title: Text;
  /** Breaks chosen by the organiser (`|`). */
  readonly stageTitle: Text | null;
  readonly subdistrict: Text | null;
  readonly community: Text | null;
  readonly summary: Text | null;
}

/** A judge's lamp: submitted or not, never how much. */
export interface Lamp {
  readonly seat: SeatId;
  readonly number: number;
  readonly name: Text;
  readonly state: 'waiting' | 'submitted' | 'recused' | 'absent';
}

/** What became of a judge's total. */
export type Fate = ValueFate | 'recused' | 'absent';

/** What a total went into the panel as, where that is not the total itself: a rank, points for it, a corrected value. */
export interface CountedAs {
  readonly as: 'value' | 'rank' | 'points' | 'weight';
  readonly value: string;
}

export interface JudgeTotal {
  readonly seat: SeatId;
  readonly number: number;
  readonly name: Text;
  /** Null for a judge who gave none. */
  readonly total: string | null;
  readonly fate: Fate;
  readonly countedAs?: CountedAs;
}

/** The sentence under the score, as numbers: judges, dropped high, dropped low, kept; or trimming suspended. */
export interface RuleNote {
  readonly aggregate: Aggregate['kind'];
  /** Done inside each item, not on judges' totals. */
  readonly isByItem: boolean;
  /** Done for each judge group by itself. */
  readonly isGrouped: boolean;
  readonly valid: number;
  readonly droppedHighest: number;
  readonly droppedLowest: number;
  readonly counted: number;
  /** Set when the rule wanted to drop but had too few scores: the number it needs. */
  readonly trimSuspendedBelow: number | null;
}

/** What one part gave to a result: its own score, its weight and its weighted points. */
export interface PartScore {
  /** `panel`, the id of a judge group or of a component. */
  readonly part: string;
  readonly kind: 'panel' | 'group' | 'component';
  /** Null for the panel, which everybody has a word for. */
  readonly name: Text | null;
  /** What was recorded where that is no score: votes, imported points. */
  readonly figure: string | null;
  readonly score: string | null;
  /** In percent; null where places are added up. */
  readonly weight: Decimal | null;
  /** The weighted points it adds to the result. */
  readonly points: string | null;
}

export interface DeductionLine {
  readonly kind: 'deduction' | 'bonus';
  /** Positive. */
  readonly points: string;
  /** A person's own words; may be empty where there is a cause. */
  readonly reason: string;
  /** The time that led to it, to be worded in the reader's language. */
  readonly cause: TimeCause | null;
}

export interface RevealedScore {
  readonly score: string;
  readonly panelScore: string;
  readonly deductions: readonly DeductionLine[];
  /** Empty when the rules keep judges' totals off the screen. */
  readonly judges: readonly JudgeTotal[];
  readonly rule: RuleNote;
  /** Judge groups and components with their weights; empty where the panel is everything. */
  readonly parts: readonly PartScore[];
  /** Standing among what the hall has been shown. */
  readonly rank: number;
  readonly isTied: boolean;
  readonly revealedCount: number;
  /** Above 1 after a correction (更正). */
  readonly version: number;
  readonly correctionReason: string | null;
}

export interface RankingRow {
  readonly entry: EntryCard;
  readonly rank: number;
  readonly isTied: boolean;
  /** Null where the rules show no scores. */
  readonly score: string | null;
  /** Rank on the board the hall saw last; null when it was not on it. */
  readonly previousRank: number | null;
  readonly isNewest: boolean;
  readonly isInside: boolean;
  readonly isCorrected: boolean;
  readonly awards: readonly Text[];
}

export interface PendingRow {
  readonly entry: EntryCard;
  readonly state: 'waiting' | 'on-stage' | 'pending' | 'forfeited' | 'withdrawn' | 'disqualified';
}

/** One place of the ladder, sealed until unveiled. A sealed one is a place that may be given, not an entry's rank. */
export type CeremonyStep =
  | { readonly rank: number; readonly isUnveiled: false }
  | {
      readonly rank: number;
      readonly isUnveiled: true;
      readonly isNewest: boolean;
      readonly isTied: boolean;
      readonly entry: EntryCard;
      readonly score: string | null;
      readonly awards: readonly Text[];
    };

/**
 * What phones and screens are told of a poll. Until it is closed nothing of its count is in here; live numbers, where the organiser
 * wants them, come from the ballot box in a message of their own.
 */
export interface PollView {
  readonly run: RunId;
  readonly name: Text;
  readonly ask: Ask;
  readonly ballots: BallotKind;
  readonly mayChange: boolean;
  readonly whileOpen: Poll['whileOpen'];
  /** The one entry it is about; null when it is across entries. */
  readonly entry: EntryCard | null;
  /** What can be chosen, in running order; empty where it is yes or no. */
  readonly options: readonly EntryCard[];
  readonly status: PollStatus;
  readonly closesAt: Millis | null;
  /** A part of the score, by its name and weight in percent, or an award beside the ranking. */
  readonly counts:
    | { readonly as: 'component'; readonly name: Text; readonly weight: string }
    | { readonly as: 'award'; readonly name: Text };
  /** Null until the hall has been shown it. */
  readonly result: PollResult | null;
}

export interface PollResult {
  readonly ballots: number;
  readonly rows: readonly ResultRow[];
  /** False when too few voted and the votes give nothing. */
  readonly doesCount: boolean;
  /** The root over the receipts; null for a hand count. */
  readonly digest: string | null;
}

export type SceneView =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'opening';
      readonly criteria: readonly { readonly name: Text; readonly share: string }[];
      readonly entryCount: number;
      readonly judgeCount: number;
      readonly cutLine: number | null;
    }
  | {
      readonly kind: 'judges';
      readonly judges: readonly {
        readonly seat: SeatId;
        readonly number: number;
        readonly name: Text;
        readonly title: Text | null;
        readonly group: Text | null;
      }[];
    }
  | { readonly kind: 'entry-card'; readonly entry: EntryCard; readonly picture: string | null }
  | { readonly kind: 'timer'; readonly entry: EntryCard | null; readonly timer: Timer | null }
  | {
      readonly kind: 'progress';
      readonly entry: EntryCard;
      readonly lamps: readonly Lamp[];
      readonly submitted: number;
      readonly expected: number;
    }
  | {
      readonly kind: 'score';
      readonly entry: EntryCard;
      readonly lamps: readonly Lamp[];
      readonly revealed: RevealedScore | null;
    }
  | {
      readonly kind: 'ranking';
      readonly rows: readonly RankingRow[];
      readonly pending: readonly PendingRow[];
      readonly cutLine: number | null;
      readonly page: number;
      readonly pages: number;
      readonly newest: EntryId | null;
    }
  | { readonly kind: 'ceremony'; readonly steps: readonly CeremonyStep[]; readonly showsScores: boolean }
  | {
      readonly kind: 'final';
      /** This page's places; empty until the result is published. */
      readonly rows: readonly RankingRow[];
      /** Those below the line, in running order, without place or score (入围). */
      readonly finalists: readonly EntryCard[];
      readonly isPublished: boolean;
      readonly page: number;
      readonly pages: number;
    }
  /** The code to scan, who may vote how, and what the setting lets the hall see of the count. */
  | { readonly kind: 'vote'; readonly poll: PollView }
  /** With its result. */
  | { readonly kind: 'vote-result'; readonly poll: PollView }
  | { readonly kind: 'pause' }
  | { readonly kind: 'black' };

export interface StageView {
  readonly event: {
    readonly name: Text;
    readonly shortName: Text | null;
    readonly organizer: Text | null;
    readonly hostOrganization: Text | null;
    readonly venue: Text | null;
    readonly date: string | null;
  };
  readonly noun: EntryNoun;
  readonly locale: Locale;
  readonly segment: SegmentKind | null;
  readonly counts: { readonly entries: number; readonly revealed: number; readonly done: number };
  /** Rises with every change of the scene: a new number means a new picture, the same one a change within it. */
  readonly sceneVersion: number;
  readonly scene: SceneView;
}
