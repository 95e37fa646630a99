// Rows of a spreadsheet or a pasted list understood as the panel: seats, names, titles and groups.
import type { EventDefinition, Judge } from '../definition.ts';
import type { SeatId } from '../ids.ts';
import type { Text } from '../text.ts';
import { cleanText, hasChinese } from './clean-text.ts';
import { dataRows, type Meaning } from './columns.ts';
import { freeId, noChoices, type RowChoices } from './entry-rows.ts';
import { finding, type Finding } from './finding.ts';
import type { JudgeField } from './judge-columns.ts';
import type { Table, TableRow } from './table.ts';

const longestText = 400;
type Panel = Pick<EventDefinition, 'panel' | 'judgeGroups'>;

export interface JudgeRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly findings: readonly Finding[];
  readonly isLeftOut: boolean;
  readonly judge: {
    readonly number: number;
    readonly name: Text;
    readonly title: Text | null;
    readonly group: string;
  } | null;
}

interface Read {
  readonly row: TableRow;
  readonly cells: readonly string[];
  readonly values: { readonly [F in JudgeField]: string };
  readonly findings: Finding[];
}

/** A two-character name is padded by custom; on a screen the padding is ours to make. */
function closeUpName(name: string): string {
  return /^\p{Script=Han} \p{Script=Han}$/u.test(name) ? name.replace(' ', '') : name;
}

function read(row: TableRow, columns: readonly (JudgeField | null)[]): Read {
  const cells: string[] = [];
  const findings: Finding[] = [];
  const values: Record<JudgeField, string> = { number: '', name: '', title: '', group: '', nameEn: '', titleEn: '' };
  columns.forEach((field, column) => {
    const { text, cleanings } = cleanText(row.cells[column] ?? '');
    const value = field === 'name' ? closeUpName(text) : text;
    cells.push(value);
    if (field === null) return;
    values[field] = value;
    if (value !== text) findings.push(finding('name-closed-up', 'note', column, value));
    else for (const cleaning of cleanings) findings.push(finding(cleaning, 'note', column, value));
    if (value.length > longestText) findings.push(finding('text-too-long', 'fix', column, value));
  });
  return { row, cells, values, findings };
}

function text(main: string, english: string, isChinese: boolean): Text | null {
  const value: { zh?: string; en?: string } = {};
  if (main !== '') value[isChinese ? 'zh' : 'en'] = main;
  if (english !== '') value.en = english;
  return value.zh === undefined && value.en === undefined ? null : value;
}

export function interpretJudges(
  table: Table,
  meaning: Meaning<JudgeField>,
  choices: RowChoices = noChoices,
  takenNumbers: readonly number[] = [],
): readonly JudgeRow[] {
  const { columns } = meaning;
  const all = dataRows(table, meaning).map((row) => read(row, columns));
  const kept = all.filter(({ row }) => !choices.leftOut.includes(row.line));
  const isChinese = columns.includes('nameEn') || kept.some(({ values }) => hasChinese(values.name + values.title));
  const column = (field: JudgeField) => {
    const found = columns.indexOf(field);
    return found < 0 ? null : found;
  };
  const numberOf = (written: string) => Number(written.replace(/[.、．号]$/, ''));
  const given = new Set([...takenNumbers, ...kept.map(({ values }) => numberOf(values.number))]);
  const seenNumbers = new Set<number>();
  const seenNames = new Set<string>();
  let free = 0;

  return all.map(({ row, cells, values, findings }) => {
    if (choices.leftOut.includes(row.line))
      return { line: row.line, cells, findings: [], isLeftOut: true, judge: null };
    const report = (...found: Parameters<typeof finding>) => void findings.push(finding(...found));
    let number = numberOf(values.number);
    if (values.number === '') {
      do free += 1;
      while (given.has(free));
      number = free;
      report('number-assigned', 'note', column('number'), String(number));
    } else if (!Number.isInteger(number) || number < 1 || number > 999)
      report('seat-number-invalid', 'fix', column('number'), values.number);
    else if (seenNumbers.has(number)) report('number-duplicate', 'fix', column('number'), String(number));
    else if (takenNumbers.includes(number)) report('number-taken', 'fix', column('number'), String(number));
    seenNumbers.add(number);

    const name = text(values.name, values.nameEn, isChinese);
    if (name === null) report('name-missing', 'fix', column('name'));
    const known = values.name || values.nameEn;
    if (name !== null && seenNames.has(known)) report('name-repeated', 'check', column('name'), known);
    seenNames.add(known);

    const cannotBeSaved = name === null || findings.some(({ level }) => level === 'fix');
    const title = text(values.title, values.titleEn, isChinese);
    return {
      line: row.line,
      cells,
      findings,
      isLeftOut: false,
      judge: cannotBeSaved ? null : { number, name, title, group: values.group },
    };
  });
}

/** The panel after the import; a judge who replaces one of the same number keeps the seat, its card and its recusals. */
export function importedPanel(rows: readonly JudgeRow[], existing: Panel, mode: 'replace' | 'add'): Panel {
  const taken = new Set<string>(existing.panel.map((judge) => judge.seat));
  const groups = [...existing.judgeGroups];
  const groupIds = new Set(groups.map((group) => group.id));
  const groupOf = (name: string): string => {
    const known = groups.find((group) => group.name.zh === name || group.name.en === name || group.id === name);
    if (known) return known.id;
    const id = freeId<string>(`group-${groups.length + 1}`, groupIds);
    groups.push({ id, name: hasChinese(name) ? { zh: name } : { en: name } });
    return id;
  };
  const fresh = rows
    .flatMap(({ judge }) => (judge === null ? [] : [judge]))
    .map(({ number, name, title, group }): Judge => {
      const before = mode === 'replace' ? existing.panel.find((judge) => judge.number === number) : undefined;
      return {
        seat: before?.seat ?? freeId<SeatId>(`seat-${number}`, taken),
        number,
        name,
        ...(title && { title }),
        ...(group === '' ? {} : { group: groupOf(group) }),
        ...(before?.recusedFrom && { recusedFrom: before.recusedFrom }),
      };
    });
  return { panel: mode === 'replace' ? fresh : [...existing.panel, ...fresh], judgeGroups: groups };
}
