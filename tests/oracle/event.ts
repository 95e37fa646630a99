// The second calculator: the whole result of a scored event by another way than the engine's. It sorts by comparing every pair,
// takes extremes out one at a time, and knows the rules of an event only as the organiser wrote them.
import type { ScoredEvent } from '#domain/scored-event/scored-event.ts';
import type { TieBreaker } from '#domain/scoring-rules.ts';
import type { Fate } from './aggregates.ts';
import { isLess, minus, nothing, written, type Fraction } from './fraction.ts';
import type { Maybe } from './panel-score.ts';
import { groupsByChain, type Group } from './ties.ts';
import { working } from './working.ts';

export interface OracleResult {
  readonly entry: string;
  readonly totals: readonly Maybe[];
  /** Per judge of the panel; 'counted' where no single list was aggregated. */
  readonly fates: readonly (Fate | null)[];
  readonly panel: Maybe;
  readonly final: Fraction;
  readonly published: Fraction;
  readonly place: number;
  readonly isShared: boolean;
  readonly decidedBy: TieBreaker['kind'] | null;
}

/** Best first; of equal ones in running order. */
export function oracleResults(event: ScoredEvent): readonly OracleResult[] {
  const work = working(event);
  const { rules } = event;
  const by = rules.rankOn === 'rounded' ? work.published : work.final;
  const isAhead = (a: number, b: number): boolean => {
    const [left, right] = [by[a] ?? nothing, by[b] ?? nothing];
    return work.isLowBetter ? isLess(left, right) : isLess(right, left);
  };
  const present = work.entries.flatMap((_, entry) => (by[entry] == null ? [] : [entry]));
  // Whoever has nobody ahead among the rest comes next, together with all equals.
  const equals: number[][] = [];
  for (let rest = present; rest.length > 0;) {
    const field = rest;
    const next = field.filter((entry) => !field.some((other) => isAhead(other, entry)));
    equals.push(next);
    rest = field.filter((entry) => !next.includes(entry));
  }
  const groups: readonly Group[] =
    rules.tolerance === undefined
      ? equals.flatMap((tied) => groupsByChain(work, tied))
      : joined(equals, by, written(rules.tolerance));
  return groups.flatMap(({ entries, decidedBy }, index) =>
    entries.map((entry): OracleResult => ({
      entry: work.entries[entry] ?? '',
      totals: work.totals[entry] ?? [],
      fates: work.fates[entry] ?? [],
      panel: work.panel[entry] ?? null,
      final: work.final[entry] ?? nothing,
      published: work.published[entry] ?? nothing,
      place:
        rules.rankStyle === 'dense' ? index + 1 : 1 + groups.slice(0, index).flatMap((group) => group.entries).length,
      isShared: entries.length > 1,
      decidedBy,
    })),
  );
}

/** Neighbours less than the tolerance apart. */
function joined(equals: readonly (readonly number[])[], by: readonly Maybe[], tolerance: Fraction): readonly Group[] {
  const chains: number[][] = [];
  equals.forEach((group, index) => {
    const [own, above] = [by[group[0] ?? -1], by[equals[index - 1]?.[0] ?? -1]];
    const apart = own && above ? minus(own, above) : null;
    const size = apart && (apart.top < 0n ? minus(nothing, apart) : apart);
    if (size && isLess(size, tolerance)) chains[chains.length - 1]?.push(...group);
    else chains.push([...group]);
  });
  return chains.map((entries) => ({ entries, decidedBy: null }));
}
