// What the skating system (舞蹈竞赛顺位法) works on: in every dance every judge gives each couple a place of its own, 1 to n.
// A judge who places two couples equal or leaves one out is refused here; nothing is guessed. [R-SKATING-MARKS]

/** `places[dance][couple][judge]`; judges may differ between dances. */
export type SkatingPlaces = readonly (readonly (readonly (number | null)[])[])[];

/** The same, after checking. */
export type PlacedDance = readonly (readonly number[])[];

export interface SkatingRefusal {
  readonly refused:
    | 'skating.nothing-placed'
    | 'skating.couples-differ'
    | 'skating.judges-differ'
    | 'skating.place-missing'
    | 'skating.place-out-of-range'
    | 'skating.places-not-distinct';
  /** Positions from 0; null where the fault is not one dance's, couple's or judge's. */
  readonly dance: number | null;
  readonly couple: number | null;
  readonly judge: number | null;
}

const refuse = (
  refused: SkatingRefusal['refused'],
  dance: number | null = null,
  couple: number | null = null,
  judge: number | null = null,
): SkatingRefusal => ({ refused, dance, couple, judge });

/** The first thing wrong with one dance, or its places. */
export function checkedDance(
  dance: readonly (readonly (number | null)[])[],
  position: number,
): PlacedDance | SkatingRefusal {
  const judges = dance[0]?.length ?? 0;
  if (judges === 0) return refuse('skating.nothing-placed', position);
  const checked: number[][] = [];
  const given = new Set<string>();
  for (const [couple, row] of dance.entries()) {
    if (row.length !== judges) return refuse('skating.judges-differ', position, couple);
    const own: number[] = [];
    for (const [judge, place] of row.entries()) {
      if (place === null) return refuse('skating.place-missing', position, couple, judge);
      if (!Number.isInteger(place) || place < 1 || place > dance.length) {
        return refuse('skating.place-out-of-range', position, couple, judge);
      }
      const key = `${judge}:${place}`;
      if (given.has(key)) return refuse('skating.places-not-distinct', position, couple, judge);
      given.add(key);
      own.push(place);
    }
    checked.push(own);
  }
  return checked;
}

/** The first thing wrong with a final, or its dances. */
export function checkedFinal(places: SkatingPlaces): readonly PlacedDance[] | SkatingRefusal {
  if (places.length === 0) return refuse('skating.nothing-placed');
  const dances: PlacedDance[] = [];
  for (const [position, dance] of places.entries()) {
    if (dance.length !== places[0]?.length) return refuse('skating.couples-differ', position);
    const checked = checkedDance(dance, position);
    if ('refused' in checked) return checked;
    dances.push(checked);
  }
  return dances;
}
