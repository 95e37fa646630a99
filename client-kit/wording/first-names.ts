// What something new in an event is called until somebody names it: in both languages, because it goes into the event.
import type { Text } from '#domain/text.ts';

export const firstName = {
  item: (n: number): Text => ({ zh: `评分项 ${n}`, en: `Item ${n}` }),
  judge: (n: number): Text => ({ zh: `评委 ${n}`, en: `Judge ${n}` }),
  group: (n: number): Text => ({ zh: `评委组 ${n}`, en: `Group ${n}` }),
  part: (n: number): Text => ({ zh: `第 ${n} 部分`, en: `Part ${n}` }),
  award: (n: number): Text => ({ zh: `奖项 ${n}`, en: `Award ${n}` }),
  poll: (n: number): Text => ({ zh: `投票 ${n}`, en: `Vote ${n}` }),
  pollAward: (n: number): Text => ({ zh: `人气奖 ${n}`, en: `Favourite ${n}` }),
  noun: (): { one: Text; many: Text } => ({
    one: { zh: '参赛单位', en: 'unit' },
    many: { zh: '参赛单位', en: 'units' },
  }),
};
