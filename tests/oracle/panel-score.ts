// The second calculator's panel scores: from sheets to one figure per entry, for the whole panel or for one group of judges.
import type { ScoredEvent } from '#domain/scored-event/scored-event.ts';
import type { Aggregate } from '#domain/scoring-rules.ts';
import { aggregated, type Fate } from './aggregates.ts';
import {
  average,
  decayed,
  isLess,
  isSame,
  largest,
  minus,
  nearest,
  nothing,
  over,
  plus,
  root,
  times,
  total,
  whole,
  written,
  type Fraction,
} from './fraction.ts';
import { placesByBallot } from './ballots.ts';
import { skatingByHand } from './skating.ts';

export type Maybe = Fraction | null;
/** [entry][judge]; null where the judge gave nothing. */
export type Table = readonly (readonly Maybe[])[];

export interface PanelColumn {
  readonly values: readonly Maybe[];
  /** Per entry and judge of the panel, where one list of totals was aggregated. */
  readonly fates: readonly (readonly (Fate | null)[])[] | null;
}

export const inColumns = (table: Table): Table =>
  (table[0] ?? []).map((_, judge) => table.map((row) => row[judge] ?? null));
const there = (list: readonly Maybe[]): readonly Fraction[] => list.flatMap((value) => value ?? []);
const isWhole = (list: readonly Maybe[]): boolean => !list.includes(null);

/** Marks of one item: [entry][judge]. */
export function marksOf(event: ScoredEvent, entries: readonly string[], item: number): Table {
  return entries.map((entry) =>
    event.panel.map(({ seat }) => {
      const sheet = event.sheets.find((known) => known.entry === entry && known.seat === seat);
      const mark = sheet?.state === undefined ? sheet?.marks?.[item] : undefined;
      return mark === undefined ? null : written(mark);
    }),
  );
}

const worth = ({ weight, maxScore }: ScoredEvent['criteria'][number]): Fraction =>
  weight === undefined ? whole(1) : over(written(weight), written(maxScore));

export function totalsOf(event: ScoredEvent, entries: readonly string[]): Table {
  const items = event.criteria.map((criterion, item) =>
    marksOf(event, entries, item).map((row) => row.map((mark) => mark && times(mark, worth(criterion)))),
  );
  return entries.map((_, entry) =>
    event.panel.map((__, judge) => {
      const marks = items.map((table) => table[entry]?.[judge] ?? null);
      return isWhole(marks) ? total(there(marks)) : null;
    }),
  );
}

function filledByOwnAverage(table: Table): Table {
  const own = inColumns(table).map((column) => (there(column).length === 0 ? null : average(there(column))));
  return table.map((row) => row.map((value, judge) => value ?? own[judge] ?? null));
}

function deviation(list: readonly Fraction[]): Fraction {
  if (list.length < 2) return nothing;
  const off = list.map((value) => minus(value, average(list)));
  return root(over(total(off.map((one) => times(one, one))), whole(list.length - 1)), 20);
}

function normalised(table: Table, by: 'severity' | 'z-score'): Table {
  const columns = inColumns(table).map(there);
  const pool = columns.flat();
  if (pool.length === 0) return table;
  return table.map((row) =>
    row.map((value, judge) => {
      const own = columns[judge] ?? [];
      if (value === null) return null;
      const off = minus(value, average(own));
      if (by === 'severity') return plus(off, average(pool));
      const spread = deviation(own);
      return spread.top === 0n ? average(pool) : plus(times(over(off, spread), deviation(pool)), average(pool));
    }),
  );
}

/** What judges' totals count as. */
export function valuesOf({ rules }: ScoredEvent, totals: Table): Table {
  const filled = rules.missing === 'judge-average' ? filledByOwnAverage(totals) : totals;
  return rules.normalise === undefined ? filled : normalised(filled, rules.normalise);
}

interface One {
  readonly value: Maybe;
  readonly fates: readonly (Fate | null)[];
}

function oneValue(row: readonly Maybe[], aggregate: Aggregate, isReplacing: boolean): One {
  const given = there(row);
  if (given.length === 0) return { value: null, fates: row.map(() => null) };
  const list = isReplacing ? row.map((value) => value ?? average(given)) : given;
  const { value, fates } = aggregated(list, aggregate, row.length);
  let next = 0;
  return {
    value,
    fates: row.map((own) => {
      if (own === null && !isReplacing) return null;
      next += 1;
      return fates[next - 1] ?? null;
    }),
  };
}

/** A judge's values turned into something per entry, where the judge valued every entry; otherwise nothing. */
const perJudge = (table: Table, turn: (column: readonly Fraction[]) => readonly Fraction[]): Table =>
  inColumns(inColumns(table).map((column) => (isWhole(column) ? turn(there(column)) : column.map(() => null))));

const ahead = (column: readonly Fraction[], value: Fraction) => column.filter((other) => isLess(value, other)).length;
const level = (column: readonly Fraction[], value: Fraction) => column.filter((other) => isSame(value, other)).length;

const midrank = (column: readonly Fraction[], value: Fraction): Fraction =>
  over(whole(2 * ahead(column, value) + level(column, value) + 1), whole(2));

/** Points of the places an entry shares, their mean, or those of the best of them. */
export function pointsFor(
  column: readonly Fraction[],
  value: Fraction,
  { points, ties }: { readonly points: readonly string[]; readonly ties: 'mean' | 'same' },
): Fraction {
  const first = ahead(column, value);
  const spanned = Array.from({ length: level(column, value) }, (_, more) => written(points[first + more] ?? '0'));
  return ties === 'same' ? (spanned[0] ?? nothing) : average(spanned);
}

