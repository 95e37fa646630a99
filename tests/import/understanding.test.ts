// What the import understands of rows, and what it leaves to a person. The laws hold for any rows at all.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EventDefinitionSchema } from '#domain/definition.ts';
import { definitionProblems } from '#domain/definition-problems.ts';
import { cleanText } from '#domain/import/clean-text.ts';
import { ENTRY_FIELDS, guessEntryColumns, type EntryField } from '#domain/import/entry-columns.ts';
import { countRows, importedEntries, interpretEntries } from '#domain/import/entry-rows.ts';
import { guessJudgeColumns, splitTypedList } from '#domain/import/judge-columns.ts';
import { importedPanel, interpretJudges } from '#domain/import/judge-rows.ts';
import { definitionShapeProblems, shapeProblems } from '#domain/import/shape-problems.ts';
import type { Table } from '#domain/import/table.ts';
import { demonstration } from '#domain/presets/demonstration.ts';
import { presets } from '#domain/presets/index.ts';

const table = (...rows: readonly (readonly string[])[]): Table =>
  rows.map((cells, index) => ({ line: index + 1, cells }));
const codes = (rows: readonly { readonly findings: readonly { readonly code: string }[] }[]) =>
  rows.map((row) => row.findings.map((found) => found.code));

const headings = ['编号', '街道', '社区', '项目名称'];
const interpret = (...rows: readonly (readonly string[])[]) => {
  const whole = table(headings, ...rows);
  return interpretEntries(whole, guessEntryColumns(whole));
};

describe('a cell', () => {
  it.each([
    ['爱悦读创“书香瑞景” ,邻聚力建', '爱悦读创“书香瑞景”，邻聚力建', ['comma-widened']],
    ['３３４最强阵容', '334最强阵容', ['digits-narrowed']],
    ['武昌　新ＹＯＵＮＧ ', '武昌 新YOUNG', ['spaces-tidied', 'letters-narrowed']],
    ['共享\n书屋', '共享 书屋', []],
    ['\ufeff共享\u200b书屋\u0007', '共享书屋', ['invisible-removed']],
    ['3,000户', '3,000户', []],
    ['Early, small and clever', 'Early, small and clever', []],
  ])('%j becomes %j', (raw, text, cleanings) => {
    expect(cleanText(raw).text).toBe(text);
    expect(cleanText(raw).cleanings).toEqual(expect.arrayContaining(cleanings));
  });

  it('cleaned twice is the cell cleaned once', () => {
    const awkward = fc.string({ unit: fc.constantFrom(...'，, ,,，“”1２3中国aＡ　\t\n\u200b\ufeff·e\u0301') });
    fc.assert(
      fc.property(fc.oneof(awkward, fc.string({ unit: 'binary' })), (raw) => {
        const { text } = cleanText(raw);
        expect(cleanText(text)).toEqual({ text, cleanings: [] });
      }),
      { numRuns: 1000 },
    );
  });
});

describe('rows of entries', () => {
  it('with an empty unit are to be fixed, unless a person says that it may stay empty', () => {
    const whole = table(
      headings,
      ['1', '甲街道', '甲社区', '示例项目 1'],
      ['2', '', '乙社区', '示例项目 2'],
      ['3', '丙街道', '丙社区', '示例项目 3'],
    );
    const meaning = guessEntryColumns(whole);
    const rows = interpretEntries(whole, meaning);
    expect(rows[1]).toMatchObject({ entry: null, line: 3 });
    expect(codes(rows)[1]).toContain('subdistrict-empty');
    const accepted = interpretEntries(whole, meaning, { leftOut: [], accepted: [3] });
    expect(accepted[1]?.entry).toMatchObject({ number: '02', community: { zh: '乙社区' } });
  });

  it('without units at all are entries without units', () => {
    expect(interpret(['1', '', '', '示例项目 1'], ['2', '', '', '示例项目 2']).every((row) => row.entry !== null)).toBe(
      true,
    );
  });

  it('name a number that is given twice, and one that the event has already', () => {
    expect(codes(interpret(['1', '', '', '甲'], ['01', '', '', '乙']))[1]).toContain('number-duplicate');
    const whole = table(headings, ['7', '', '', '甲']);
    expect(codes(interpretEntries(whole, guessEntryColumns(whole), undefined, ['07']))[0]).toContain('number-taken');
  });

  it('without a number get the next free one', () => {
    const rows = interpret(['', '', '', '甲'], ['1', '', '', '乙'], ['', '', '', '丙']);
    expect(rows.map((row) => row.entry?.number)).toEqual(['02', '01', '03']);
  });

  it('with a title over 40 wide ask for a stage title but can be saved', () => {
    const [row] = interpret(['1', '', '', '共'.repeat(41)]);
    expect(row?.findings).toContainEqual(expect.objectContaining({ code: 'title-long', level: 'check', value: '41' }));
    expect(row?.entry).not.toBeNull();
  });

  it('never become fewer: a row is an entry, left out, or to be fixed', () => {
    const cell = fc.oneof(
      fc.constantFrom('', '1', '０１', '甲街道', '乙社区', '示例项目，一'),
      fc.string({ maxLength: 12 }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 12 }),
        fc.array(fc.option(fc.constantFrom<EntryField>(...ENTRY_FIELDS)), { maxLength: 5 }),
        (rows, columns) => {
          const understood = interpretEntries(table(...rows), { headerRow: null, columns });
          const { fine, checks, fixes, leftOut } = countRows(understood);
          expect(fine + checks + fixes + leftOut).toBe(understood.length);
          const entries = importedEntries(understood, demonstration.entries, 'add');
          expect(entries).toHaveLength(demonstration.entries.length + fine + checks);
          // What was understood can always be saved.
          expect(shapeProblems(EventDefinitionSchema.properties.entries, entries)).toEqual([]);
          expect(new Set(entries.map((entry) => entry.id)).size).toBe(entries.length);
        },
      ),
    );
  });

  it('that replace an entry of the same number keep its id', () => {
    const rows = interpret(['15', '', '', '示例项目 新']);
    expect(importedEntries(rows, demonstration.entries, 'replace')[0]?.id).toBe('entry-15');
  });

  it('of an English list are kept as English', () => {
    const whole = table(['No.', 'Project', 'Unit'], ['1', 'Shared library', 'Riverside']);
    expect(interpretEntries(whole, guessEntryColumns(whole))[0]?.entry).toEqual({
      number: '01',
      title: { en: 'Shared library' },
      community: { en: 'Riverside' },
    });
  });

  it('without headings are recognised by what they hold', () => {
    const whole = table(
      ['1', '甲街道', '乙社区', '盘活房前屋后方寸地'],
      ['2', '丙街道', '丁社区', '汇聚五星力量共建家园'],
    );
    expect(guessEntryColumns(whole)).toEqual({
      headerRow: null,
      columns: ['number', 'subdistrict', 'community', 'title'],
    });
  });
});

