// Separated text → rows: comma, semicolon, tab, pipe or Chinese comma, with or without quotes. A quote that is never closed
// makes the quotes plain characters instead of swallowing the rest of the file.
import { CsvError, parse } from 'csv-parse/sync';
import type { Table } from '#domain/import/table.ts';
import { maxRows } from './limits.ts';

export interface Separated {
  readonly table: Table;
  readonly separator: string;
  readonly areQuotesIgnored: boolean;
}

const separators = ['\t', ',', ';', '|', '，', '、'] as const;

/** The separator that stands equally often in most of the first lines; a single column has none. */
export function guessSeparator(text: string): string {
  const lines = text
    .split(/\r\n|\r|\n/, 30)
    .map((line) => line.replace(/"(?:[^"]|"")*"/g, ''))
    .filter((line) => line.trim() !== '');
  const scored = separators.map((separator) => {
    const counts = lines.map((line) => line.split(separator).length - 1);
    const usual = counts[0] ?? 0;
    const alike = counts.filter((count) => count === usual).length;
    return { separator, score: usual === 0 ? 0 : alike / lines.length };
  });
  const best = scored.reduce((winner, next) => (next.score > winner.score ? next : winner));
  // Titles hold Chinese commas, too: below one half it is no separator but punctuation.
  return best.score >= 0.5 ? best.separator : ',';
}

interface Line {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function rows(text: string, delimiter: string, quote: '"' | null): Table {
  const lines = parse(text, {
    delimiter,
    quote,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: false,
    record_delimiter: ['\r\n', '\n', '\r'],
    info: true,
    to: maxRows + 1,
  }) as unknown as readonly Line[];
  let next = 1;
  return lines.map(({ record, info }) => {
    // A cell with line breaks makes its row begin before the line it ends on.
    const line = next;
    next = info.lines + 1;
    return { line, cells: record };
  });
}

/** `sep=;` in the first line is a spreadsheet program's word for the separator. */
export function readSeparated(text: string): Separated {
  const told = /^sep=(.)\r?\n/.exec(text)?.[1];
  const separator = told ?? guessSeparator(text);
  const skipped = told === undefined ? 0 : 1;
  const read = (quote: '"' | null) => rows(text, separator, quote).slice(skipped);
  try {
    return { table: read('"'), separator, areQuotesIgnored: false };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { table: read(null), separator, areQuotesIgnored: true };
  }
}
