// How firm a place is: the best and the worst place an entry has when any one judge is left out, and under the neighbouring
// rules. [A-RANGE]
// Each range begins with the official place. A computation that gives the entry no place adds nothing.
// Source: jackknife ranges of ranks (Goldstein and Spiegelhalter 1996 on the uncertainty of league tables).
import type { Placing } from './placing.ts';

export interface PlaceRange {
  readonly best: number;
  readonly worst: number;
}

/** Null for an entry that has no official place. */
export function placeRange(official: Placing, others: readonly (Placing | null)[], entry: number): PlaceRange | null {
  const place = official.places[entry] ?? null;
  if (place === null) return null;
  const places = [place, ...others.flatMap((other) => other?.places[entry] ?? [])];
  return { best: Math.min(...places), worst: Math.max(...places) };
}
