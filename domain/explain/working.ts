// The intermediate numbers of a line, by the kind of arithmetic: what a person writes down between the operands and the value.
import type { BallotMethod } from '../rules/step-schema.ts';
import type { Quantity } from './quantity.ts';

/** Over or under a value among all entries that have one. */
export interface Standing {
  readonly better: number;
  /** This one included. */
  readonly equal: number;
  readonly field: number;
  /** How many different values are better: the places of a dense ranking count these. */
  readonly betterValues: number;
}

interface EntryNumber {
  readonly entry: string;
  readonly number: Quantity;
}

/** How a ballot method saw the field, by the names it uses itself. */
export type BallotSummary =
  /** Points or votes of every entry: plurality, approval, Borda, Copeland (won minus lost), minimax (worst defeat, less is better). */
  | { readonly by: 'points'; readonly points: readonly EntryNumber[]; readonly isLessBetter: boolean }
  /** Voters for and against this entry in each direct comparison, and the strength of the strongest path each way (Schulze). */
  | {
      readonly by: 'duels';
      readonly duels: readonly {
        readonly against: string;
        readonly for: number;
        readonly opposed: number;
        readonly path?: number;
        readonly pathBack?: number;
      }[];
    }
  | {
      readonly by: 'pairs';
      readonly pairs: readonly {
        readonly winner: string;
        readonly loser: string;
        readonly winning: number;
        readonly opposition: number;
        readonly fate: 'locked' | 'closes-cycle' | 'closes-cycle-with-equals';
      }[];
    }
  | {
      readonly by: 'rounds';
      readonly rounds: readonly {
        readonly votes: readonly EntryNumber[];
        readonly exhausted: number;
        readonly leaving: readonly string[];
        readonly then: 'leave' | 'each-way' | 'end';
      }[];
    }
  | { readonly by: 'agreement'; readonly score: number; readonly bestOrders: number }
  | {
      readonly by: 'runoff';
      readonly totals: readonly EntryNumber[];
      readonly finalists: readonly string[];
      /** Voters for the first finalist, the second, neither; null without a runoff. */
      readonly voters: readonly [number, number, number] | null;
    }
  /** The method gave nothing: the notes of the line say why. */
  | { readonly by: 'nothing' };

export interface DanceWorking {
  /** The judges' places, in the order of the judges counted. */
  readonly marks: readonly number[];
  readonly majority: number;
  /** From "1st" to the column that decided: how many marks so far, and their sum. */
  readonly columns: readonly { readonly count: number; readonly sum: number }[];
  readonly place: Quantity;
  readonly decidedBy: 5 | 6 | 7 | 'shared';
  readonly majorityAt: number;
  readonly decidedAt: number;
}

export type Working =
  /** The counted values added up, by how many they are divided, and for sums the number they are brought to in proportion. */
  | {
      readonly as: 'panel';
      readonly counted: number;
      readonly total: Quantity;
      readonly divisor: number;
      readonly proRata: { readonly given: number; readonly planned: number } | null;
    }
  | ({ readonly as: 'order' } & Standing)
  /** All votes, or those of the leader. */
  | { readonly as: 'whole'; readonly whole: Quantity; readonly field: number }
  /** Weights of parts that are not there go to the others: × all ÷ present. */
  | { readonly as: 'redistributed'; readonly all: Quantity; readonly present: Quantity }
  | { readonly as: 'average'; readonly total: Quantity; readonly count: number }
  | {
      readonly as: 'scale';
      readonly own: { readonly mean: Quantity; readonly deviation: Quantity; readonly count: number };
      readonly pool: { readonly mean: Quantity; readonly deviation: Quantity };
    }
  /** The band reached; null below the lowest. */
  | { readonly as: 'band'; readonly from: Quantity | null }
  | {
      readonly as: 'majority';
      readonly votes: readonly {
        readonly judge: string;
        readonly voted: { readonly entry: string } | 'level' | null;
      }[];
      readonly tally: readonly { readonly entry: string; readonly votes: number }[];
      readonly level: number;
      readonly cards: number;
      readonly needed: number;
      readonly winner: string | null;
      /** For the mean over the judges who voted for the winner (or all, without one). */
      readonly total: Quantity | null;
      readonly counted: number;
    }
  | {
      readonly as: 'skating';
      readonly judges: readonly string[];
      readonly dances: readonly DanceWorking[];
      readonly total: Quantity;
      readonly decidedBy: 9 | 10 | 11 | 'shared';
      /** The total of every entry: what rule 9 compares. */
      readonly totals: readonly EntryNumber[];
      /** Questions under rules 10 and 11 that named this entry. */
      readonly ties: readonly {
        readonly place: number;
        readonly rule: 10 | 11;
        readonly first: readonly string[];
        readonly tied: readonly {
          readonly entry: string;
          /** Rule 10: dance places "p and higher"; rule 11: of all marks, in the last column read. */
          readonly count: number;
          readonly sum: Quantity;
        }[];
      }[];
    }
  | {
      readonly as: 'ballot';
      readonly method: BallotMethod;
      readonly ballots: number;
      /** Groups of equal entries, best first. */
      readonly order: readonly (readonly string[])[];
      readonly summary: BallotSummary;
    };
