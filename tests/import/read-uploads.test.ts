// One list of entries, saved the ways organisers save it, gives the same entries; broken and hostile files give a code.
import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import { definitionProblems } from '#domain/definition-problems.ts';
import { importedEntries, interpretEntries } from '#domain/import/entry-rows.ts';
import { definitionShapeProblems } from '#domain/import/shape-problems.ts';
import { demonstration } from '#domain/presets/demonstration.ts';
import type { Text } from '#domain/text.ts';
import type { Imported } from '#protocol/import.ts';
import { readUpload } from '#server/import/read-upload.ts';

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url));
const csv = fixture('wuchang-2023.csv').toString('utf8');
const bytes = (text: string) => Buffer.from(text, 'utf8');

async function imported(file: Buffer, name = 'list.csv'): Promise<Imported> {
  const answer = await readUpload(file, name);
  if (typeof answer === 'string') throw new Error(answer);
  return answer;
}

async function entriesOf(file: Buffer) {
  const { table, guess } = await imported(file);
  return importedEntries(interpretEntries(table, guess.entries), [], 'replace');
}

/** The published list names the places in Chinese only. */
const inChinese = (text: Text | undefined): Text => ({ ...(text?.zh !== undefined && { zh: text.zh }) });
const expected = demonstration.entries.slice(0, 10).map((entry) => ({
  ...entry,
  subdistrict: inChinese(entry.subdistrict),
  community: inChinese(entry.community),
}));

async function workbook(rows: readonly (readonly string[])[]): Promise<Buffer> {
  const data = rows.map((row, index) =>
    row.map((cell, column) => (column === 0 && index > 0 ? { value: Number(cell), type: Number } : { value: cell })),
  );
  return writeWorkbook(data).toBuffer();
}

/** The rows of the fixture; none of its cells but the fifth holds a quote or an ASCII comma. */
const rows = csv
  .trim()
  .split('\n')
  .map((line) =>
    [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].slice(0, 7).map(([, cell = '']) => cell.replace(/^"|"$/g, '')),
  );

describe('the same list in every form', () => {
  it('reads UTF-8 without a byte order mark', async () => {
    expect(await entriesOf(bytes(csv))).toEqual(expected);
  });

  it('reads UTF-8 with a byte order mark and Windows line ends', async () => {
    expect(await entriesOf(bytes(`\ufeff${csv.replace(/\n/g, '\r\n')}`))).toEqual(expected);
  });

  it('reads GB18030', async () => {
    const file = fixture('wuchang-2023.gb18030.csv');
    expect((await imported(file)).source).toEqual({ kind: 'text', encoding: 'GB18030', separator: ',' });
    expect(await entriesOf(file)).toEqual(expected);
  });

  it('reads UTF-16, as "Unicode text" is saved', async () => {
    const tabbed = rows.map((row) => row.join('\t')).join('\r\n');
    expect(await entriesOf(Buffer.from(`\ufeff${tabbed}`, 'utf16le'))).toEqual(expected);
  });

  it('reads full-width digits', async () => {
    const wide = csv.replace(/^[0-9]+/gm, (digits) =>
      digits.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    );
    expect(wide).toContain('１０,黄鹤楼街道');
    expect(await entriesOf(bytes(wide))).toEqual(expected);
  });

  it('reads a workbook whose numbers are numbers', async () => {
    const file = await workbook(rows);
    expect((await imported(file, 'list.xlsx')).source.kind).toBe('workbook');
    expect(await entriesOf(file)).toEqual(expected);
  });

  it('reads semicolons and tabs, blank lines, a title above the headings', async () => {
    const lines = rows.map((row) => row.map((cell) => (cell.includes('"') ? `"${cell}"` : cell)));
    const semicolons = lines.map((row) => row.join(';')).join('\n\n');
    expect(await entriesOf(bytes(`2023年决赛名单;;;;;;\n${semicolons}\n;;;;;;\n`))).toEqual(expected);
    expect(await entriesOf(bytes(lines.map((row) => row.join('\t')).join('\r')))).toEqual(expected);
  });

  it('reads Chinese headings and the half-width commas of the published titles', async () => {
    const published = rows
      .slice(1)
      .map(([number, street, community, , title, english, summary]) =>
        [number, street, community, `"${title}"`, `"${english}"`, summary].join(','),
      );
    const file = ['序号,所属街道,社 区,项目名称,英文名称,项目简介', ...published].join('\n');
    const { table, guess } = await imported(bytes(file));
    const understood = interpretEntries(table, guess.entries);
    expect(importedEntries(understood, [], 'replace')).toEqual(expected);
    expect(understood[0]?.findings.map((found) => found.code)).toEqual(['comma-widened', 'number-padded']);
  });

  it('reads the fact file, with the event around the entries', async () => {
    const answer = await imported(fixture('wuchang-2023.json'), 'wuchang-2023.json');
    expect(importedEntries(interpretEntries(answer.table, answer.guess.entries), [], 'replace')).toEqual(expected);
    expect(answer.event?.name).toEqual(demonstration.name);
    expect(answer.event?.organizer).toEqual({ zh: '武昌区民政局' });
    expect(answer.event?.criteria.map((item) => item.name)).toEqual(demonstration.criteria.map((item) => item.name));
    expect(definitionShapeProblems(answer.event)).toEqual([]);
    expect(definitionProblems(answer.event ?? demonstration).map((problem) => problem.code)).toEqual([
      'problem.no-entries',
    ]);
  });
});

