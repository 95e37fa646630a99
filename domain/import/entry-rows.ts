// Rows of a spreadsheet understood as entries. Nothing is refused as a whole: each row says what it became, what was
// tidied on the way and what a person still has to put right.
import type { Entry } from '../definition.ts';
import { titleLength } from '../definition-problems.ts';
import type { EntryId } from '../ids.ts';
import type { Text } from '../text.ts';
import { cleanText, hasChinese } from './clean-text.ts';
import { dataRows, type Meaning } from './columns.ts';
import type { EntryField } from './entry-columns.ts';
import { finding, levelOf, type Finding } from './finding.ts';
import type { Table, TableRow } from './table.ts';

const longestText = 400;
const longestNumber = 12;
const longestTitle = 40;

/** What a person has decided about single rows, by line. */
export interface RowChoices {
  readonly leftOut: readonly number[];
  /** Empty cells that may stay empty. */
  readonly accepted: readonly number[];
}
export const noChoices: RowChoices = { leftOut: [], accepted: [] };

export interface EntryRow {
  readonly line: number;
  /** The tidied cells, one per column of the file. */
  readonly cells: readonly string[];
  readonly findings: readonly Finding[];
  readonly isLeftOut: boolean;
  /** Null when the row cannot be an entry yet. Its id is given when it is saved. */
  readonly entry: Omit<Entry, 'id'> | null;
}

type Values = { readonly [F in EntryField]: string };
type Languages = 'zh' | 'en';

interface Read {
  readonly row: TableRow;
  readonly cells: string[];
  readonly values: Values;
  readonly findings: Finding[];
}

function read(row: TableRow, columns: readonly (EntryField | null)[]): Read {
  const cells: string[] = [];
  const findings: Finding[] = [];
  const values: Record<EntryField, string> = {
    number: '',
    subdistrict: '',
    community: '',
    title: '',
    stageTitle: '',
    summary: '',
    titleEn: '',
    subdistrictEn: '',
    communityEn: '',
    summaryEn: '',
  };
  columns.forEach((field, column) => {
    const { text, cleanings } = cleanText(row.cells[column] ?? '');
    cells.push(text);
    if (field === null) return;
    values[field] = text;
    for (const cleaning of cleanings) findings.push(finding(cleaning, 'note', column, text));
    if (field !== 'number' && text.length > longestText) findings.push(finding('text-too-long', 'fix', column, text));
  });
  return { row, cells, values, findings };
}

/** "1." and "1、" are 1; plain numbers get two digits, as screens and cards show them. */
function tidyNumber(text: string): string {
  const number = text.replace(/[.、．]$/, '');
  return /^[0-9]$/.test(number) ? `0${number}` : number;
}

function text(main: string, english: string, language: Languages): Text | null {
  const value: { zh?: string; en?: string } = {};
  if (main !== '') value[language] = main;
  if (english !== '') value.en = english;
  return value.zh === undefined && value.en === undefined ? null : value;
}

function toEntry(values: Values, number: string, language: Languages): Omit<Entry, 'id'> | null {
  const title = text(values.title, values.titleEn, language);
  if (title === null) return null;
  const stageTitle = text(values.stageTitle, '', language);
  const subdistrict = text(values.subdistrict, values.subdistrictEn, language);
  const community = text(values.community, values.communityEn, language);
  const summary = text(values.summary, values.summaryEn, language);
  return {
    number,
    title,
    ...(stageTitle && { stageTitle }),
    ...(subdistrict && { subdistrict }),
    ...(community && { community }),
    ...(summary && { summary }),
  };
}

/** A file without one Chinese title is an English one: its texts are kept as English. */
function languageOf(all: readonly Read[], columns: readonly (EntryField | null)[]): Languages {
  const isChinese = all.some(({ values }) => hasChinese(values.title)) || columns.includes('titleEn');
  return isChinese ? 'zh' : 'en';
}

const unitFields = ['subdistrict', 'community'] as const;

