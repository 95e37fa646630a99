// Everything the second calculator works out before it places anybody.
import type { ScoredEvent } from '#domain/scored-event/scored-event.ts';
import type { Fate } from './aggregates.ts';
import { combinedColumn } from './components.ts';
import { isLess, minus, nearest, nothing, plus, total, written } from './fraction.ts';
import { panelColumn, totalsOf, valuesOf, type Maybe, type Table } from './panel-score.ts';
import { weighted } from './weighted.ts';

export interface Working {
  readonly event: ScoredEvent;
  /** Complete ones, in running order. */
  readonly entries: readonly string[];
  readonly totals: Table;
  readonly panel: readonly Maybe[];
  readonly groups: ReadonlyMap<string, readonly Maybe[]>;
  readonly parts: ReadonlyMap<string, readonly Maybe[]>;
  readonly final: readonly Maybe[];
  readonly published: readonly Maybe[];
  readonly isLowBetter: boolean;
  /** Per judge of the panel; 'counted' where no single list was aggregated. */
  readonly fates: readonly (readonly (Fate | null)[])[];
}

/** Every judge has handed in or is excused, and somebody has handed in. */
function isComplete(event: ScoredEvent, entry: string): boolean {
  const sheets = event.sheets.filter((sheet) => sheet.entry === entry);
  const isSettled = (seat: string) =>
    sheets.some((sheet) => sheet.seat === seat) ||
    event.panel.some((judge) => judge.seat === seat && judge.recusedFrom?.some((known) => known === entry));
  const hasMarks = ({ state, marks }: (typeof sheets)[number]) => state === undefined && marks !== undefined;
  const hasGroup = (group: string) =>
    sheets.some((sheet) => hasMarks(sheet) && event.panel.find(({ seat }) => seat === sheet.seat)?.group === group);
  return (
    !(event.removed ?? []).some((out) => out.entry === entry) &&
    event.panel.every(({ seat }) => isSettled(seat)) &&
    sheets.some(hasMarks) &&
    // Without a group that has to score, scoring never ends.
    (event.rules.groups?.ifMissing !== 'no-result' || event.rules.groups.weights.every(({ group }) => hasGroup(group)))
  );
}

export function working(event: ScoredEvent): Working {
  const { rules, panel: judges } = event;
  const entries = (event.order ?? event.entries.map(({ id }) => id)).filter((entry) => isComplete(event, entry));
  const totals = totalsOf(event, entries);
  const values = valuesOf(event, totals);
  const everybody = judges.map((_, judge) => judge);
  const named = (rules.groups?.weights ?? []).map(({ group, weight, aggregate = rules.aggregate }) => {
    const seats = everybody.filter((judge) => judges[judge]?.group === group);
    return { group, weight, seats, column: panelColumn(event, entries, values, aggregate, seats) };
  });
  const all = rules.groups ? null : panelColumn(event, entries, values, rules.aggregate, everybody);
  const panel = all
    ? all.values
    : entries.map((_, entry) =>
        weighted(
          named.map(({ weight, column }) => ({ weight: written(weight), value: column.values[entry] ?? null })),
          rules.groups?.ifMissing ?? 'no-result',
        ),
      );
  const fates = entries.map((_, entry) =>
    everybody.map((judge): Fate | null => {
      if (totals[entry]?.[judge] == null) return null;
      const group = named.find(({ seats }) => seats.includes(judge));
      const own = all ? all.fates?.[entry]?.[judge] : group?.column.fates?.[entry]?.[group.seats.indexOf(judge)];
      return own ?? 'counted';
    }),
  );
  const combined = combinedColumn(event, entries, panel);
  const taken = entries.map((entry) =>
    total((event.deductions ?? []).filter((one) => one.entry === entry).map(({ points }) => written(points))),
  );
  const final = combined.values.map((value, entry) => {
    if (value === null) return null;
    const points = taken[entry] ?? nothing;
    const left = combined.isLowBetter ? plus(value, points) : minus(value, points);
    return isLess(left, nothing) ? nothing : left;
  });
  return {
    event,
    entries,
    totals,
    panel,
    groups: new Map(named.map(({ group, column }) => [group, column.values])),
    parts: combined.parts,
    final,
    published: final.map((value) => value && nearest(value, rules.decimals)),
    isLowBetter: combined.isLowBetter,
    fates,
  };
}
