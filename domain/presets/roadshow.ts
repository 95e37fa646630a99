// A roadshow of five minutes and five for questions, five judges, scores at once.
import type { CriterionId } from '../ids.ts';
import { blankEvent, item, trimOneEach, type Preset } from './preset.ts';

export const roadshow: Preset = {
  id: 'roadshow',
  family: 'usual',
  name: { zh: '路演 5+5', en: 'Roadshow 5 + 5' },
  purpose: {
    zh: '创新创业路演：讲 5 分钟，问 5 分钟，评完当场亮分。',
    en: 'Start-up pitches: five minutes, five for questions, scores revealed at once.',
  },
  facts: [
    { zh: '百分制，4 个评分项', en: '100 points: four items' },
    { zh: '5 位评委，去掉 1 个最高分、1 个最低分', en: '5 judges, one highest and one lowest dropped' },
    { zh: '路演 5 分钟，答辩 5 分钟', en: '5 minutes to present, 5 for questions' },
    { zh: '保留 2 位小数，当场亮分', en: 'Two decimals, revealed at once' },
  ],
  caveat: {
    zh: '评分项的分值是常见分法，请按本场文件核对。',
    en: 'The points of the items are a common division. Check them against your own rules.',
  },
  event: blankEvent(5, {
    entryNoun: 'project',
    criteria: [
      item('innovation', '创新性', 'Innovation', '40', '20', '0.5'),
      item('business', '商业性', 'Business model', '30', '15', '0.5'),
      item('feasibility', '可行性', 'Feasibility', '20', '10', '0.5'),
      item('delivery', '现场表现', 'Presentation', '10', '5', '0.5'),
    ],
    segments: [
      { kind: 'presentation', timeAllowedSec: 300, warningTimesSec: [60, 30] },
      { kind: 'questions', timeAllowedSec: 300, warningTimesSec: [60] },
    ],
    rules: {
      aggregate: trimOneEach,
      decimals: 2,
      rankOn: 'rounded',
      rankStyle: 'competition',
      tieBreakers: [
        { kind: 'criterion', criterion: 'innovation' as CriterionId },
        { kind: 'untrimmed-mean' },
        { kind: 'panel-decision' },
      ],
      reveal: 'at-once',
      showJudgeTotals: true,
      checkBeforeReveal: false,
      judgeMayTakeBack: true,
    },
  }),
};
