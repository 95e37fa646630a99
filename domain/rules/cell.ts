// What a step gives for one entry: a value per judge, a value per item, or one number, each with the notes that explain it.
import type { Rational } from '../numbers.ts';
import type { EntryMarks, MarkTable } from './contest.ts';
import type { JudgeValues } from './panel.ts';

/** What an aggregate did with one judge's value. */
export type ValueFate = 'counted' | 'highest-out' | 'lowest-out' | 'raised' | 'lowered';

/** Things that must never happen silently: said with the result, in words of the reader. */
export type Note =
  | { readonly code: 'trim-suspended'; readonly given: number; readonly needed: number }
  | { readonly code: 'pro-rata'; readonly given: number; readonly planned: number }
  | { readonly code: 'replaced-by-mean'; readonly judges: readonly number[]; readonly value: Rational }
  | { readonly code: 'replaced-by-judge-average'; readonly judges: readonly number[] }
  | { readonly code: 'waiting-for'; readonly judges: readonly number[] }
  | { readonly code: 'nobody-marked' }
  | { readonly code: 'closest-two'; readonly given: number }
  | { readonly code: 'clamp-limits'; readonly low: Rational; readonly high: Rational }
  | { readonly code: 'part-missing'; readonly part: string }
  | { readonly code: 'weights-redistributed'; readonly without: readonly string[] }
  | { readonly code: 'at-floor' | 'at-cap'; readonly from: Rational }
  | { readonly code: 'judge-without-spread'; readonly judges: readonly number[] }
  | { readonly code: 'too-few-marks-to-normalise'; readonly judges: readonly number[] }
  | { readonly code: 'nobody-voted' }
  | { readonly code: 'ranks-incomplete'; readonly judges: readonly number[] }
  | { readonly code: 'places-not-distinct'; readonly judge: number }
  | { readonly code: 'too-many-for-method'; readonly most: number }
  | { readonly code: 'order-unresolved' };

/** Most cells have nothing to say. */
export const NO_NOTES: readonly Note[] = [];

/** What became of a panel: which of the judges' values stayed, and the value made of them. */
export interface PanelOutcome {
  readonly value: Rational;
  /** By position in the panel; those that are not named counted as they are. */
  readonly fates: ReadonlyMap<number, ValueFate>;
  /** What a raised or lowered value counted as; null for the others, absent where no value was corrected. */
  readonly corrected?: readonly (Rational | null)[];
  readonly notes: readonly Note[];
}

/** A panel's outcome with the judges (positions in the table) its values belong to. */
export interface PanelWorking extends PanelOutcome {
  readonly judges: readonly number[];
}

export type Cell =
  | { readonly form: 'marks'; readonly table: MarkTable; readonly marks: EntryMarks }
  | {
      readonly form: 'judges';
      readonly values: JudgeValues;
      readonly table: MarkTable;
      readonly notes: readonly Note[];
    }
  | {
      readonly form: 'list';
      readonly values: readonly (Rational | null)[];
      /** Where the list was made of panels, one per item. */
      readonly panels: readonly (PanelWorking | null)[] | null;
      readonly table: MarkTable | null;
    }
  | {
      readonly form: 'number';
      readonly value: Rational | null;
      readonly panel: PanelWorking | null;
      readonly table: MarkTable | null;
      readonly notes: readonly Note[];
    };
export type CellForm = Cell['form'];
export type CellOf<F extends CellForm> = Extract<Cell, { form: F }>;

export const numberCell = (value: Rational | null, notes: readonly Note[] = NO_NOTES): CellOf<'number'> => ({
  form: 'number',
  value,
  panel: null,
  table: null,
  notes,
});

export const listCell = (values: readonly (Rational | null)[]): CellOf<'list'> => ({
  form: 'list',
  values,
  panels: null,
  table: null,
});
