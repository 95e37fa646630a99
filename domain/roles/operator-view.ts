// What the operator's console shows. It holds every number except those of entries still open for scoring: marks stay
// secret from the console, too, until the sheets are locked.
import type { TimeCause } from '../deduction-rules/time-cause.ts';
import type { EventDefinition, SegmentKind } from '../definition.ts';
import type { DueProposal } from '../due-proposal.ts';
import type { Component, TieBreaker } from '../scoring-rules.ts';
import type { Seat } from '../seat.ts';
import type { DefinitionProblem } from '../problems/codes.ts';
import type { FeedLine } from '../feed.ts';
import type { FigureBounds } from '../figures.ts';
import type { CriterionId, DeductionId, EntryId, Millis, ScreenId, SeatId } from '../ids.ts';
import type { NextAction } from '../next-action.ts';
import type { EntryCard, JudgeTotal, RuleNote, Scene, StageView, PartScore } from '../stage-view.ts';
import type { EntryStatus, Restoration, SheetStatus, TieDecision } from '../state.ts';
import type { Locale, Text } from '../text.ts';
import type { Timer } from '../timer.ts';
import type { BallotDesk, PollDesk } from './poll-desk-view.ts';

/** A judge's sheet as the console lists it. */
export interface SheetRow {
  readonly seat: SeatId;
  readonly status: SheetStatus;
  readonly version: number;
  readonly submittedAt: Millis | null;
  readonly via: 'device' | 'paper' | null;
  readonly receipt: string | null;
  readonly reason: string | null;
  /** Null until scoring of the entry is closed. */
  readonly marks: readonly { readonly criterion: CriterionId; readonly mark: string }[] | null;
  readonly remark: string | null;
  readonly isReminded: boolean;
}

export interface HeldRow {
  readonly seat: SeatId;
  readonly at: Millis;
  readonly receipt: string;
  /** The device it was found on; null when it came late. */
  readonly foundOn: string | null;
}

/** A judge's total further from the mean of the other judges' than the rules allow, waiting for a decision. */
export interface OutlierRow {
  readonly seat: SeatId;
  /** Of the sheet: letting it stand holds for this version. */
  readonly version: number;
  readonly total: string;
  /** Mean of the other judges' totals. */
  readonly others: string;
  /** How far, without a sign. */
  readonly by: string;
  readonly isBelow: boolean;
}

/** A figure of a component as it stands. */
export interface FigureRow {
  readonly entry: EntryId;
  readonly figure: string;
  readonly version: number;
  readonly at: Millis;
  readonly by: Seat;
  readonly device: string;
  /** Why it replaced the one before; empty for the first. */
  readonly reason: string;
}

/** A part of the score beside the panel, with what has been entered for it. */
export interface ComponentDesk {
  readonly id: string;
  readonly name: Text;
  readonly source: Component['source'];
  readonly mapping: Component['mapping']['kind'];
  readonly weight: string;
  readonly bounds: FigureBounds;
  /** In running order, of entries that have one. */
  readonly figures: readonly FigureRow[];
  /** Of the figures of entries still in the competition. */
  readonly sum: string;
  /** Entries in the competition whose figure has not been entered. */
  readonly outstanding: readonly EntryId[];
}

export interface DeductionRow {
  readonly id: DeductionId;
  readonly kind: 'deduction' | 'bonus';
  readonly points: string;
  /** A person's own words; empty where the cause says it all. */
  readonly reason: string;
  readonly cause: TimeCause | null;
  readonly withdrawnBecause: string | null;
}

/** Everything about one entry on the day; also its line in the run of show. */
export interface EntryDesk {
  readonly card: EntryCard;
  readonly status: EntryStatus;
  readonly statusReason: string | null;
  readonly scoring: 'not-opened' | 'open' | 'closed';
  readonly result: 'none' | 'checked' | 'revealed';
  readonly revealVersion: number;
  readonly correctionReason: string | null;
  readonly isOnStage: boolean;
  readonly isNext: boolean;
  readonly submitted: number;
  readonly expected: number;
  readonly isAllIn: boolean;
  readonly sheets: readonly SheetRow[];
  readonly held: readonly HeldRow[];
  readonly deductions: readonly DeductionRow[];
  /** What the rule on keeping time proposes and nobody has decided yet. */
  readonly proposal: DueProposal | null;
  readonly outliers: readonly OutlierRow[];
  /** What it still lacks for a result although scoring is closed: `panel`, ids of components; empty before. */
  readonly missing: readonly string[];
  /** Weighted judge groups nobody of which has scored it, where that leaves no result. */
  readonly emptyGroups: readonly string[];
  readonly presentationMs: number | null;
  /** Null until scoring is closed. */
  readonly computed: ComputedScore | null;
}

