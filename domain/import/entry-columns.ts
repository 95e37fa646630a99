// The fields an entry can have in a spreadsheet, the headings they go by, and what their cells look like without one.
import { titleLength } from '../definition-problems.ts';
import { guessMeaning, type Aliases, type Looks, type Meaning } from './columns.ts';
import type { Table } from './table.ts';

export const ENTRY_FIELDS = [
  'number',
  'subdistrict',
  'community',
  'title',
  'stageTitle',
  'summary',
  'titleEn',
  'subdistrictEn',
  'communityEn',
  'summaryEn',
] as const;
export type EntryField = (typeof ENTRY_FIELDS)[number];

const words = (list: string): readonly string[] => list.split(' ');

export const entryAliases: Aliases<EntryField> = {
  number: words(
    '编号 序号 号码 号 参赛编号 项目编号 作品编号 选手编号 节目编号 出场序号 no num number id listposition entrynumber entryno',
  ),
  subdistrict: words('街道 所属街道 街道名称 街镇 镇街 乡镇 学院 上级单位 主管单位 subdistrict street district'),
  community: words(
    '社区 所属社区 社区名称 单位 单位名称 参赛单位 申报单位 选送单位 报送单位 所在单位 班级 部门 学校 community unit organisation organization organiser',
  ),
  title: words(
    '项目名称 名称 项目 题目 标题 作品名称 作品 作品题目 节目名称 节目 参赛项目 案例名称 演讲题目 选手 选手姓名 参赛选手 姓名 队伍 队伍名称 队名 title name project projecttitle entry entrytitle contestant team',
  ),
  stageTitle: words('大屏标题 舞台标题 分行标题 stagetitle'),
  summary: words('简介 项目简介 内容简介 作品简介 摘要 概述 介绍 summary description abstract'),
  titleEn: words('英文名称 项目英文名称 项目名称英文 名称英文 英文标题 titleen titleenglish englishtitle nameen'),
  subdistrictEn: words('街道英文 街道英文名 subdistricten'),
  communityEn: words('社区英文 单位英文 社区英文名 communityen uniten'),
  summaryEn: words('英文简介 简介英文 summaryen'),
};

const most = (cells: readonly string[], test: (cell: string) => boolean) =>
  cells.filter(test).length * 10 >= cells.length * 7;

const averageLength = (cells: readonly string[]) =>
  cells.reduce((total, cell) => total + titleLength(cell), 0) / cells.length;

const looks: Looks<EntryField> = [
  ['number', (cells) => most(cells, (cell) => /^[A-Za-z]{0,3}-?[0-9]{1,4}[.、]?$/.test(cell))],
  ['subdistrict', (cells) => most(cells, (cell) => /(街道|街|镇|乡|学院)$/.test(cell))],
  ['community', (cells) => most(cells, (cell) => /(社区|村|班|部|中心|学校|公司)$/.test(cell))],
  // The first long column is the title; a second, longer one tells about it.
  ['title', (cells) => averageLength(cells) >= 8],
  ['title', (cells) => averageLength(cells) >= 2],
  ['summary', (cells) => averageLength(cells) >= 12],
];

export const guessEntryColumns = (table: Table): Meaning<EntryField> => guessMeaning(table, entryAliases, looks);
