// The nouns: everything the final is at a moment, and the empty beginning. State is only ever made by evolve.ts out of
// facts, so that the same journal gives the same state on any machine.
import type { TimeCause } from './deduction-rules/time-cause.ts';
import type { EventDefinition } from './definition.ts';
import type { FactType } from './facts.ts';
import type { FeedLine } from './feed.ts';
import type { DeductionId, EntryId, Millis, OpId, RunId, ScreenId, SeatId } from './ids.ts';
import type { Mark } from './marks.ts';
import type { Decimal } from './numbers.ts';
import type { Seat } from './seat.ts';
import type { Scene } from './stage-view.ts';
import type { Locale } from './text.ts';
import type { Timer } from './timer.ts';
import type { BallotBatch, PollRun } from './voting/poll-run.ts';

/** A sheet as it was handed in once; later ones stand beside it, none is overwritten. */
export interface SheetVersion {
  readonly version: number;
  /** In the order of the criteria. */
  readonly marks: readonly Mark[];
  readonly remark: string;
  readonly via: 'device' | 'paper';
  /** Short code the judge can read out: running number, seat, four characters. */
  readonly receipt: string;
  readonly opId: OpId;
  readonly at: Millis;
}

/**
 * not-scored, taken-back and returned are outstanding; submitted counts; recused and absent leave the divisor.
 * A returned sheet keeps its last version in force until the judge submits again.
 */
export type SheetStatus = 'not-scored' | 'submitted' | 'taken-back' | 'returned' | 'recused' | 'absent';

export interface Sheet {
  readonly status: SheetStatus;
  /** Newest last. */
  readonly versions: readonly SheetVersion[];
  /** Why it was returned, recused or absent; null otherwise. */
  readonly reason: string | null;
}

/** A score that arrived when it could not be counted: safe, waiting for the operator's decision. */
export interface HeldScore {
  readonly seat: SeatId;
  readonly marks: readonly Mark[];
  readonly remark: string;
  readonly opId: OpId;
  readonly receipt: string;
  readonly at: Millis;
  /** The device it was found on after another one had taken the seat over; null when it came late. */
  readonly foundOn: string | null;
}

export interface Deduction {
  readonly id: DeductionId;
  /** A deduction is subtracted, a bonus added. */
  readonly kind: 'deduction' | 'bonus';
  /** Always positive. */
  readonly points: Decimal;
  /** A person's own words; may be empty where there is a cause. */
  readonly reason: string;
  readonly cause: TimeCause | null;
  readonly withdrawnBecause: string | null;
}

/** A version of a result as the hall was shown it; kept for ever beside the later ones. */
export interface Reveal {
  readonly version: number;
  readonly score: string;
  readonly at: Millis;
  /** Why it replaced the one before; null for the first. */
  readonly reason: string | null;
}

/** Figures of one component entered together: who did, when, from which device. Kept for ever; a later entry of the same figure replaces it. */
export interface FigureEntry {
  readonly component: string;
  readonly figures: readonly { readonly entry: EntryId; readonly figure: Decimal; readonly version: number }[];
  /** Why earlier figures were replaced; empty for first ones. */
  readonly reason: string;
  /** The poll's run they were counted in; null where a person entered them. */
  readonly run: RunId | null;
  readonly by: Seat;
  readonly device: string;
  readonly at: Millis;
}

export type EntryStatus = 'waiting' | 'on-stage' | 'done' | 'forfeited' | 'withdrawn' | 'disqualified';

/** The life of one entry on the day. */
export interface EntryLife {
  readonly status: EntryStatus;
  readonly statusReason: string | null;
  /** When it was first called to the stage, counted over the day: 1, 2, 3 …; null before. */
  readonly stageTurn: number | null;
  readonly scoring: 'not-opened' | 'open' | 'closed';
  readonly result: 'none' | 'checked' | 'revealed';
  /** How often its result has been revealed; above 1 after a correction. */
  readonly revealVersion: number;
  readonly correctionReason: string | null;
  readonly reveals: readonly Reveal[];
  readonly sheets: ReadonlyMap<SeatId, Sheet>;
  readonly held: readonly HeldScore[];
  readonly deductions: readonly Deduction[];
  /** What other components gave (votes, imported points), by component: the newest figure of each. */
  readonly figures: ReadonlyMap<string, Decimal>;
  /** Totals far from the other judges' that a person has let stand: the version of the sheet, by seat. */
  readonly keptOutliers: ReadonlyMap<SeatId, number>;
  /** Time used on stage in the presentation, for the console and deductions. */
  readonly presentationMs: number | null;
  /** The time used for which a person has decided what to take off; null before any decision. */
  readonly timeDecidedMs: number | null;
}

