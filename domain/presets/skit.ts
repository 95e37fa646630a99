// A skit contest. Overtime is deducted by hand with a reason; the usual tiers are told, not computed.
import type { CriterionId } from '../ids.ts';
import { blankEvent, item, trimOneEach, type Preset } from './preset.ts';

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
    { zh: '保留 2 位小数，当场亮分', en: 'Two decimals, revealed at once' },
  ],
  caveat: {
    zh: '超时由操作员手工扣分并写明原因，系统现在还不会自动建议。常见分档：超 1–2 分钟扣 5 分，2–3 分钟扣 10 分，3–4 分钟扣 15 分，4–5 分钟扣 20 分。',
    en: 'The operator deducts for overtime by hand, with a reason; the system proposes nothing yet. Usual tiers: 1–2 min over −5, 2–3 −10, 3–4 −15, 4–5 −20.',
  },
  event: blankEvent(7, {
    entryNoun: 'programme',
    criteria: [
      item('theme', '主题', 'Theme', '20', '10', '0.5'),
      item('acting', '表演', 'Acting', '30', '15', '0.5'),
      item('language', '语言', 'Language', '20', '10', '0.5'),
      item('props', '服装道具', 'Costume and props', '10', '5', '0.5'),
      item('overall', '整体效果', 'Overall effect', '20', '10', '0.5'),
    ],
    segments: [{ kind: 'presentation', timeAllowedSec: 900, warningTimesSec: [60, 30] }],
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
