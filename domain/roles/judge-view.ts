// What a judge's tablet shows: the sheets it may fill in and the judge's own earlier scores. No other judge's value is
// ever in it, nor any result.
import type { EntryNoun } from '../definition.ts';
import type { CriterionId, EntryId, Millis, SeatId } from '../ids.ts';
import type { EntryCard } from '../stage-view.ts';
import type { EntryLife, SheetStatus } from '../state.ts';
import type { Locale, Text } from '../text.ts';
import type { Timer } from '../timer.ts';

export interface CriterionLine {
  readonly id: CriterionId;
  readonly name: Text;
  readonly guidance: Text | null;
  readonly maxScore: string;
  readonly minAllowed: string;
  readonly maxAllowed: string;
  readonly entryStep: string;
  readonly weight: string | null;
}

/** One of this judge's sheets. */
export interface OwnSheet {
  readonly entry: EntryCard;
  readonly status: SheetStatus;
  /** Can be filled in and submitted now: scoring is open or the sheet was returned. */
  readonly isOpen: boolean;
  readonly scoring: EntryLife['scoring'];
  readonly entryStatus: EntryLife['status'];
  /** The last version handed in; the next one names it as its base. */
  readonly version: number;
  readonly marks: readonly { readonly criterion: CriterionId; readonly mark: string }[];
  /** Total of the last version by the rule of the event, e.g. "92.40"; null when none was handed in. */
  readonly total: string | null;
  readonly remark: string;
  readonly receipt: string | null;
  readonly submittedAt: Millis | null;
  readonly reason: string | null;
  /** A score of this judge arrived after closing and waits for the operator's decision. */
  readonly isHeld: boolean;
  /** One was found later on an earlier device of this seat and waits for the operator's decision. */
  readonly isFound: boolean;
  readonly mayTakeBack: boolean;
}

export interface JudgeView {
  readonly role: 'judge';
  readonly phase: 'set-up' | 'live' | 'ended';
  readonly event: { readonly name: Text; readonly shortName: Text | null; readonly organizer: Text | null };
  readonly noun: EntryNoun;
  readonly hallLocale: Locale;
  readonly seat: {
    readonly seat: SeatId;
    readonly number: number;
    readonly name: Text;
    readonly title: Text | null;
    readonly group: Text | null;
  };
  readonly criteria: readonly CriterionLine[];
  /** Decimals of a judge's total as shown. */
  readonly totalDecimals: number;
  /** Whether a submitted score can be taken back while its entry is open: said before submitting. */
  readonly judgeMayTakeBack: boolean;
  /** Every sheet of this judge, in running order: open ones, earlier ones, coming ones. */
  readonly sheets: readonly OwnSheet[];
  readonly stageEntry: EntryId | null;
  readonly nextEntry: EntryId | null;
  readonly timer: Timer | null;
  readonly isCallingForHelp: boolean;
  /** Entries the operator has reminded this judge of. */
  readonly reminded: readonly EntryId[];
}
