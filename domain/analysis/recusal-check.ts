// Whether a recusal may have moved a place: the entry placed again as if the recused judge had marked it with the own severity.
// [A-RECUSAL]
//   estimate for each item = mean of the other judges' marks + the judge's severity in that item, put into the allowed range and
//   rounded to the thousandths of a mark; then the official rule on the completed panel
// A warning, never a correction. A judge who marked nobody else together with others has no severity: no check. Few entries make
// it rough, and the caution says so. Source: scoring practice of juries with teachers among the judges (Chopin Competition).
import { columns } from '../event-rule/columns.ts';
import { add, compare, rational, roundHalfUp, toRational, type Rational } from '../numbers.ts';
import type { EntryMarks, EntrySource, MarkTable as Sheets } from '../rules/contest.ts';
import { cautions, type Caution } from './figure.ts';
import { placingOf, type Judged, type Placing } from './placing.ts';
import { meanOf } from './sample.ts';
import { severities } from './severity.ts';
import { present, type MarkTable } from './table.ts';

export interface RecusalCheck {
  readonly entry: number;
  readonly judge: number;
  /** The place it has, and the place it would have. */
  readonly place: number;
  readonly estimated: number;
  readonly cautions: readonly Caution[];
}

/** One item's marks as a table for the statistics. */
function itemTable({ contest }: Judged, sheets: Sheets, item: number): MarkTable {
  const scale = 10n ** BigInt(sheets.decimals);
  return {
    entries: contest.entries.map(({ id }) => id),
    judges: sheets.judges,
    values: contest.entries.map(({ marks }) =>
      sheets.judges.map((_, judge) => {
        const mark = marks[columns.marks]?.rows[item]?.[judge] ?? null;
        return mark === null ? null : rational(BigInt(mark), scale);
      }),
    ),
  };
}

const bounded = (value: Rational, low: Rational, high: Rational): Rational =>
  compare(value, low) < 0 ? low : compare(value, high) > 0 ? high : value;

/** Every recusal of the entries that have a place, in running order. */
export function recusalChecks(judged: Judged, official: Placing): readonly RecusalCheck[] {
  const { definition, contest } = judged;
  const sheets = contest.tables.find(({ id }) => id === columns.marks);
  const recused = contest.entries.flatMap(({ marks }, entry) =>
    [...(marks[columns.marks]?.leftOut ?? [])].flatMap(([judge, why]) => (why === 'recused' ? [{ entry, judge }] : [])),
  );
  if (sheets === undefined || recused.length === 0) return [];
  const tables = definition.criteria.map((_, item) => itemTable(judged, sheets, item));
  const severity = tables.map((table) => severities(table));
  const scale = 10n ** BigInt(sheets.decimals);

  const estimate = (entry: number, judge: number, item: number): number | null => {
    const [own, criterion] = [severity[item]?.[judge]?.severity.value, definition.criteria[item]];
    const others = meanOf(present(tables[item]?.values[entry] ?? []));
    if (!own || !criterion || !others) return null;
    const value = bounded(add(others, own), toRational(criterion.minAllowed), toRational(criterion.maxAllowed));
    const { n, d } = roundHalfUp(value, sheets.decimals);
    return Number((n * scale) / d);
  };

  const completed = (source: EntrySource, marks: EntryMarks, entry: number, judge: number): EntrySource | null => {
    const given = marks.rows.map((_, item) => estimate(entry, judge, item));
    if (given.includes(null)) return null;
    const rows = marks.rows.map((row, item) => row.map((mark, at) => (at === judge ? (given[item] ?? null) : mark)));
    const leftOut = new Map([...(marks.leftOut ?? [])].filter(([known]) => known !== judge));
    return { ...source, marks: { ...source.marks, [columns.marks]: { rows, leftOut } } };
  };

  return recused.flatMap(({ entry, judge }): readonly RecusalCheck[] => {
    const [source, place] = [contest.entries[entry], official.places[entry] ?? null];
    const marks = source?.marks[columns.marks];
    const changed = source && marks ? completed(source, marks, entry, judge) : null;
    if (changed === null || place === null) return [];
    const entries = contest.entries.with(entry, changed);
    const placing = placingOf(
      { definition, contest: { ...contest, entries } },
      official.order.toSorted((a, b) => a - b),
    );
    const estimated = placing.places[entry] ?? null;
    const common = severity[0]?.[judge]?.entries ?? 0;
    return estimated === null
      ? []
      : [{ entry, judge, place, estimated, cautions: cautions(common, sheets.judges.length) }];
  });
}
