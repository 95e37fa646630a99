// A contest from outside: names once, rows as long as the panel, marks as whole units, the same columns for every entry.
import type { Column } from './column-forms.ts';
import { MOST_UNITS, type Contest, type EntryMarks, type EntrySource, type MarkTable } from './contest.ts';
import type { ReportRule } from './rule-problem.ts';

const MOST_DECIMALS = 9;

/** How many items every entry has; null where they differ. */
function rowsOf(entries: readonly EntrySource[], table: string): number | null {
  const counts = new Set(entries.map(({ marks }) => marks[table]?.rows.length ?? 0));
  const [only] = counts;
  return counts.size === 1 && only !== undefined ? only : null;
}

/** Columns that are there before any step: tables of marks, numbers and lists. */
export function sourceColumns({ tables, entries }: Contest): ReadonlyMap<string, Column> {
  const columns = new Map<string, Column>();
  const [first] = entries;
  tables.forEach(({ id, items }, table) => {
    if (first === undefined || Object.prototype.hasOwnProperty.call(first.marks, id))
      columns.set(id, { form: 'marks', table, items: items.length === 0 ? rowsOf(entries, id) : items.length });
  });
  for (const entry of entries)
    for (const name of Object.keys(entry.numbers)) columns.set(name, { form: 'number', table: null, items: null });
  for (const name of Object.keys(first?.lists ?? {})) columns.set(name, { form: 'list', table: null, items: null });
  return columns;
}

function twice(names: readonly string[], at: (index: number) => string, report: ReportRule): void {
  const seen = new Set<string>();
  names.forEach((name, index) => {
    if (seen.has(name)) report('contest.name-twice', at(index), name);
    seen.add(name);
  });
}

function checkRows({ rows }: EntryMarks, table: MarkTable, at: string, report: ReportRule): void {
  if (table.items.length > 0 && rows.length !== table.items.length)
    report('contest.rows-differ', `${at}/rows`, String(rows.length), [String(table.items.length)]);
  rows.forEach((row, item) => {
    if (row.length !== table.judges.length)
      report('contest.row-length', `${at}/rows/${item}`, String(row.length), [String(table.judges.length)]);
    row.forEach((units, judge) => {
      if (units !== null && (!Number.isInteger(units) || Math.abs(units) > MOST_UNITS))
        report('contest.mark', `${at}/rows/${item}/${judge}`, String(units), [String(MOST_UNITS)]);
    });
  });
}

const namesOf = (record: object): string => Object.keys(record).sort().join(', ');

function checkEntry(entry: EntrySource, first: EntrySource, contest: Contest, at: string, report: ReportRule): void {
  for (const kind of ['marks', 'lists'] as const)
    if (namesOf(entry[kind]) !== namesOf(first[kind]))
      report('contest.columns-differ', `${at}/${kind}`, namesOf(entry[kind]), Object.keys(first[kind]));
  const names = [...Object.keys(entry.marks), ...Object.keys(entry.numbers), ...Object.keys(entry.lists)];
  twice(names, () => at, report);
  for (const [id, marks] of Object.entries(entry.marks)) {
    const table = contest.tables.find((known) => known.id === id);
    if (table === undefined)
      report(
        'rule.column-unknown',
        `${at}/marks/${id}`,
        id,
        contest.tables.map((known) => known.id),
      );
    else checkRows(marks, table, `${at}/marks/${id}`, report);
  }
}

export function contestProblems(contest: Contest, report: ReportRule): void {
  const { tables, entries, decisions } = contest;
  twice(
    tables.map(({ id }) => id),
    (index) => `/contest/tables/${index}/id`,
    report,
  );
  tables.forEach(({ judges, decimals }, index) => {
    const at = `/contest/tables/${index}`;
    twice(judges, (judge) => `${at}/judges/${judge}`, report);
    if (!Number.isInteger(decimals) || decimals < 0 || decimals > MOST_DECIMALS)
      report('contest.decimals', `${at}/decimals`, String(decimals), ['0', String(MOST_DECIMALS)]);
  });
  twice(
    entries.map(({ id }) => id),
    (index) => `/contest/entries/${index}/id`,
    report,
  );
  const [first] = entries;
  if (first !== undefined)
    entries.forEach((entry, index) => checkEntry(entry, first, contest, `/contest/entries/${index}`, report));
  const ids = new Set(entries.map(({ id }) => id));
  decisions.forEach(({ order }, index) =>
    order.forEach((id, place) => {
      if (!ids.has(id)) report('contest.entry-unknown', `/contest/decisions/${index}/order/${place}`, id);
    }),
  );
}
