// A skit contest on a hundred points. Overtime is deducted by tiers and ended at a stop line, as published for a community
// skit contest; the system proposes, a person confirms.
import type { CriterionId } from '../ids.ts';
import { blankEvent, item, tiers, trimOneEach, type Preset } from './preset.ts';

export const skit: Preset = {
  id: 'skit',
  family: 'usual',
  name: { zh: '小品情景剧', en: 'Skit contest' },
  purpose: {
    zh: '小品、情景剧、曲艺：最长 15 分钟，超时要扣分。',
    en: 'Skits and plays: at most 15 minutes, with deductions for overtime.',
  },
  facts: [
    {
      zh: '百分制：主题 20、表演 30、语言 20、服装道具 10、整体 20',
      en: '100 points: theme 20, acting 30, language 20, props 10, overall 20',
    },
    { zh: '7 位评委，去掉 1 个最高分、1 个最低分', en: '7 judges, one highest and one lowest dropped' },
    { zh: '表演 15 分钟，剩 60 秒和 30 秒提示', en: '15 minutes, warnings at 60 and 30 seconds' },
    {
      zh: '超时 1 分钟起扣 5 分，2 分钟起 10 分，3 分钟起 15 分，4 分钟起 20 分，5 分钟终止',
      en: 'Over by 1 min −5, 2 min −10, 3 min −15, 4 min −20; ended at 5 min over',
    },
    { zh: '保留 2 位小数，当场亮分', en: 'Two decimals, revealed at once' },
  ],
  caveat: null,
  event: blankEvent(7, {
    entryNoun: 'programme',
    criteria: [
      item('theme', '主题', 'Theme', '20', '10', '0.5'),
      item('acting', '表演', 'Acting', '30', '15', '0.5'),
      item('language', '语言', 'Language', '20', '10', '0.5'),
      item('props', '服装道具', 'Costume and props', '10', '5', '0.5'),
      item('overall', '整体效果', 'Overall effect', '20', '10', '0.5'),
    ],
    segments: [
      {
        kind: 'presentation',
        timeAllowedSec: 900,
        warningTimesSec: [60, 30],
        overtime: { over: tiers([60, '5'], [120, '10'], [180, '15'], [240, '20']), stopAfterSec: 300 },
      },
    ],
    rules: {
      aggregate: trimOneEach,
      decimals: 2,
      rankOn: 'rounded',
      rankStyle: 'competition',
      tieBreakers: [
        { kind: 'criterion', criterion: 'acting' as CriterionId },
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
