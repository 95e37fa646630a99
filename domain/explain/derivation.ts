// How one result came about, as data: a line per step with every value that went into it, exact and as shown, what was left out
// and why, then the questions asked on equal results. Words are made elsewhere; a person with a pocket calculator can follow it.
import type { Note, ValueFate } from '../rules/cell.ts';
import type { LeftOut } from '../rules/contest.ts';
import type { TieStep } from '../rules/rule.ts';
import type { Prefer, Step, StepKind } from '../rules/step-schema.ts';
import type { Quantity } from './quantity.ts';
import type { Deduction } from '../state.ts';
import type { Working } from './working.ts';

/** Why a judge has no value in a step: left out of the entry, or without a value that can be compared (`incomplete`). */
export type Absence = LeftOut | 'incomplete';

/** What became of an operand. `missing` also stands for a part that is not there. */
export type OperandFate = ValueFate | Absence | 'passed-over' | 'voted-otherwise';

/** What an operand is: a judge's value, an item, another entry's value, a column, a constant of the rule, a deduction. */
export type Source =
  | { readonly what: 'judge'; readonly judge: string }
  /** `name` is null where items have no names of their own. */
  | { readonly what: 'item'; readonly item: number; readonly name: string | null; readonly column: string }
  | { readonly what: 'entry'; readonly entry: string }
  | { readonly what: 'column'; readonly column: string }
  | { readonly what: 'constant' }
  | { readonly what: Deduction['kind']; readonly reason: string; readonly cause: Deduction['cause'] };

export interface Operand {
  readonly of: Source;
  /** Null when there is none; the fate says why. */
  readonly value: Quantity | null;
  readonly fate: OperandFate;
  /** What it counted as, where that is not its own value. */
  readonly countedAs?: Quantity;
  /** There was no own value for this reason, and the rule put another one in its place. */
  readonly standsInFor?: Absence;
  /** What it is multiplied by in a sum; absent: 1. */
  readonly weight?: Quantity;
  /** Full marks and what they give: the value counts × weight ÷ full. */
  readonly share?: { readonly full: string; readonly weight: string };
}

type Told<N> = N extends Note
  ? {
      readonly [K in keyof N]: K extends 'judges'
        ? readonly string[]
        : K extends 'judge'
          ? string
          : K extends 'value' | 'low' | 'high' | 'from'
            ? Quantity
            : N[K];
    }
  : never;
/** The notes of cell.ts with judges by name and numbers as text. */
export type LineNote = Told<Note>;

/** What a line is about where its step gives several values: one judge's, or one item's. */
export type LineSubject = Extract<Source, { what: 'judge' | 'item' }>;

export interface Line {
  /** Its settings are in `steps` of the derivation; `bonuses` and `deductions` are no steps of a rule but the lists behind a number. */
  readonly step: string;
  readonly kind: StepKind | 'bonuses' | 'deductions';
  readonly at: LineSubject | null;
  readonly operands: readonly Operand[];
  /** The intermediate numbers of its kind; null where the operands say it all. */
  readonly working: Working | null;
  /** Before rounding; null where the step does not round. */
  readonly unrounded: Quantity | null;
  readonly roundedTo: number | null;
  /** Null when the step gives no value; the notes say why. */
  readonly value: Quantity | null;
  readonly notes: readonly LineNote[];
}

/** One tie-breaker asked about a set of equal entries, this one among them. */
export interface TieAnswer {
  /** Position in the chain. */
  readonly position: number;
  readonly asked: TieStep;
  /** In starting order, with the numbers the tie-breaker compared: the first decides, where equal the next. */
  readonly tied: readonly { readonly entry: string; readonly figures: readonly Quantity[] }[];
  /** Which way the figures are better; null where they are not compared (a recorded decision). */
  readonly prefer: Prefer | null;
  /** Groups of equal entries, best first; null when it had nothing to say. */
  readonly groups: readonly (readonly string[])[] | null;
}

export interface Placing {
  /** A shared mean place can be a half. */
  readonly place: string;
  readonly of: number;
  readonly isShared: boolean;
  /** Position in the chain of the tie-breaker that separated it from an equal result; null when the result alone did. */
  readonly decidedBy: number | null;
  /** Neighbours closer than this share a place. */
  readonly tolerance: string | null;
  readonly questions: readonly TieAnswer[];
}

/** Where the places end that win or advance. */
export interface CutPosition {
  readonly places: number;
  readonly isInside: boolean;
  /** The nearest result on the other side of the line and how far it is; null when there is nobody. */
  readonly across: { readonly entry: string; readonly value: Quantity; readonly difference: Quantity } | null;
}

export interface Derivation {
  readonly entry: string;
  /** The column people are shown, and its value. */
  readonly column: string;
  readonly result: Quantity | null;
  /** The steps the lines belong to, with their settings. */
  readonly steps: readonly Step[];
  readonly lines: readonly Line[];
  /** How the figures came about that only tie-breakers asked for. */
  readonly tieLines: readonly Line[];
  /** Null outside the competition and without a result. */
  readonly placing: Placing | null;
  readonly cut: CutPosition | null;
}
