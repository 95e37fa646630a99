// The plain expert panel of many regulations: weighted items, one highest and one lowest total out, ties by the untrimmed mean, then by
// more judges, then by the chief judge. The items and weights are our own assumption, and the card says so.
import type { Decimal } from '../numbers.ts';
import { blankEvent, item, trimOneEach, type Preset } from './preset.ts';

const weighted = (id: string, zh: string, en: string, weight: string) => ({
  ...item(id, zh, en, '100', '60', '1'),
  weight: weight as Decimal,
});

export const experts: Preset = {
  id: 'experts',
  family: 'usual',
  name: { zh: '专家评委去高低分', en: 'Expert panel, trimmed' },
  purpose: {
    zh: '专家评审：各项按百分制打分，按权重折成总分。',
    en: 'Expert reviews: every item out of 100, converted by weight.',
  },
  facts: [
    { zh: '4 个评分项，权重 40、30、20、10', en: 'Four items, weights 40, 30, 20, 10' },
    { zh: '7 位评委，去掉 1 个最高分、1 个最低分', en: '7 judges, one highest and one lowest dropped' },
    {
      zh: '同分：全体平均分，再看更多评委的选择，再由评委会裁定',
      en: 'Ties: mean of all, then more judges, then the panel decides',
    },
    { zh: '保留 2 位小数，统一公布', en: 'Two decimals, announced at the end' },
  ],
  caveat: {
    zh: '评分项、权重和人数是亮分给的起点，请按本场文件核对。',
    en: 'Items, weights and panel are our starting point: check them against your own rules.',
  },
  event: blankEvent(7, {
    entryNoun: 'project',
    criteria: [
      weighted('value', '价值与意义', 'Value', '40'),
      weighted('quality', '完成质量', 'Quality', '30'),
      weighted('innovation', '创新性', 'Innovation', '20'),
      weighted('presentation', '现场表现', 'Presentation', '10'),
    ],
    segments: [{ kind: 'presentation', timeAllowedSec: 480, warningTimesSec: [60, 30] }],
    rules: {
      aggregate: trimOneEach,
      decimals: 2,
      rankOn: 'rounded',
      rankStyle: 'competition',
      tieBreakers: [{ kind: 'untrimmed-mean' }, { kind: 'head-to-head' }, { kind: 'panel-decision' }],
      reveal: 'at-end',
      showJudgeTotals: true,
      checkBeforeReveal: false,
      judgeMayTakeBack: true,
    },
  }),
};
