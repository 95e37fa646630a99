// The skating system as a whole (A14): the places of a final from the judges' places, with the working of every dance and of
// every tie; and the overall places where only dance places are known. In one dance the overall place is the dance place.
// [R-SKATING] [R-SKATING-TOTAL]
import type { Rational } from '../../numbers.ts';
import { oneDance, type DanceResult } from './one-dance.ts';
import { marksInAll, severalDances, type OverallResult } from './several-dances.ts';
import { checkedFinal, type SkatingPlaces, type SkatingRefusal } from './sheet.ts';

export interface SkatingResult {
  readonly dances: readonly DanceResult[];
  /** Rules 9 to 11. */
  readonly overall: OverallResult;
}

export function skating(places: SkatingPlaces): SkatingResult | SkatingRefusal {
  const final = checkedFinal(places);
  if ('refused' in final) return final;
  const dances = final.map(oneDance);
  const dancePlaces = dances.map((dance) => dance.places.map(({ place }) => place));
  return { dances, overall: severalDances(dancePlaces, marksInAll(final)) };
}

/** Rules 9 and 10 alone, on dance places `[dance][couple]`: what they leave equal shares the mean of the places. */
export function skatingSummary(dancePlaces: readonly (readonly Rational[])[]): OverallResult | SkatingRefusal {
  const [first] = dancePlaces;
  if (first === undefined) return { refused: 'skating.nothing-placed', dance: null, couple: null, judge: null };
  const odd = dancePlaces.findIndex((dance) => dance.length !== first.length);
  if (odd >= 0) return { refused: 'skating.couples-differ', dance: odd, couple: null, judge: null };
  return severalDances(dancePlaces, null);
}
