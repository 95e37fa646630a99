// A speech contest on ten points, announced one behind: when the second has finished, the first one's score is read out.
// The deductions for time are those published for a county's speech contest; time is no score item besides them.
import type { Decimal } from '../numbers.ts';
import { blankEvent, item, tiers, trimOneEach, type Preset } from './preset.ts';

export const speech: Preset = {
  id: 'speech',
  family: 'usual',
  name: { zh: '演讲 10 分制', en: 'Speech, 10 points' },
  purpose: {
    zh: '演讲、宣讲、微党课：下一位讲完，公布上一位的得分。',
    en: 'Speech contests: each score is announced when the next speaker has finished.',
  },
  facts: [
    {
      zh: '十分制，3 个评分项：内容 4、仪态 2、表达 4',
      en: '10 points: content 4, bearing 2, eloquence 4',
    },
    { zh: '7 位评委，去掉 1 个最高分、1 个最低分', en: '7 judges, one highest and one lowest dropped' },
    {
      zh: '演讲 6 至 8 分钟；超时 1 秒起扣 0.02 分，11 秒起 0.05 分，21 秒起 0.1 分，31 秒起 0.2 分；不足 6 分钟扣 0.1 分',
      en: '6 to 8 minutes; over by 1 s −0.02, 11 s −0.05, 21 s −0.1, 31 s −0.2; under 6 min −0.1',
    },
    {
      zh: '保留 2 位小数，滚动公布；同分再看后面的小数',
      en: 'Two decimals, one behind; ties look at further decimals',
    },
  ],
  caveat: {
    zh: '时间不是评分项，只按用时扣分。要让评委给时间打分，请加一个评分项，并关掉超时扣分。',
    en: 'Time is no score item here, only deducted for. To have judges mark it, add an item and turn the deduction off.',
  },
  event: blankEvent(7, {
    entryNoun: 'contestant',
    criteria: [
      item('content', '演讲内容', 'Content', '4', '2', '0.1'),
      item('bearing', '仪态形象', 'Bearing', '2', '1', '0.1'),
      item('eloquence', '语言表达', 'Eloquence', '4', '2', '0.1'),
    ],
    segments: [
      {
        kind: 'presentation',
        timeAllowedSec: 480,
        warningTimesSec: [60, 30],
        overtime: {
          over: tiers([1, '0.02'], [11, '0.05'], [21, '0.1'], [31, '0.2']),
          under: { minimumSec: 360, steps: tiers([1, '0.1']) },
          cap: '0.2' as Decimal,
        },
      },
    ],
    rules: {
      aggregate: trimOneEach,
      decimals: 2,
      rankOn: 'rounded',
      rankStyle: 'competition',
      tieBreakers: [{ kind: 'more-decimals' }, { kind: 'panel-decision' }],
      reveal: 'one-behind',
      showJudgeTotals: true,
      checkBeforeReveal: false,
      judgeMayTakeBack: true,
    },
  }),
};
