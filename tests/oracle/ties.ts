// The second calculator's tie-breakers: a group of equals is handed from question to question, each asked about every pair.
import type { TieBreaker } from '#domain/scoring-rules.ts';
import { average, isLess, isSame, largest, nothing, whole, written, type Fraction } from './fraction.ts';
import { isLowBetter, itemsOf, marksOf, type Maybe } from './panel-score.ts';
import type { Working } from './working.ts';

export interface Group {
  readonly entries: readonly number[];
  readonly decidedBy: TieBreaker['kind'] | null;
}

const there = (list: readonly Maybe[]): readonly Fraction[] => list.flatMap((value) => value ?? []);

/** A figure of each tied entry, higher is better; null where the question says nothing. */
type Figures = (entry: number) => Maybe;

function figuresFor(breaker: TieBreaker, work: Working, tied: readonly number[]): Figures | null {
  const { event, entries, totals } = work;
  const lowFirst =
    (figures: Figures): Figures =>
    (entry) => {
      const value = figures(entry);
      return value && { top: -value.top, bottom: value.bottom };
    };
  const meanOf = (row: readonly Maybe[]): Maybe => (there(row).length === 0 ? null : average(there(row)));
  switch (breaker.kind) {
    case 'criterion': {
      const item = event.criteria.findIndex(({ id }) => id === breaker.criterion);
      return (entry) => meanOf(marksOf(event, entries, item)[entry] ?? []);
    }
    case 'untrimmed-mean':
      return (entry) => meanOf(totals[entry] ?? []);
    case 'more-decimals': {
      const exact: Figures = (entry) => work.final[entry] ?? null;
      return work.isLowBetter ? lowFirst(exact) : exact;
    }
    case 'head-to-head': {
      const votes = (a: number, b: number) =>
        event.panel.filter((_, judge) => {
          const [own, other] = [totals[a]?.[judge], totals[b]?.[judge]];
          return own && other && isLess(other, own);
        }).length;
      return (entry) => whole(tied.filter((other) => votes(entry, other) > votes(other, entry)).length);
    }
    case 'more-top-marks': {
      const all = tied.flatMap((entry) => there(totals[entry] ?? []));
      if (all.length === 0) return null;
      return (entry) => whole(there(totals[entry] ?? []).filter((value) => isSame(value, largest(all))).length);
    }
    case 'part': {
      const component = work.parts.get(breaker.part);
      if (component) return (entry) => component[entry] ?? null;
      const column = breaker.part === 'panel' ? work.panel : work.groups.get(breaker.part);
      const figures: Figures = (entry) => column?.[entry] ?? null;
      const own = event.rules.groups?.weights.find(({ group }) => group === breaker.part)?.aggregate;
      return isLowBetter(own ?? event.rules.aggregate) ? lowFirst(figures) : figures;
    }
    case 'next-best': {
      const everybody = event.panel.map((_, judge) => judge);
      const items = itemsOf(event, entries, event.rules.aggregate, everybody);
      return (entry) => {
        let rest = [...there(items[entry] ?? [])];
        for (let taken = 1; taken < breaker.n; taken += 1) {
          const best = rest.findIndex((value) => isSame(value, largest(rest)));
          rest = rest.filter((_, at) => at !== best);
        }
        return rest.length === 0 ? null : largest(rest);
      };
    }
    case 'start-order':
      return (entry) => whole(breaker.prefer === 'earlier' ? -entry : entry);
    case 'panel-decision': {
      const score = work.published[tied[0] ?? -1] ?? nothing;
      const names = tied.map((entry) => entries[entry] ?? '');
      const fitting = (event.tieDecisions ?? []).filter(
        (decision) =>
          isSame(written(decision.score), score) &&
          names.every((name) => decision.order.some((known) => known === name)),
      );
      const newest = fitting[fitting.length - 1];
      return newest ? (entry) => whole(-newest.order.findIndex((known) => known === entries[entry])) : null;
    }
  }
}

/** The groups a set of equals falls into, best first. */
export function groupsByChain(
  work: Working,
  tied: readonly number[],
  asked = 0,
  decidedBy: Group['decidedBy'] = null,
): readonly Group[] {
  const breaker = work.event.rules.tieBreakers[asked];
  if (tied.length < 2 || breaker === undefined) return [{ entries: tied, decidedBy }];
  const figures = figuresFor(breaker, work, tied);
  const values = tied.map((entry) => (figures ? figures(entry) : null));
  if (values.includes(null)) return groupsByChain(work, tied, asked + 1, decidedBy);
  const valueOf = (entry: number) => values[tied.indexOf(entry)] ?? nothing;
  const groups: (readonly number[])[] = [];
  for (let rest = tied; rest.length > 0;) {
    const field = rest;
    const best = field.filter((entry) => !field.some((other) => isLess(valueOf(entry), valueOf(other))));
    groups.push(best);
    rest = field.filter((entry) => !best.includes(entry));
  }
  const by = groups.length > 1 ? breaker.kind : decidedBy;
  return groups.flatMap((group) => groupsByChain(work, group, asked + 1, by));
}
