// The same marks and the same rule with some judges taken off the panel: their columns are gone, so that divisors, trimming and
// planned numbers are those of the smaller panel. A judge group that loses its last judge leaves its weight to the others in
// proportion, whatever the rules say about a group that did not score, for otherwise nobody would have a result.
import type { EventDefinition } from '../definition.ts';
import { columns } from '../event-rule/columns.ts';
import type { Contest, EntryMarks } from '../rules/contest.ts';
import type { Judged } from './placing.ts';

function definitionWithout(definition: EventDefinition, seats: ReadonlySet<string>): EventDefinition {
  const panel = definition.panel.filter(({ seat }) => !seats.has(seat));
  const { groups } = definition.rules;
  const isGroupGone = groups?.weights.some(({ group }) => !panel.some((judge) => judge.group === group));
  const rules =
    groups && isGroupGone
      ? { ...definition.rules, groups: { ...groups, ifMissing: 'redistribute' as const } }
      : definition.rules;
  return { ...definition, panel, rules };
}

function marksOf({ rows, leftOut }: EntryMarks, kept: readonly number[]): EntryMarks {
  const newRows = rows.map((row) => kept.map((judge) => row[judge] ?? null));
  if (leftOut === undefined) return { rows: newRows };
  const renumbered = kept.flatMap((judge, position) => {
    const why = leftOut.get(judge);
    return why === undefined ? [] : [[position, why] as const];
  });
  return { rows: newRows, leftOut: new Map(renumbered) };
}

/** Null when nobody would be left on the panel. */
export function withoutSeats({ definition, contest }: Judged, seats: ReadonlySet<string>): Judged | null {
  const changed = definitionWithout(definition, seats);
  const table = contest.tables.find(({ id }) => id === columns.marks);
  if (table === undefined || changed.panel.length === 0) return null;
  const kept = table.judges.flatMap((seat, judge) => (seats.has(seat) ? [] : [judge]));
  const smaller = { ...table, judges: kept.flatMap((judge) => table.judges[judge] ?? []) };
  const reduced: Contest = {
    ...contest,
    tables: contest.tables.map((known) => (known === table ? smaller : known)),
    entries: contest.entries.map((entry) => {
      const marks = entry.marks[columns.marks];
      return marks ? { ...entry, marks: { ...entry.marks, [columns.marks]: marksOf(marks, kept) } } : entry;
    }),
  };
  return { definition: changed, contest: reduced };
}