export function interpretEntries(
  table: Table,
  meaning: Meaning<EntryField>,
  choices: RowChoices = noChoices,
  takenNumbers: readonly string[] = [],
): readonly EntryRow[] {
  const { columns } = meaning;
  const all = dataRows(table, meaning).map((row) => read(row, columns));
  const kept = all.filter(({ row }) => !choices.leftOut.includes(row.line));
  const language = languageOf(kept, columns);
  const column = (field: EntryField) => {
    const found = columns.indexOf(field);
    return found < 0 ? null : found;
  };
  // An empty unit is a gap only where the other rows mostly have one.
  const expected = unitFields.filter(
    (field) => kept.filter(({ values }) => values[field] !== '').length * 2 > kept.length,
  );
  const given = new Set([...takenNumbers, ...kept.map(({ values }) => tidyNumber(values.number))]);
  const seenNumbers = new Set<string>();
  const seenTitles = new Set<string>();
  let free = 0;
  const nextFree = () => {
    do free += 1;
    while (given.has(String(free).padStart(2, '0')));
    return String(free).padStart(2, '0');
  };

  return all.map(({ row, cells, values, findings }) => {
    if (choices.leftOut.includes(row.line))
      return { line: row.line, cells, findings: [], isLeftOut: true, entry: null };
    const report = (...found: Parameters<typeof finding>) => void findings.push(finding(...found));
    let number = tidyNumber(values.number);
    if (number === '') {
      number = nextFree();
      report('number-assigned', 'note', column('number'), number);
    } else if (number !== values.number) {
      report('number-padded', 'note', column('number'), number);
      cells[columns.indexOf('number')] = number;
    }
    if (number.length > longestNumber) report('number-too-long', 'fix', column('number'), number);
    if (seenNumbers.has(number)) report('number-duplicate', 'fix', column('number'), number);
    else if (takenNumbers.includes(number)) report('number-taken', 'fix', column('number'), number);
    seenNumbers.add(number);

    const title = values.title || values.titleEn;
    if (title === '') report('title-missing', 'fix', column('title'));
    else if (titleLength(title) > longestTitle && values.stageTitle === '')
      report('title-long', 'check', column('title'), String(Math.ceil(titleLength(title))));
    const known = [title, values.subdistrict, values.community].join('\n');
    if (title !== '' && seenTitles.has(known)) report('title-repeated', 'check', column('title'), title);
    seenTitles.add(known);

    for (const field of expected)
      if (values[field] === '' && title !== '' && !choices.accepted.includes(row.line))
        report(`${field}-empty`, 'fix', column(field), '', true);

    const cannotBeSaved = findings.some(({ level }) => level === 'fix');
    return {
      line: row.line,
      cells,
      findings,
      isLeftOut: false,
      entry: cannotBeSaved ? null : toEntry(values, number, language),
    };
  });
}

export interface RowCount {
  readonly fine: number;
  readonly checks: number;
  readonly fixes: number;
  readonly leftOut: number;
}

export function countRows(
  rows: readonly { readonly isLeftOut: boolean; readonly findings: readonly Finding[] }[],
): RowCount {
  const levels = rows.filter((row) => !row.isLeftOut).map((row) => levelOf(row.findings));
  const count = (...wanted: readonly string[]) => levels.filter((level) => wanted.includes(level)).length;
  return {
    fine: count('fine', 'note'),
    checks: count('check'),
    fixes: count('fix'),
    leftOut: rows.length - levels.length,
  };
}

const ownId = (number: string) => {
  const id = number
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return id === '' ? 'entry' : `entry-${id}`;
};

/**
 * The entries of the event after the import. An entry that replaces one of the same number keeps its id, so that what
 * refers to it (an order, a recusal) still does.
 */
export function importedEntries(
  rows: readonly EntryRow[],
  existing: readonly Entry[],
  mode: 'replace' | 'add',
): readonly Entry[] {
  const taken = new Set<string>(existing.map((entry) => entry.id));
  const fresh = rows
    .flatMap(({ entry }) => (entry === null ? [] : [entry]))
    .map((entry): Entry => {
      const before = mode === 'replace' ? existing.find((known) => known.number === entry.number) : undefined;
      if (before)
        return { ...entry, id: before.id, ...(before.picture === undefined ? {} : { picture: before.picture }) };
      return { ...entry, id: freeId(ownId(entry.number), taken) };
    });
  return mode === 'replace' ? fresh : [...existing, ...fresh];
}

/** The wanted id, or the wanted id with the smallest number that is free; the id is taken from then on. */
export function freeId<Id extends string = EntryId>(wanted: string, taken: Set<string>): Id {
  let id = wanted;
  for (let next = 2; taken.has(id); next++) id = `${wanted}-${next}`;
  taken.add(id);
  return id as Id;
}
