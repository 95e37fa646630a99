// A speech contest on ten points, announced one behind: when the second has finished, the first one's score is read out.
import { blankEvent, item, trimOneEach, type Preset } from './preset.ts';

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
      zh: '十分制，4 个评分项：内容 3、仪态 2、表达 4、时间 1',
      en: '10 points: content 3, bearing 2, eloquence 4, time 1',
    },
    { zh: '7 位评委，去掉 1 个最高分、1 个最低分', en: '7 judges, one highest and one lowest dropped' },
    { zh: '演讲 6 分钟', en: '6 minutes to speak' },
    {
      zh: '保留 2 位小数，滚动公布；同分再看后面的小数',
      en: 'Two decimals, one behind; ties look at further decimals',
    },
  ],
  caveat: {
    zh: '“时间”是评委自己打的 1 分，系统不自动按用时给分。',
    en: '“Time” is a point the judges give. The system does not score the time used by itself.',
  },
  event: blankEvent(7, {
    entryNoun: 'contestant',
    criteria: [
      item('content', '演讲内容', 'Content', '3', '1', '0.1'),
      item('bearing', '仪态形象', 'Bearing', '2', '1', '0.1'),
      item('eloquence', '语言表达', 'Eloquence', '4', '2', '0.1'),
      item('time', '时间掌握', 'Keeping time', '1', '0', '0.1'),
    ],
    segments: [{ kind: 'presentation', timeAllowedSec: 360, warningTimesSec: [60, 30] }],
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
