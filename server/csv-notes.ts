// What a rule did that a reader of the table must know, in a few words each: taken from the notes of the result's derivation. Notes on
// single values, such as limits that cut nothing, stay in the JSON document.
import type { LineNote } from '#domain/explain/derivation.ts';
import type { EventNames } from '#domain/explain/event-names.ts';
import type { ResultRow } from '#domain/results-table.ts';
import { inLocale, type Locale } from '#domain/text.ts';

const zh = {
  judge: '评委 {n}',
  comma: '、',
  'trim-suspended': '有效分不足 {needed} 个，未去掉最高分和最低分',
  'pro-rata': '应有 {planned} 个有效分，只有 {given} 个，按比例折算',
  'replaced-by-mean': '{judges} 按其余评委的平均补入',
  'replaced-by-judge-average': '{judges} 按本人平均补入',
  'ranks-incomplete': '{judges} 未评全，其名次不计',
  'weights-redistributed': '{parts} 没有得分，权重归其余部分',
  'at-floor': '低于下限，按下限计',
  'at-cap': '高于上限，按上限计',
  'order-unresolved': '方法分不出先后',
};
type Word = keyof typeof zh;

const en: { readonly [W in Word]: string } = {
  judge: 'judge {n}',
  comma: ', ',
  'trim-suspended': 'Fewer than {needed} valid scores: nothing was dropped',
  'pro-rata': '{given} of {planned} valid scores: in proportion',
  'replaced-by-mean': 'Mean of the others for {judges}',
  'replaced-by-judge-average': 'Own mean for {judges}',
  'ranks-incomplete': 'Ranks of {judges} not counted, not everybody scored',
  'weights-redistributed': 'No score in {parts}: its weight goes to the other parts',
  'at-floor': 'Below the floor, counts as the floor',
  'at-cap': 'Above the cap, counts as the cap',
  'order-unresolved': 'Not separated by the method',
};
const words = { 'zh-CN': zh, en };

const isWorded = (code: string): code is Exclude<Word, 'judge' | 'comma'> =>
  code in zh && code !== 'judge' && code !== 'comma';

function sentence(note: LineNote, names: EventNames, locale: Locale): string | null {
  if (!isWorded(note.code)) return null;
  const w = words[locale];
  const fill = (template: string, blanks: Readonly<Record<string, string | number>>) =>
    template.replace(/\{(\w+)\}/g, (_, name: string) => String(blanks[name] ?? ''));
  const judgeName = (seat: string) =>
    fill(w.judge, { n: names.judges.find((judge) => judge.seat === seat)?.number ?? seat });
  const partName = (column: string) => {
    const part = names.parts.find((known) => column.endsWith(`:${known.part}`));
    return part ? inLocale(part.name, locale) : column;
  };
  return fill(w[note.code], {
    ...Object.fromEntries(Object.entries(note).filter(([, value]) => typeof value === 'number')),
    judges: 'judges' in note ? note.judges.map(judgeName).join(w.comma) : '',
    parts: 'without' in note ? note.without.map(partName).join(w.comma) : '',
  });
}

/** Each sentence once, in the order of the steps. */
export function derivedNotes({ derivation }: ResultRow, names: EventNames, locale: Locale): readonly string[] {
  const said = (derivation?.lines ?? []).flatMap(({ notes }) =>
    notes.flatMap((note) => sentence(note, names, locale) ?? []),
  );
  return [...new Set(said)];
}
