// The fields a judge can have in a spreadsheet or a pasted list, and how they are recognised.
import { guessMeaning, type Aliases, type Looks, type Meaning } from './columns.ts';
import type { Table, TableRow } from './table.ts';

export const JUDGE_FIELDS = ['number', 'name', 'title', 'group', 'nameEn', 'titleEn'] as const;
export type JudgeField = (typeof JUDGE_FIELDS)[number];

const words = (list: string): readonly string[] => list.split(' ');

const judgeAliases: Aliases<JudgeField> = {
  number: words('席位 席位号 座位 座位号 序号 编号 号 no num number seat seatno'),
  name: words('姓名 名字 评委 评委姓名 评委名单 专家姓名 name judge judgename fullname'),
  title: words('职务 职称 头衔 称谓 职务职称 单位及职务 单位职务 title position role'),
  group: words('组 组别 评委组 分组 类别 类型 身份 group kind category'),
  nameEn: words('英文名 英文姓名 姓名英文 nameen englishname'),
  titleEn: words('职务英文 头衔英文 titleen englishtitle'),
};

const most = (cells: readonly string[], test: (cell: string) => boolean) =>
  cells.filter(test).length * 10 >= cells.length * 7;
const isRepeated = (cells: readonly string[]) => new Set(cells).size * 2 <= cells.length;

const looks: Looks<JudgeField> = [
  ['number', (cells) => most(cells, (cell) => /^[0-9]{1,3}[.、]?$/.test(cell))],
  ['name', (cells) => most(cells, (cell) => cell.length <= 30) && !isRepeated(cells)],
  ['name', () => true],
  ['group', isRepeated],
  ['title', () => true],
  ['group', () => true],
];

export const guessJudgeColumns = (table: Table): Meaning<JudgeField> => guessMeaning(table, judgeAliases, looks);

const startsWithChineseName = /^(?:[0-9]+[.、]?\s+)?\p{Script=Han}[\p{Script=Han}·0-9]{1,9}(?:\s|$)/u;

/**
 * A list typed line by line ("王教授 评审专家") has no separators but spaces. It is taken apart only when every line begins
 * with a Chinese name, because an English name holds spaces itself.
 */
export function splitTypedList(table: Table): Table {
  const isTyped = table.every((row) => row.cells.filter((cell) => cell.trim() !== '').length <= 1);
  const lines = table.map((row) => row.cells.join(' ').trim());
  if (!isTyped || !lines.every((line) => line === '' || startsWithChineseName.test(line))) return table;
  return table.map((row): TableRow => ({ line: row.line, cells: row.cells.join(' ').trim().split(/\s+/u) }));
}
