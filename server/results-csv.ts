// The ranking as rows of a table: one line per entry, every judge's total in a column of its own, words in one language
// and with the event's own names for entry and unit.
import type { EntryNoun } from '#domain/definition.ts';
import type { ResultRow, ResultsTable } from '#domain/results-table.ts';
import type { EntryCard, Fate } from '#domain/stage-view.ts';
import type { EntryStatus } from '#domain/state.ts';
import { inLocale, type Locale, type Text } from '#domain/text.ts';
import { deductionReason } from '#domain/wording/time-reason.ts';
import { derivedNotes } from './csv-notes.ts';

type ReadyNoun = Exclude<EntryNoun, object>;
interface Words {
  readonly nouns: { readonly [N in ReadyNoun]: string };
  /** Fates that need a word; a counted total stands alone. */
  readonly fates: { readonly [F in Exclude<Fate, 'counted'>]: string };
  readonly statuses: { readonly [S in EntryStatus]: string };
  readonly [word: string]: string | { readonly [key: string]: string };
}

const zh = {
  rank: '名次',
  tied: '并列',
  number: '编号',
  order: '出场顺序',
  subdistrict: '街道',
  community: '社区',
  title: '{noun}名称',
  score: '最终得分',
  panel: '评委得分',
  partScore: '{name} 得分',
  partFigure: '{name} 原始数',
  partPoints: '{name} 加权分',
  panelPart: '评委评分',
  deduction: '扣分',
  bonus: '加分',
  awards: '奖项',
  judge: '评委 {n}',
  state: '状态',
  notes: '备注',
  published: '已公布',
  notFinal: '非最终结果',
  corrected: '第 {version} 版，更正原因：{reason}',
  list: '；',
  nouns: { project: '项目', contestant: '选手', work: '作品', programme: '节目', team: '队伍' },
  fates: {
    'highest-out': '去掉最高',
    'lowest-out': '去掉最低',
    raised: '按下限计',
    lowered: '按上限计',
    recused: '回避',
    absent: '缺席',
  },
  statuses: {
    waiting: '待上场',
    'on-stage': '台上',
    done: '评分未完成',
    forfeited: '弃权',
    withdrawn: '退赛',
    disqualified: '取消资格',
  },
} satisfies Words;

const en: { readonly [W in keyof typeof zh]: (typeof zh)[W] } = {
  rank: 'Rank',
  tied: 'tied',
  number: 'Entry number',
  order: 'Running number',
  subdistrict: 'Sub-district',
  community: 'Community',
  title: '{noun} title',
  score: 'Final score',
  panel: 'Panel score',
  partScore: '{name} score',
  partFigure: '{name} as recorded',
  partPoints: '{name} weighted points',
  panelPart: 'Panel',
  deduction: 'Deductions',
  bonus: 'bonus',
  awards: 'Awards',
  judge: 'Judge {n}',
  state: 'State',
  notes: 'Notes',
  published: 'Published',
  notFinal: 'Not final',
  corrected: 'Version {version}, corrected because: {reason}',
  list: '; ',
  nouns: { project: 'Project', contestant: 'Contestant', work: 'Work', programme: 'Act', team: 'Team' },
  fates: {
    'highest-out': 'Highest, out',
    'lowest-out': 'Lowest, out',
    raised: 'Raised to limit',
    lowered: 'Lowered to limit',
    recused: 'Recused',
    absent: 'Absent',
  },
  statuses: {
    waiting: 'Waiting',
    'on-stage': 'On stage',
    done: 'Scoring not complete',
    forfeited: 'Forfeited',
    withdrawn: 'Withdrawn',
    disqualified: 'Disqualified',
  },
};

const words = { 'zh-CN': zh, en };

const fill = (template: string, blanks: Readonly<Record<string, string | number>>) =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => String(blanks[name] ?? ''));

function notesOf(row: ResultRow, { names }: ResultsTable, locale: Locale): readonly string[] {
  const w = words[locale];
  return [
    ...(row.isTied ? [w.tied] : []),
    ...row.judges.flatMap(({ number, fate }) =>
      fate === 'counted' ? [] : [`${fill(w.judge, { n: number })}: ${w.fates[fate]}`],
    ),
    ...derivedNotes(row, names, locale),
    ...row.reveals
      .filter((reveal) => reveal.version > 1)
      .map(({ version, reason }) => fill(w.corrected, { version, reason: reason ?? '' })),
  ];
}

interface PartColumns {
  readonly heads: readonly string[];
  readonly cells: (row: ResultRow) => readonly string[];
}

/** What was recorded, the score and the weighted points of every judge group and component; none where the panel is everything. */
function partColumns({ rows }: ResultsTable, locale: Locale): readonly PartColumns[] {
  const w = words[locale];
  const [first] = rows;
  return (first?.parts ?? []).map(({ part, name, figure, weight }): PartColumns => {
    const shown = name === null ? w.panelPart : inLocale(name, locale);
    const heads = [
      ...(figure === null ? [] : [w.partFigure]),
      w.partScore,
      ...(weight === null ? [] : [w.partPoints]),
    ].map((head) => fill(head, { name: shown }));
    return {
      heads,
      cells: (row) => {
        const own = row.parts.find((known) => known.part === part);
        return [
          ...(figure === null ? [] : [own?.figure ?? '']),
          own?.score ?? '',
          ...(weight === null ? [] : [own?.points ?? '']),
        ];
      },
    };
  });
}

/** First line: the heads. Placed entries by rank, then those without a place in running order. */
export function resultsCsvRows(table: ResultsTable, locale: Locale): readonly (readonly string[])[] {
  const say = (text: Text | null) => (text === null ? '' : inLocale(text, locale));
  const w = words[locale];
  const parts = partColumns(table, locale);
  const noun = typeof table.noun === 'object' ? inLocale(table.noun.one, locale) : w.nouns[table.noun];
  const who = (entry: EntryCard) => [
    entry.entryNumber,
    String(entry.runningNumber),
    say(entry.subdistrict),
    say(entry.community),
    say(entry.title),
  ];
  const head = [
    w.rank,
    w.number,
    w.order,
    table.unitNames === null ? w.subdistrict : say(table.unitNames.subdistrict),
    table.unitNames === null ? w.community : say(table.unitNames.community),
    fill(w.title, { noun }),
    w.score,
    w.panel,
    w.deduction,
    w.awards,
    ...table.panel.map((judge) => `${fill(w.judge, { n: judge.number })} ${say(judge.name)}`),
    ...parts.flatMap(({ heads }) => heads),
    w.state,
    w.notes,
  ];
  const rows = table.rows.map((row) => [
    String(row.rank),
    ...who(row.entry),
    row.score,
    row.panelScore,
    row.deductions
      .map((known) => `${known.kind === 'bonus' ? `${w.bonus} ` : ''}${known.points} ${deductionReason(known, locale)}`)
      .join(w.list),
    row.awards.map(say).join(w.list),
    ...table.panel.map(({ seat }) => row.judges.find((judge) => judge.seat === seat)?.total ?? ''),
    ...parts.flatMap(({ cells }) => cells(row)),
    table.isPublished ? w.published : w.notFinal,
    notesOf(row, table, locale).join(w.list),
  ]);
  const unplaced = table.unplaced.map(({ entry, status, reason }) => [
    '',
    ...who(entry),
    ...['', '', '', ''],
    ...table.panel.map(() => ''),
    ...parts.flatMap(({ heads }) => heads.map(() => '')),
    w.statuses[status],
    reason ?? '',
  ]);
  return [head, ...rows, ...unplaced];
}