export interface ComputedScore {
  readonly score: string;
  readonly panelScore: string;
  readonly rank: number | null;
  readonly isTied: boolean;
  /** The tie-breaker that separated it from an equal score. */
  readonly decidedBy: TieBreaker['kind'] | null;
  /** Wins or advances at that rank. */
  readonly isInside: boolean;
  readonly awards: readonly Text[];
  readonly judges: readonly JudgeTotal[];
  readonly rule: RuleNote;
  readonly parts: readonly PartScore[];
}

/** A tie that all tie-breakers left, across the cut line or an award line, or anywhere. */
export interface OpenTie {
  readonly entries: readonly EntryId[];
  readonly fromRank: number;
  readonly toRank: number;
  /** It must be decided before the ceremony, since it crosses a line. */
  readonly blocks: boolean;
}

export interface OperatorView {
  readonly role: 'operator';
  readonly phase: 'set-up' | 'live' | 'ended';
  /** With the entries' pictures during set-up only. */
  readonly definition: EventDefinition | null;
  readonly definitionVersion: number;
  /** Somebody has confirmed the check of the rules as they stand on the server. */
  readonly rulesConfirmed: boolean;
  /** When rules were confirmed last, these or earlier ones. */
  readonly rulesConfirmedAt: Millis | null;
  readonly problems: readonly DefinitionProblem[];
  /** In running order. */
  readonly entries: readonly EntryDesk[];
  /** Parts of the score beside the panel, in the order of the rules. */
  readonly components: readonly ComponentDesk[];
  readonly polls: readonly PollDesk[];
  readonly ballots: BallotDesk;
  /** The rules compare entries and not all have their result: scores and ranks still move. */
  readonly isProvisional: boolean;
  /** The rules compare entries and the hall has been shown one: what decides results changes after a correction only. */
  readonly isFieldShown: boolean;
  /** False where lower is better: points taken off would be a gift. */
  readonly hasDeductions: boolean;
  readonly isOrderDrawn: boolean;
  readonly judges: readonly {
    readonly seat: SeatId;
    readonly number: number;
    readonly name: Text;
    readonly title: Text | null;
    readonly group: Text | null;
    readonly device: string | null;
    readonly isCallingForHelp: boolean;
  }[];
  readonly stageEntry: EntryId | null;
  readonly openEntries: readonly EntryId[];
  /** The entry the hall reads about although others are on stage or being scored; null where they agree. */
  readonly strayScene: EntryId | null;
  readonly nextEntry: EntryId | null;
  readonly program: { readonly scene: Scene; readonly view: StageView };
  readonly preview: { readonly scene: Scene; readonly view: StageView; readonly isSuggested: boolean } | null;
  /** Scenes that can be shown now, for the bank; an entry scene stands for the entry it would be about. */
  readonly sceneBank: readonly Scene[];
  readonly programmeVersion: number;
  readonly timer: Timer | null;
  /** Segments that can be started now. */
  readonly segments: readonly SegmentKind[];
  readonly next: NextAction;
  /** A second way on that is also right, e.g. calling the next entry while sheets are outstanding. */
  readonly alternative: NextAction | null;
  readonly undo: {
    readonly type: string;
    readonly at: Millis;
    readonly refusedBecause: 'undo.submitted' | null;
  } | null;
  readonly ties: readonly OpenTie[];
  readonly tieDecisions: readonly TieDecision[];
  readonly ceremony: { readonly total: number; readonly unveiled: number } | null;
  readonly isPublished: boolean;
  readonly hallLocale: Locale;
  readonly spares: readonly string[];
  /** Oldest first. */
  readonly restorations: readonly Restoration[];
  readonly screens: readonly { readonly screen: ScreenId; readonly name: string }[];
  /** Newest first, at most 80. */
  readonly feed: readonly FeedLine[];
}
