// What the engine computes on: who judged what, in exact numbers, with everything that was left out named. A live final and a
// file of another competition both become one of these; from here on there is one way to a result.
import type { Rational } from '../numbers.ts';

/** Why a judge's mark is not there. It is then in no sum and in no divisor; it is never 0. */
export type LeftOut = 'missing' | 'recused' | 'absent' | 'void';

/** No mark has more units than this (six digits, three decimals): a panel's sum of them is then an exact integer. */
export const MOST_UNITS = 1_000_000_000;

/** Who judges and what is judged in one sitting. Marks are integers in units of 10^-decimals. */
export interface MarkTable {
  readonly id: string;
  readonly judges: readonly string[];
  /** Names of the items; empty where each entry has its own list (dives, elements). */
  readonly items: readonly string[];
  readonly decimals: number;
}

/** One entry's marks in one table. */
export interface EntryMarks {
  /** [item][judge] in units of the table; null where there is none. Items may be fewer or more than the table names. */
  readonly rows: readonly (readonly (number | null)[])[];
  /** Why, for each judge (by position) who gave nothing at all; others are 'missing'. */
  readonly leftOut?: ReadonlyMap<number, LeftOut>;
}

/** Everything the engine knows of one entry. Immutable: a changed mark makes a new one, and only that one is computed again. */
export interface EntrySource {
  readonly id: string;
  readonly marks: Readonly<Record<string, EntryMarks>>;
  /** One number each: votes, distance points, an earlier stage's result, deductions as a positive sum. */
  readonly numbers: Readonly<Record<string, Rational | null>>;
  /** One number per item: difficulty, base value. */
  readonly lists: Readonly<Record<string, readonly (Rational | null)[]>>;
}

/** A decision from outside on equal entries, best first: the panel, the chief judge, a new vote, a lot. */
export interface OutsideDecision {
  readonly order: readonly string[];
  /** The published value at which they were equal; a decision holds for that value only. */
  readonly at: Rational | null;
}

export interface Contest {
  readonly tables: readonly MarkTable[];
  /** In starting order. */
  readonly entries: readonly EntrySource[];
  readonly decisions: readonly OutsideDecision[];
}