describe('an event file', () => {
  it('is the event when it is sound', async () => {
    const answer = await imported(bytes(JSON.stringify(demonstration)));
    expect(answer.event).toEqual(demonstration);
    expect(answer.table).toEqual([]);
  });

  it('with one faulty entry keeps everything else and offers the entries as rows', async () => {
    const [first, ...others] = demonstration.entries;
    const faulty = { ...demonstration, entries: [{ ...first, title: {} }, ...others] };
    const answer = await imported(bytes(JSON.stringify(faulty)));
    expect(answer.event?.entries).toEqual(others);
    expect(answer.event?.panel).toEqual(demonstration.panel);
    const understood = interpretEntries(answer.table, answer.guess.entries);
    expect(understood).toHaveLength(15);
    expect(understood[0]?.findings.map((found) => found.code)).toContain('title-missing');
  });

  it('with a faulty judge and an unknown field names both and keeps the rest', async () => {
    const [first, ...others] = demonstration.panel;
    const faulty = { ...demonstration, panel: [{ ...first, number: 'one' }, ...others], theme: 'red' };
    const answer = await imported(bytes(JSON.stringify(faulty)));
    expect(answer.problems.map((problem) => problem.at).sort()).toEqual(['/panel/0/number', '/theme']);
    expect(answer.event?.panel).toEqual(others);
  });

  it('that is no event is refused', async () => {
    expect(await readUpload(bytes('{"a":1}'), 'a.json')).toBe('import.not-an-event');
    expect(await readUpload(bytes('{"entries":['), 'a.json')).toBe('import.not-an-event');
  });
});

describe('files that cannot be read', () => {
  it('are refused with a code that says why', async () => {
    expect(await readUpload(Buffer.alloc(0), 'a.csv')).toBe('import.empty');
    expect(await readUpload(bytes(' ,\n,\n'), 'a.csv')).toBe('import.empty');
    expect(await readUpload(Buffer.from([0xff, 0x00, 0x81, 0x20]), 'a.csv')).toBe('import.unknown-encoding');
    expect(await readUpload(Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'a.xls')).toBe('import.old-workbook');
  });

  it('are refused when a workbook is cut short anywhere', async () => {
    const file = await workbook(rows);
    for (let length = 200; length < file.length; length += 997)
      expect(await readUpload(file.subarray(0, length), 'a.xlsx')).toBe('import.broken-workbook');
  });

  it('are refused when an archive unpacks to more than it says or more than allowed', async () => {
    const large = Buffer.alloc(51 * 1024 * 1024, 0x20);
    expect(await readUpload(archive('xl/workbook.xml', large, large.length), 'bomb.xlsx')).toBe(
      'import.broken-workbook',
    );
    const small = Buffer.from('<workbook/>');
    expect(await readUpload(archive('xl/workbook.xml', small, 5), 'liar.xlsx')).toBe('import.broken-workbook');
    const typed = Buffer.from('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>');
    expect(await readUpload(archive('xl/workbook.xml', typed, typed.length), 'typed.xlsx')).toBe(
      'import.broken-workbook',
    );
  });

  it('with a quote that is never closed loses no row', async () => {
    const answer = await imported(bytes('编号,名称\n1,"甲\n2,乙\n3,丙\n'));
    expect(answer.notes).toEqual(['quotes-ignored']);
    expect(answer.table.map((row) => row.line)).toEqual([1, 2, 3, 4]);
  });

  it('that are long are cut with a note', async () => {
    const answer = await imported(bytes(Array.from({ length: 2500 }, (_, index) => `${index + 1},甲`).join('\n')));
    expect(answer.notes).toEqual(['rows-cut']);
    expect(answer.table).toHaveLength(2000);
  });
});

/** An archive of one part that states whatever size it is told to. */
function archive(name: string, content: Buffer, stated: number): Buffer {
  const packed = deflateRawSync(content);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(stated, 22);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(stated, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + packed.length, 16);
  return Buffer.concat([local, Buffer.from(name), packed, entry, Buffer.from(name), end]);
}
