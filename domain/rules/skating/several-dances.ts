// The skating system over several dances. Rule 9: the dance places are added, the smallest total wins. Rule 10, equal
// totals while place p is awarded: more dance places "p and higher", then the smaller sum of those places; the winner takes
// p and the rest starts again with p + 1. Rule 11, still equal: only these couples, all their marks of all dances as one
// dance, majority of all those marks, columns from p on, count and then sum; the winner takes p, the others of that group
// are next and go back to rule 10 among themselves, ahead of couples that lost under rule 10. What rule 11 leaves equal
// shares the mean of the places. Source: A. Dawson, The skating system (rules 9–11). [R-SKATING-TOTAL]
import { add, compare, rational, sum, ZERO, type Rational } from '../../numbers.ts';
import { byColumn, columnsOf, majorityOf, meanPlace, type Column } from './one-dance.ts';
import type { PlacedDance } from './sheet.ts';

export interface OverallPlace {
  readonly total: Rational;
  readonly place: Rational;
  /** 9: by the total alone; 10 and 11: by that rule; 'shared': no rule tells the couple from those it shares with. */
  readonly decidedBy: 9 | 10 | 11 | 'shared';
}

/** One award of a place among couples of equal total, with what it was decided on; `columns` belong to rule 11. */
export interface TieStep {
  readonly place: number;
  readonly rule: 10 | 11;
  readonly tied: readonly number[];
  /** Rule 10: the dance places "p and higher" of each tied couple. */
  readonly higher: readonly { readonly count: number; readonly sum: Rational }[] | null;
  /** Rule 11: the majority of all marks, and from column `place` on the columns that were read, per tied couple. */
  readonly asOneDance: {
    readonly majority: number;
    readonly columns: readonly (readonly Column[])[];
  } | null;
  /** One couple takes the place, several share it, or under rule 10 go on to rule 11 together. */
  readonly first: readonly number[];
}

export interface OverallResult {
  readonly places: readonly OverallPlace[];
  readonly steps: readonly TieStep[];
}

/** All marks of one couple in all dances, or null where only the dance places are known: then rule 11 cannot be applied. */
export type MarksOf = ((couple: number) => readonly number[]) | null;

const firstOf = <Item>(groups: readonly (readonly Item[])[]): readonly Item[] => groups[0] ?? [];

/** Rule 11: who of the tied couples takes place p; several when no column tells them apart. */
function ruleEleven(tied: readonly number[], place: number, couples: number, marksOf: NonNullable<MarksOf>): TieStep {
  const columns = new Map(tied.map((couple) => [couple, columnsOf(marksOf(couple), couples)]));
  const majority = majorityOf(Math.max(...tied.map((couple) => marksOf(couple).length)));
  const columnAt = (couple: number, at: number) => columns.get(couple)?.[at - 1] ?? { count: 0, sum: 0 };
  let [first, at, hasMajority] = [tied, place - 1, false];
  while (at < couples && !(hasMajority && first.length === 1)) {
    at += 1;
    const now = at;
    const reached = hasMajority ? first : first.filter((couple) => columnAt(couple, now).count >= majority);
    if (reached.length === 0) continue;
    hasMajority = true;
    first = firstOf(byColumn(reached, (couple) => columnAt(couple, now)));
  }
  const read = tied.map((couple) => columns.get(couple)?.slice(place - 1, at) ?? []);
  return { place, rule: 11, tied, higher: null, asOneDance: { majority, columns: read }, first };
}

/** Rule 10: who of the tied couples is first for place p; several when equal in count and sum. */
function ruleTen(tied: readonly number[], place: number, placesOf: (couple: number) => readonly Rational[]): TieStep {
  const limit = rational(BigInt(place));
  const higher = tied.map((couple) => {
    const counted = placesOf(couple).filter((own) => compare(own, limit) <= 0);
    return { count: counted.length, sum: sum(counted) };
  });
  const at = (index: number) => higher[index] ?? { count: 0, sum: ZERO };
  const isBetter = (a: number, b: number) => at(a).count - at(b).count || compare(at(b).sum, at(a).sum);
  const first = tied.filter((_, own) => tied.every((__, other) => isBetter(own, other) >= 0));
  return { place, rule: 10, tied, higher, asOneDance: null, first };
}

/** `dancePlaces[dance][couple]`; `marksOf` gives rule 11 its marks. */
export function severalDances(dancePlaces: readonly (readonly Rational[])[], marksOf: MarksOf): OverallResult {
  const couples = dancePlaces[0]?.length ?? 0;
  const placesOf = (couple: number) => dancePlaces.map((dance) => dance[couple] ?? ZERO);
  const totals = Array.from({ length: couples }, (_, couple) => placesOf(couple).reduce(add, ZERO));
  const totalOf = (couple: number) => totals[couple] ?? ZERO;
  const awarded = new Map<number, Omit<OverallPlace, 'total'>>();
  const steps: TieStep[] = [];

  const award = (group: readonly number[], decidedBy: 9 | 10 | 11): void => {
    const place = meanPlace(awarded.size + 1, group.length);
    for (const couple of group) awarded.set(couple, { place, decidedBy: group.length > 1 ? 'shared' : decidedBy });
  };
  /** Awards the next places to couples of equal total; `lost` is the rule that told them from those already placed. */
  const breakTie = (tied: readonly number[], lost: 9 | 10 | 11): void => {
    let [rest, rule] = [tied, lost];
    while (rest.length > 1) {
      const ten = ruleTen(rest, awarded.size + 1, placesOf);
      steps.push(ten);
      if (ten.first.length === 1) award(ten.first, 10);
      else if (marksOf === null) award(ten.first, 10);
      else {
        const eleven = ruleEleven(ten.first, awarded.size + 1, couples, marksOf);
        steps.push(eleven);
        award(eleven.first, 11);
        breakTie(
          ten.first.filter((couple) => !eleven.first.includes(couple)),
          11,
        );
      }
      rest = rest.filter((couple) => !ten.first.includes(couple));
      rule = 10;
    }
    if (rest.length === 1) award(rest, rule);
  };

  let rest = [...totals.keys()];
  while (rest.length > 0) {
    const field = rest;
    const equal = field.filter((couple) => field.every((other) => compare(totalOf(couple), totalOf(other)) <= 0));
    breakTie(equal, 9);
    rest = field.filter((couple) => !equal.includes(couple));
  }
  const places = totals.map((total, couple) => {
    const own = awarded.get(couple);
    if (own === undefined) throw new RangeError('a couple without a place');
    return { total, ...own };
  });
  return { places, steps };
}

export function marksInAll(dances: readonly PlacedDance[]): NonNullable<MarksOf> {
  return (couple) => dances.flatMap((dance) => dance[couple] ?? []);
}
