// An uploaded file → rows and what they look like. What it is, is told by its bytes, not by its name.
import { guessEntryColumns } from '#domain/import/entry-columns.ts';
import { understandEvent } from '#domain/import/event-file.ts';
import { guessJudgeColumns, splitTypedList } from '#domain/import/judge-columns.ts';
import { isBlank, widthOf, type Table } from '#domain/import/table.ts';
import type { ImportCode, Imported, ImportNote, ImportSource } from '#protocol/import.ts';
import { decodeText } from './decode-text.ts';
import { maxCellLength, maxColumns, maxRows } from './limits.ts';
import { readSeparated } from './separated.ts';
import { readWorkbookRows } from './workbook.ts';

const isZip = (bytes: Buffer) => bytes.readUInt32LE(0) === 0x04034b50;
/** The container of XLS and of encrypted workbooks. */
const isOldWorkbook = (bytes: Buffer) => bytes.readUInt32BE(0) === 0xd0cf11e0;

function within(table: Table, notes: ImportNote[]): Table {
  if (table.length > maxRows) notes.push('rows-cut');
  if (widthOf(table) > maxColumns) notes.push('columns-cut');
  if (table.some((row) => row.cells.some((cell) => cell.length > maxCellLength))) notes.push('cells-cut');
  return table.slice(0, maxRows).map(({ line, cells }) => ({
    line,
    cells: cells.slice(0, maxColumns).map((cell) => cell.slice(0, maxCellLength)),
  }));
}

function asList(fileName: string, source: ImportSource, whole: Table, notes: ImportNote[]): Imported | ImportCode {
  const table = within(whole, notes);
  if (table.every(isBlank)) return 'import.empty';
  return {
    fileName,
    source,
    notes,
    table,
    guess: { entries: guessEntryColumns(table), judges: guessJudgeColumns(splitTypedList(table)) },
    event: null,
    problems: [],
  };
}

function asEvent(fileName: string, text: string): Imported | ImportCode {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return 'import.not-an-event';
  }
  const understood = understandEvent(document);
  if (understood === null) return 'import.not-an-event';
  const { event, table, problems, areRulesAssumed } = understood;
  const notes: readonly ImportNote[] = areRulesAssumed ? ['rules-assumed'] : [];
  const guess = { entries: guessEntryColumns(table), judges: guessJudgeColumns(table) };
  return { fileName, source: { kind: 'event' }, notes, table, guess, event, problems };
}

export async function readUpload(bytes: Buffer, fileName: string): Promise<Imported | ImportCode> {
  if (bytes.length === 0) return 'import.empty';
  if (bytes.length >= 4 && isOldWorkbook(bytes)) return 'import.old-workbook';
  if (bytes.length >= 4 && isZip(bytes)) {
    const workbook = await readWorkbookRows(bytes);
    if (workbook === null) return 'import.broken-workbook';
    const notes: ImportNote[] = workbook.hasOtherSheets ? ['other-sheets'] : [];
    return asList(fileName, { kind: 'workbook', sheet: workbook.sheet }, workbook.table, notes);
  }
  const decoded = decodeText(bytes);
  if (decoded === null) return 'import.unknown-encoding';
  const { text, encoding } = decoded;
  if (/^\s*[{[]/.test(text)) return asEvent(fileName, text);
  const { table, separator, areQuotesIgnored } = readSeparated(text);
  return asList(fileName, { kind: 'text', encoding, separator }, table, areQuotesIgnored ? ['quotes-ignored'] : []);
}
