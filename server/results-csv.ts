// The ranking as rows of a table: one line per entry, every judge's total in a column of its own, words in one language.
import { inLocale, type Locale, type Text } from '#domain/text.ts';
import type { ResultsTable } from '#domain/results-table.ts';

const words = {
  'zh-CN': {
    rank: '名次',
    number: '编号',
    order: '出场顺序',
    subdistrict: '街道',
    community: '社区',
    title: '项目名称',
    score: '最终得分',
    panel: '评委得分',
    deduction: '扣分',
    awards: '奖项',
    unplaced: '未列名次',
  },
  en: {
    rank: 'Rank',
    number: 'Number',
    order: 'Running number',
    subdistrict: 'Sub-district',
    community: 'Community',
    title: 'Title',
    score: 'Final score',
    panel: 'Panel score',
    deduction: 'Deduction',
    awards: 'Awards',
    unplaced: 'Not placed',
  },
} as const;

export function resultsCsvRows(table: ResultsTable, locale: Locale): readonly (readonly string[])[] {
  const say = (text: Text | null) => (text === null ? '' : inLocale(text, locale));
  const w = words[locale];
  const head = [
    w.rank,
    w.number,
    w.order,
    w.subdistrict,
    w.community,
    w.title,
    w.score,
    w.panel,
    w.deduction,
    w.awards,
    ...table.seats.map((seat) => `${seat.number} ${say(seat.name)}`),
  ];
  const rows = table.rows.map(({ entry, rank, score, panelScore, deductions, awards, judges }) => [
    String(rank),
    entry.entryNumber,
    String(entry.runningNumber),
    say(entry.subdistrict),
    say(entry.community),
    say(entry.title),
    score,
    panelScore,
    deductions.map(({ points, reason }) => `${points} ${reason}`).join('; '),
    awards.map(say).join('; '),
    ...table.seats.map((seat) => judges.find((judge) => judge.seat === seat.seat)?.total ?? ''),
  ]);
  const unplaced = table.unplaced.map(({ entry, reason }) => [
    w.unplaced,
    entry.entryNumber,
    String(entry.runningNumber),
    say(entry.subdistrict),
    say(entry.community),
    say(entry.title),
    '',
    '',
    reason ?? '',
    '',
    ...table.seats.map(() => ''),
  ]);
  return [head, ...rows, ...unplaced];
}
