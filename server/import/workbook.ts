// A workbook (XLSX) → rows of its first sheet that holds anything. Cells are what they show as text: nothing is computed,
// fetched or formatted anew.
import readWorkbook from 'read-excel-file/node';
import { isBlank, type Table } from '#domain/import/table.ts';
import { isSafeWorkbook } from './zip-guard.ts';

export interface Workbook {
  readonly table: Table;
  readonly sheet: string;
  readonly hasOtherSheets: boolean;
}

function shownText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'string' ? cell : typeof cell === 'boolean' ? (cell ? 'TRUE' : 'FALSE') : '';
}

/** Null when the file is no workbook that can be read safely. */
export async function readWorkbookRows(bytes: Buffer): Promise<Workbook | null> {
  if (!(await isSafeWorkbook(bytes))) return null;
  let sheets: readonly { readonly sheet: string; readonly data: readonly (readonly unknown[])[] }[];
  try {
    // Numbers stay as they are written in the file: an entry number is no quantity.
    sheets = await readWorkbook<string>(bytes, { parseNumber: (written) => written });
  } catch {
    return null; // The reader's only way to say that the parts make no workbook.
  }
  const tables = sheets.map(({ sheet, data }) => ({
    sheet,
    table: data.map((cells, index) => ({ line: index + 1, cells: cells.map(shownText) })),
  }));
  const filled = tables.filter(({ table }) => !table.every(isBlank));
  const first = filled[0] ?? tables[0];
  return first === undefined ? null : { ...first, hasOtherSheets: filled.length > 1 };
}
