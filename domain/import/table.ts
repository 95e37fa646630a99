// What every file becomes before it is understood: lines of cells, each with the line it had in the file, so that a
// finding can say "row 13" and mean the row the organiser sees in the spreadsheet.
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}
export type Table = readonly TableRow[];

export const isBlank = (row: TableRow): boolean => row.cells.every((cell) => cell.trim() === '');

/** The number of columns of the widest row. */
export const widthOf = (table: Table): number => table.reduce((width, row) => Math.max(width, row.cells.length), 0);
