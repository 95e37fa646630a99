// A music competition after the rules of the Chopin Competition 2025: 25 points, marks beyond the mean ± N count as that limit, teachers
// are recused, and prizes within a tolerance are shared. N, the panel and the tolerance are our own assumption.
import type { Decimal } from '../numbers.ts';
import { blankEvent, item, type Preset } from './preset.ts';

export const music: Preset = {
  id: 'music',
  family: 'special',
  name: { zh: '音乐比赛，偏差修正', en: 'Music competition, clamped' },
  purpose: {
    zh: '专家多、分歧大的比赛：离平均分太远的分数按界限计，不去掉任何一位评委。',
    en: 'Large expert panels: marks far from the mean count as a limit; no judge is dropped.',
  },
  facts: [
    { zh: '25 分制，只打总分，1 分一档', en: '25 points, one total, whole points' },
    { zh: '9 位评委，偏离平均分超过 2 分的按 2 分计', en: '9 judges; more than 2 points from the mean counts as 2' },
    { zh: '老师回避自己的学生：在“评委”里勾选', en: 'Teachers are recused from their students' },
    {
      zh: '相差不到 0.03 分并列，后面的名次不空；统一公布',
      en: 'Within 0.03 a prize is shared, no place left out; at the end',
    },
  ],
  caveat: {
    zh: '2 分、0.03 分和 9 位评委是亮分给的起点，请按章程填写。各轮成绩按比例带入下一轮，现在还不能算。',
    en: '2 points, 0.03 and nine judges are our starting point: fill in your own. Earlier rounds carried over by weight are not covered yet.',
  },
  event: blankEvent(9, {
    entryNoun: 'contestant',
    criteria: [item('total', '总分', 'Total', '25', '1', '1')],
    segments: [{ kind: 'presentation', timeAllowedSec: 2400, warningTimesSec: [120] }],
    rules: {
      aggregate: { kind: 'clamp', limit: '2' as Decimal, limitDecimals: 2 },
      decimals: 2,
      rankOn: 'rounded',
      rankStyle: 'dense',
      tolerance: '0.03' as Decimal,
      tieBreakers: [],
      reveal: 'at-end',
      showJudgeTotals: false,
      checkBeforeReveal: true,
      judgeMayTakeBack: true,
    },
  }),
};
