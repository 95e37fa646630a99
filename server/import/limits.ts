// How much of a foreign file is taken in. The numbers are far above a real list of entries and far below what could hurt
// a laptop that is running a final.
export const maxFileBytes = 5 * 1024 * 1024;
/** Rows of a table, headings included; an event holds 500 entries. */
export const maxRows = 2_000;
export const maxColumns = 64;
export const maxCellLength = 2_000;
/** Parts of a workbook and what they may unpack to. */
export const maxParts = 300;
export const maxUnpackedBytes = 50 * 1024 * 1024;
