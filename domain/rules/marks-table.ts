// Marks written down elsewhere, as a table of the engine: all in one unit, fine enough for every one of them. [R-UNITS]
import { formatExact, type Rational } from '../numbers.ts';
import type { EntryMarks, MarkTable } from './contest.ts';

/** One entry's marks: [item][judge], null where there is none. */
export type WrittenMarks = readonly (readonly (Rational | null)[])[];

export interface WrittenTable {
  readonly table: MarkTable;
  /** In the order of the entries given. */
  readonly marks: readonly EntryMarks[];
}

/** Decimals a value needs, or null where it is no decimal (a third). */
function decimalsOf({ d }: Rational): number | null {
  let [decimals, scale] = [0, 1n];
  while (scale % d !== 0n) {
    if (decimals > 12) return null;
    [decimals, scale] = [decimals + 1, scale * 10n];
  }
  return decimals;
}

/**
 * Judges without names are named by their position, as many as the longest row has.
 *
 * @throws RangeError when a mark is no decimal or has more digits than can be kept exactly: nothing is rounded here.
 */
export function marksTable(id: string, entries: readonly WrittenMarks[], judges?: readonly string[]): WrittenTable {
  const all = entries.flat(2).filter((mark) => mark !== null);
  const decimals = all.reduce((most, mark) => {
    const own = decimalsOf(mark);
    if (own === null) throw new RangeError(`a mark must be a decimal, and ${formatExact(mark)} is none`);
    return Math.max(most, own);
  }, 0);
  const scale = 10n ** BigInt(decimals);
  const inUnits = (mark: Rational | null): number | null => {
    if (mark === null) return null;
    const units = Number((mark.n * scale) / mark.d);
    if (!Number.isSafeInteger(units)) throw new RangeError(`the mark ${formatExact(mark)} has too many digits`);
    return units;
  };
  const width = Math.max(0, ...entries.flat().map((row) => row.length));
  return {
    table: { id, judges: judges ?? Array.from({ length: width }, (_, judge) => String(judge)), items: [], decimals },
    marks: entries.map((rows) => ({ rows: rows.map((row) => row.map(inUnits)) })),
  };
}
