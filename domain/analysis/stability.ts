// S8, stability: the official result computed again without one judge, and without each judge group. [A-STABILITY]
//   for every judge j: places of the same marks and the same rule on the panel without j, compared with the official places
// A judge without whom there is no result at all gives a dash. The smaller panel is treated as the rule treats one: with fewer
// valid scores than trimming needs, nothing is dropped. A recorded decision on a tie counts only while the tie is the same.
// Source: jackknife (Quenouille 1956); checked against published ranks without the judges of one country.
import { placeChanges, type PlaceChanges } from './place-changes.ts';
import { placingOf, type Judged, type Placing } from './placing.ts';
import { withoutSeats } from './without-seats.ts';
import type { Work } from './work.ts';

/** `changes` and `placing` are null where the rest of the panel gives no result. */
export interface Without<Who> {
  readonly without: Who;
  readonly placing: Placing | null;
  readonly changes: PlaceChanges | null;
}

export interface Stability {
  /** In the order of the panel. */
  readonly judges: readonly Without<string>[];
  /** Groups with at least one judge, when there are several. */
  readonly groups: readonly Without<string>[];
}

export function* stability(judged: Judged, official: Placing): Work<Stability> {
  const { panel, judgeGroups, rules } = judged.definition;
  const without = (who: string, seats: readonly string[]): Without<string> => {
    const smaller = withoutSeats(judged, new Set(seats));
    const placing =
      smaller &&
      placingOf(
        smaller,
        official.order.toSorted((a, b) => a - b),
      );
    return placing === null || placing.order.length === 0
      ? { without: who, placing: null, changes: null }
      : { without: who, placing, changes: placeChanges(official, placing, rules.cutLine) };
  };
  const groups = judgeGroups
    .map(({ id }) => ({ id, seats: panel.filter(({ group }) => group === id).map(({ seat }) => seat) }))
    .filter(({ seats }) => seats.length > 0);
  const judges: Without<string>[] = [];
  for (const { seat } of panel) {
    judges.push(without(seat, [seat]));
    yield;
  }
  return { judges, groups: groups.length < 2 ? [] : groups.map(({ id, seats }) => without(id, seats)) };
}
