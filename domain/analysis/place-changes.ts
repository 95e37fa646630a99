// What differs between the official places and those of another computation of the same entries: the winner, the podium, who
// is inside the line, how far anybody moves. [A-CHANGES]
//   winner: who has place 1;  podium: who has places 1 to 3, and which;  moved: how many entries have another place
// An entry that the other computation gives no result counts as moved and is named; it has no distance.
import { insideOf, type Placing } from './placing.ts';

export interface PlaceChanges {
  readonly isWinnerChanged: boolean;
  readonly isPodiumChanged: boolean;
  /** Inside the line only there, only officially; empty without a line. */
  readonly entering: readonly number[];
  readonly leaving: readonly number[];
  readonly moved: number;
  /** Places between the official and the other place of the entry that moves furthest. */
  readonly largestMove: number;
  readonly withoutResult: readonly number[];
}

const PODIUM = 3;

export function placeChanges(official: Placing, other: Placing, line: number | undefined): PlaceChanges {
  const isSameUpTo = (last: number) =>
    official.places.every((place, entry) => {
      const there = other.places[entry] ?? null;
      const isOn = (known: number | null) => known !== null && known <= last;
      return (!isOn(place) && !isOn(there)) || place === there;
    });
  const [inside, there] = line === undefined ? [[], []] : [insideOf(official, line), insideOf(other, line)];
  const moves = official.places.map((place, entry) => {
    const now = other.places[entry] ?? null;
    return place === null || now === null ? 0 : Math.abs(now - place);
  });
  return {
    isWinnerChanged: !isSameUpTo(1),
    isPodiumChanged: !isSameUpTo(PODIUM),
    entering: there.filter((entry) => !inside.includes(entry)),
    leaving: inside.filter((entry) => !there.includes(entry)),
    moved: official.places.filter((place, entry) => place !== (other.places[entry] ?? null)).length,
    largestMove: Math.max(0, ...moves),
    withoutResult: official.places.flatMap((place, entry) =>
      place !== null && other.places[entry] === null ? [entry] : [],
    ),
  };
}
