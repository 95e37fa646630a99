// Which column means what: recognised by its heading in Chinese or English, else guessed from what stands in it. A guess
// is only where a person starts from; every column can be given another meaning.
import { cleanText } from './clean-text.ts';
import { isBlank, widthOf, type Table } from './table.ts';

export interface Meaning<Field extends string> {
  /** The line that holds the headings, as an index into the table; null when the file has none. */
  readonly headerRow: number | null;
  /** One per column; null is a column that is not used. */
  readonly columns: readonly (Field | null)[];
}

export type Aliases<Field extends string> = { readonly [F in Field]: readonly string[] };
/** Whether a column's cells look like this field, tried in the order given. */
export type Looks<Field extends string> = readonly (readonly [Field, (cells: readonly string[]) => boolean])[];

/** Headings are looked for in the first lines only: a title above them is common, a table below them is not. */
const searchedLines = 10;

export const headingKey = (heading: string): string =>
  cleanText(heading)
    .text.toLowerCase()
    .replace(/[\s_\-/:：（）()[\]【】*＊.。#]/gu, '');

function fieldOf<Field extends string>(heading: string, aliases: Aliases<Field>): Field | null {
  const key = headingKey(heading);
  if (key === '') return null;
  const fields = Object.keys(aliases) as Field[];
  return fields.find((field) => aliases[field].includes(key)) ?? null;
}

/** The first column of a meaning has it; a second one of the same meaning stays unused until a person decides. */
function firstOfEach<Field extends string>(fields: readonly (Field | null)[]): readonly (Field | null)[] {
  return fields.map((field, index) => (field !== null && fields.indexOf(field) === index ? field : null));
}

function byLooks<Field extends string>(table: Table, looks: Looks<Field>): readonly (Field | null)[] {
  const columns: (Field | null)[] = Array.from({ length: widthOf(table) }, () => null);
  for (const [field, looksLike] of looks) {
    if (columns.includes(field)) continue;
    const found = columns.findIndex((taken, column) => {
      const cells = table.map((row) => cleanText(row.cells[column] ?? '').text).filter((cell) => cell !== '');
      return taken === null && cells.length > 0 && looksLike(cells);
    });
    if (found >= 0) columns[found] = field;
  }
  return columns;
}

export function guessMeaning<Field extends string>(
  table: Table,
  aliases: Aliases<Field>,
  looks: Looks<Field>,
): Meaning<Field> {
  const width = widthOf(table);
  const headings = table
    .slice(0, searchedLines)
    .map((row) => firstOfEach(Array.from({ length: width }, (_, column) => fieldOf(row.cells[column] ?? '', aliases))));
  const known = headings.map((fields) => fields.filter((field) => field !== null).length);
  const most = Math.max(0, ...known);
  const first = known.indexOf(most);
  const filled = table[first]?.cells.filter((cell) => cell.trim() !== '').length ?? 0;
  // One known word among many cells may be a value that happens to be a word.
  const headerRow = most >= 2 || (most === 1 && filled <= 2) ? first : null;
  if (headerRow !== null) return { headerRow, columns: headings[headerRow] ?? [] };
  return { headerRow: null, columns: byLooks(table, looks) };
}

/** The rows below the headings that hold anything. */
export const dataRows = (table: Table, meaning: Meaning<string>): Table =>
  table.slice(meaning.headerRow === null ? 0 : meaning.headerRow + 1).filter((row) => !isBlank(row));
