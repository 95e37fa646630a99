// S5, home preference: whether marks are higher where judge and entry belong together (school, club, country). [A-AFFINITY]
//   adj_ij = d_ij - severity_j, severity taken within each kind of segment (one table each)
//   preference = mean(adj over pairs that belong together) - mean(adj over all other pairs), with Welch's t
// The pairs of all tables go into one comparison for the whole panel and one for each judge alone. It describes; it proves no
// intent, and is never called bias. Without a pair on one side: a dash.
// Source: BuzzFeed News 2018, analysis of Olympic figure skating (home preference, severity per segment kind).
import { subtract, type Rational } from '../numbers.ts';
import { deviationTable } from './deviation.ts';
import { meanOf } from './sample.ts';
import { columnOf, present, type MarkTable } from './table.ts';
import { welch, type WelchTest } from './welch.ts';

/** Whether this entry and this judge belong together. */
export type Affinity = (entry: string, judge: string) => boolean;

interface Adjusted {
  readonly entry: string;
  readonly judge: string;
  readonly value: Rational;
}

/** Every deviation less the judge's own severity in this table. */
export function adjustedDeviations(table: MarkTable): readonly Adjusted[] {
  const distances = deviationTable(table);
  return table.judges.flatMap((judge, position) => {
    const column = columnOf(distances, position);
    const severity = meanOf(present(column));
    return column.flatMap((value, row) => {
      const entry = table.entries[row];
      return value && severity && entry !== undefined ? [{ entry, judge, value: subtract(value, severity) }] : [];
    });
  });
}

/** `first` = pairs that belong together, `second` = all others. */
export interface AffinityPreference {
  readonly panel: WelchTest;
  readonly judges: readonly { readonly judge: string; readonly test: WelchTest }[];
}

export function affinityPreference(tables: readonly MarkTable[], together: Affinity): AffinityPreference {
  const pairs = tables.flatMap(adjustedDeviations);
  const compared = (some: readonly Adjusted[]) => {
    const valuesWhere = (wanted: boolean) =>
      some.filter(({ entry, judge }) => together(entry, judge) === wanted).map(({ value }) => value);
    return welch(valuesWhere(true), valuesWhere(false));
  };
  const judges = [...new Set(tables.flatMap((table) => table.judges))];
  return {
    panel: compared(pairs),
    judges: judges.map((judge) => ({ judge, test: compared(pairs.filter((pair) => pair.judge === judge)) })),
  };
}