function majority(table: Table, score: 'votes' | 'mean'): readonly Maybe[] {
  const columns = inColumns(table);
  const votes = columns.map((column) => {
    if (!isWhole(column) || column.length === 0) return null;
    const best = column.findIndex((value) => there(column).every((other) => value && !isLess(value, other)));
    return level(there(column), column[best] ?? nothing) === 1 ? best : 'level';
  });
  const cards = votes.filter((vote) => vote !== null).length;
  if (cards === 0) return table.map(() => null);
  const count = (entry: number) => votes.filter((vote) => vote === entry).length;
  if (score === 'votes') return table.map((_, entry) => whole(count(entry)));
  const winner = table.findIndex((_, entry) => 2 * count(entry) > cards);
  return table.map((row) => {
    const heard = there(row.map((value, judge) => (winner < 0 || votes[judge] === winner ? value : null)));
    return heard.length === 0 ? null : average(heard);
  });
}

function skating(event: ScoredEvent, entries: readonly string[], seats: readonly number[]): readonly Maybe[] {
  const none = entries.map(() => null);
  const dances = event.criteria.map((_, item) => inColumns(marksOf(event, entries, item)));
  const judges = seats.filter((judge) => dances.every((dance) => isWhole(dance[judge] ?? [null])));
  if (judges.length === 0) return none;
  const places = dances.map((dance) =>
    entries.map((_, entry) =>
      judges.map((judge) => {
        const column = there(dance[judge] ?? []);
        const value = column[entry] ?? nothing;
        return level(column, value) > 1 ? null : 1 + ahead(column, value);
      }),
    ),
  );
  if (places.flat(2).includes(null)) return none;
  const { overall } = skatingByHand(places as readonly (readonly (readonly number[])[])[]);
  return overall.map((place) => over(whole(2 * place), whole(2)));
}

/** Aggregated inside each item, multiplied, rounded and put together. */
export function itemsOf(
  event: ScoredEvent,
  entries: readonly string[],
  aggregate: Aggregate,
  seats: readonly number[],
): Table {
  const { items, missing } = event.rules;
  return entries.map((entry, at) =>
    event.criteria.map((criterion, item) => {
      const row = marksOf(event, entries, item)[at] ?? [];
      const { value } = oneValue(
        seats.map((judge) => row[judge] ?? null),
        aggregate,
        missing === 'replace-by-mean',
      );
      if (value === null) return null;
      const difficulty = event.entries.find(({ id }) => id === entry)?.difficulty?.[item];
      if (items?.useDifficulty === true && difficulty === undefined) return null;
      const factors = [
        worth(criterion),
        ...(items?.useDifficulty === true && difficulty !== undefined ? [written(difficulty)] : []),
        ...(items?.factor === undefined ? [] : [written(items.factor)]),
      ];
      const product = factors.reduce(times, value);
      return items?.decimals === undefined ? product : nearest(product, items.decimals);
    }),
  );
}

/** Sums of places, places of a skating final and of ballots are better when low. */
export const isLowBetter = ({ kind }: ScoredEvent['rules']['aggregate']): boolean =>
  ['rank-sum', 'skating', 'ballot'].includes(kind);

export const isByItem = (aggregate: Aggregate): boolean =>
  ('trimScope' in aggregate && aggregate.trimScope === 'criterion') ||
  ('scope' in aggregate && aggregate.scope === 'criterion');

/** The panel's, or one group's, figure for every entry. */
export function panelColumn(
  event: ScoredEvent,
  entries: readonly string[],
  values: Table,
  aggregate: Aggregate,
  seats: readonly number[],
): PanelColumn {
  const own = values.map((row) => seats.map((judge) => row[judge] ?? null));
  const isReplacing = event.rules.missing === 'replace-by-mean';
  const through = (table: Table, how: Aggregate): PanelColumn => {
    const all = table.map((row) => oneValue(row, how, isReplacing));
    return { values: all.map(({ value }) => value), fates: all.map(({ fates }) => fates) };
  };
  const plain = (list: readonly Maybe[]): PanelColumn => ({ values: list, fates: null });
  switch (aggregate.kind) {
    case 'majority':
      return plain(majority(own, aggregate.score));
    case 'rank-sum':
      return through(
        perJudge(own, (column) => column.map((value) => midrank(column, value))),
        { kind: aggregate.as },
      );
    case 'rank-weights': {
      const decay = written(aggregate.decay);
      const worthOf = (rank: Fraction) => decayed(times(decay, minus(rank, whole(1))), 20);
      return through(
        perJudge(own, (column) => column.map((value) => worthOf(midrank(column, value)))),
        { kind: 'sum' },
      );
    }
    case 'rank-points':
      return through(
        perJudge(own, (column) => column.map((value) => pointsFor(column, value, aggregate))),
        { kind: 'sum' },
      );
    case 'skating':
      return plain(skating(event, entries, seats));
    case 'ballot':
      return plain(placesByBallot(own, aggregate.method));
    default: {
      if (!isByItem(aggregate)) return through(own, aggregate);
      const best = event.rules.items?.combine === 'best';
      return plain(
        itemsOf(event, entries, aggregate, seats).map((row) =>
          best ? (there(row).length === 0 ? null : largest(there(row))) : isWhole(row) ? total(there(row)) : null,
        ),
      );
    }
  }
}