/** A decision of the panel on entries that all tie-breakers left equal: best first. It holds for that score only. */
export interface TieDecision {
  readonly order: readonly EntryId[];
  readonly reason: string;
  readonly decidedBy: string;
  /** The published score at which they were equal: with another score it is another tie. */
  readonly score: string;
}

/** A reversible step: what the pointers were before it. */
export interface UndoStep {
  /** The operation that made the step: all its facts are one step. */
  readonly opId: OpId;
  readonly type: FactType;
  readonly at: Millis;
  readonly stageEntry: EntryId | null;
  readonly scene: Scene;
  /** Status of entries the step changed. */
  readonly statuses: ReadonlyMap<EntryId, EntryStatus>;
  /** Entries the step opened for scoring. */
  readonly opened: readonly EntryId[];
  /** Entries the step closed for scoring. */
  readonly closed: readonly EntryId[];
  /** As it ran before the step. A step that only changed the scene leaves the timer alone. */
  readonly timer: Timer | null;
}

export interface CeremonyState {
  /** In the order of unveiling: from the last place to the first. Fixed when the ceremony begins. */
  readonly steps: readonly { readonly entry: EntryId; readonly rank: number }[];
  readonly unveiled: number;
}

export interface ScreenState {
  readonly name: string;
}

/** The event went on from a backup, perhaps on another computer: what came after the backup's newest record was sent again. */
export interface Restoration {
  readonly at: Millis;
  readonly fromEpoch: string;
  readonly atSeq: number;
  readonly head: string;
  readonly backedUpAt: Millis;
}

export interface FinalState {
  readonly phase: 'set-up' | 'live' | 'ended';
  readonly definition: EventDefinition | null;
  /** Rises with every new definition; a screen can say which it was made from. */
  readonly definitionVersion: number;
  /** The rules somebody confirmed after their check, by signature; null before. */
  readonly confirmedRules: { readonly signature: string; readonly at: Millis } | null;
  readonly order: readonly EntryId[];
  readonly isOrderDrawn: boolean;
  readonly entries: ReadonlyMap<EntryId, EntryLife>;
  /** The three pointers: who is on stage, what may be scored (entries with scoring open), what the hall sees. */
  readonly stageEntry: EntryId | null;
  readonly scene: Scene;
  readonly sceneVersion: number;
  readonly preview: Scene | null;
  /** Rises with every act of the operator on pointers, timer and results; a command made for an older one is refused. */
  readonly programmeVersion: number;
  readonly timer: Timer | null;
  readonly undoSteps: readonly UndoStep[];
  /** Oldest first. */
  readonly figureEntries: readonly FigureEntry[];
  /** Oldest first. */
  readonly pollRuns: readonly PollRun[];
  /** Oldest first. */
  readonly ballotBatches: readonly BallotBatch[];
  /** Numbers of ballots that count no more. */
  readonly revokedBallots: ReadonlySet<number>;
  readonly tieDecisions: readonly TieDecision[];
  readonly ceremony: CeremonyState | null;
  readonly isPublished: boolean;
  readonly newestRevealed: EntryId | null;
  /** Ranks on the board the hall saw before, and on the one it sees or saw last. */
  readonly boardBefore: ReadonlyMap<EntryId, number>;
  readonly boardSeen: ReadonlyMap<EntryId, number>;
  readonly hallLocale: Locale;
  readonly screens: ReadonlyMap<ScreenId, ScreenState>;
  /** Where devices look for the event when its computer does not answer. */
  readonly spares: readonly string[];
  /** Oldest first. */
  readonly restorations: readonly Restoration[];
  /** The device that holds each judge's seat, by its label. */
  readonly devices: ReadonlyMap<SeatId, string>;
  readonly helpCalls: ReadonlyMap<SeatId, Millis>;
  readonly reminders: ReadonlyMap<SeatId, readonly EntryId[]>;
  readonly feed: readonly FeedLine[];
}

export const emptySheet: Sheet = { status: 'not-scored', versions: [], reason: null };

export const emptyState: FinalState = {
  phase: 'set-up',
  definition: null,
  definitionVersion: 0,
  confirmedRules: null,
  order: [],
  isOrderDrawn: false,
  entries: new Map(),
  stageEntry: null,
  scene: { kind: 'idle' },
  sceneVersion: 0,
  preview: null,
  programmeVersion: 0,
  timer: null,
  undoSteps: [],
  figureEntries: [],
  pollRuns: [],
  ballotBatches: [],
  revokedBallots: new Set(),
  tieDecisions: [],
  ceremony: null,
  isPublished: false,
  newestRevealed: null,
  boardBefore: new Map(),
  boardSeen: new Map(),
  hallLocale: 'zh-CN',
  screens: new Map(),
  spares: [],
  restorations: [],
  devices: new Map(),
  helpCalls: new Map(),
  reminders: new Map(),
  feed: [],
};
