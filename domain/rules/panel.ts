// What every aggregate works on and gives back: the valid sheets of one entry in, the panel score with the fate of each
// sheet out. A sheet that was not given, recused or absent is not here at all: it is never 0 and never in the divisor.
import type { Criterion } from '../definition.ts';
import type { SeatId } from '../ids.ts';
import { compare, divide, rational, sum, type Rational } from '../numbers.ts';
import type { RuleNote } from '../stage-view.ts';
import type { Mark } from '../marks.ts';

export interface ValidSheet {
  readonly seat: SeatId;
  readonly marks: readonly Mark[];
  readonly total: Rational;
}

export interface PanelScore {
  readonly score: Rational;
  readonly fates: ReadonlyMap<SeatId, 'counted' | 'highest-out' | 'lowest-out'>;
  readonly rule: RuleNote;
}

/** `sheets` holds at least one sheet, in seat order. */
export type PanelRule<Settings> = (
  sheets: readonly ValidSheet[],
  criteria: readonly Criterion[],
  settings: Settings,
) => PanelScore;

/** Of at least one value. */
export function meanOf(values: readonly Rational[]): Rational {
  return divide(sum(values), rational(BigInt(values.length)));
}

/** Positions of what trimming drops: exactly that many per side, also when several values are equal (the later seats stay). */
export function trimmedPositions(
  values: readonly Rational[],
  dropHighest: number,
  dropLowest: number,
): { readonly highest: readonly number[]; readonly lowest: readonly number[] } {
  const ascending = values
    .map((value, position) => ({ value, position }))
    .sort((a, b) => compare(a.value, b.value) || a.position - b.position);
  const lowest = ascending.slice(0, dropLowest).map(({ position }) => position);
  const rest = ascending.slice(dropLowest);
  const descending = rest.sort((a, b) => compare(b.value, a.value) || a.position - b.position);
  return { highest: descending.slice(0, dropHighest).map(({ position }) => position), lowest };
}
