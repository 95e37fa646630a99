// The part of a table without gaps, which the statistics of a whole panel need. An entry that nobody marked leaves first;
// then the judges with a gap leave (recusals), or, if asked for, the entries with one. Who left is said. [A-COMPLETE]
import type { Rational } from '../numbers.ts';
import { cautions, type Caution } from './figure.ts';
import type { MarkTable } from './table.ts';

/** Which side gives way where a mark is missing. */
export type GivesWay = 'judges' | 'entries';

/** How much of the table a figure rests on: to be shown with it. */
export interface Basis {
  readonly entries: number;
  readonly judges: number;
  readonly entriesLeftOut: readonly string[];
  readonly judgesLeftOut: readonly string[];
  readonly cautions: readonly Caution[];
}

/** The marks without gaps, values[entry][judge], and what they rest on. */
export interface CompletePart {
  readonly values: readonly (readonly Rational[])[];
  readonly basis: Basis;
}

export function completePart(table: MarkTable, givesWay: GivesWay = 'judges'): CompletePart {
  const marked = table.entries.map((_, entry) => entry).filter((entry) => table.values[entry]?.some(Boolean));
  const at = (entry: number, judge: number) => table.values[entry]?.[judge] ?? null;
  const everyone = table.judges.map((_, judge) => judge);
  // A judge without any mark was not part of this panel, and does not make every entry incomplete.
  const working = everyone.filter((judge) => marked.some((entry) => at(entry, judge)));
  const judges =
    givesWay === 'entries' ? working : working.filter((judge) => marked.every((entry) => at(entry, judge)));
  const entries = marked.filter((entry) => judges.every((judge) => at(entry, judge)));
  return {
    values: entries.map((entry) => judges.flatMap((judge) => at(entry, judge) ?? [])),
    basis: {
      entries: entries.length,
      judges: judges.length,
      entriesLeftOut: table.entries.filter((_, entry) => !entries.includes(entry)),
      judgesLeftOut: table.judges.filter((_, judge) => !judges.includes(judge)),
      cautions: cautions(entries.length, judges.length),
    },
  };
}