describe('rows of judges', () => {
  it('typed line by line are taken apart, and a padded name is closed up', () => {
    const whole = splitTypedList(table(['张老师 教授 专家'], ['李老师 主任 专家'], ['王老师 记者 媒体']));
    const meaning = guessJudgeColumns(whole);
    expect(meaning.columns).toEqual(['name', 'title', 'group']);
    const { panel, judgeGroups } = importedPanel(
      interpretJudges(whole, meaning),
      { panel: [], judgeGroups: [] },
      'replace',
    );
    expect(panel.map((judge) => [judge.seat, judge.number, judge.name.zh, judge.group])).toEqual([
      ['seat-1', 1, '张老师', 'group-1'],
      ['seat-2', 2, '李老师', 'group-1'],
      ['seat-3', 3, '王老师', 'group-2'],
    ]);
    expect(judgeGroups.map((group) => group.name.zh)).toEqual(['专家', '媒体']);
    const padded = table(['姓名'], ['张\u3000三']);
    expect(interpretJudges(padded, guessJudgeColumns(padded))[0]?.judge?.name).toEqual({ zh: '张三' });
  });

  it('leave an English name whole', () => {
    const whole = splitTypedList(table(['Ada Sample'], ['Ben Sample']));
    expect(interpretJudges(whole, guessJudgeColumns(whole))[0]?.judge?.name).toEqual({ en: 'Ada Sample' });
  });

  it('that replace a judge of the same number keep the seat', () => {
    const whole = table(['席位', '姓名'], ['3', '示例评委 三']);
    const { panel } = importedPanel(interpretJudges(whole, guessJudgeColumns(whole)), demonstration, 'replace');
    expect(panel).toEqual([{ seat: 'seat-3', number: 3, name: { zh: '示例评委 三' } }]);
  });
});

describe('presets', () => {
  it.each(presets.map((preset) => [preset.id, preset] as const))('%s only waits for its entries', (_id, preset) => {
    expect(definitionShapeProblems(preset.event)).toEqual([]);
    const blocking = definitionProblems(preset.event).filter((problem) => problem.severity === 'blocking');
    expect(blocking.map((problem) => problem.code)).toEqual(['problem.no-entries']);
  });
});

describe('the shape of a half-typed event', () => {
  it('is told by place and kind', () => {
    const typed = {
      ...demonstration,
      name: {},
      criteria: [{ ...demonstration.criteria[0], maxScore: '9.' }],
      segments: [{ kind: 'presentation', timeAllowedSec: null, warningTimesSec: [9999] }],
    };
    expect(definitionShapeProblems(typed)).toEqual([
      { code: 'shape.empty', at: '/name', value: '' },
      { code: 'shape.not-a-number', at: '/criteria/0/maxScore', value: '9.' },
      { code: 'shape.not-a-number', at: '/segments/0/timeAllowedSec', value: 'null' },
      { code: 'shape.out-of-range', at: '/segments/0/warningTimesSec/0', value: '9999' },
    ]);
  });
});
