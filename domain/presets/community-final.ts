// A community governance final like the seed event. The five items are the published features of 2023; that each counts
// 20, the seven seats and the times are our own assumption, and the card says so.
import type { CriterionId } from '../ids.ts';
import { blankEvent, item, trimOneEach, type Preset } from './preset.ts';

export const communityFinal: Preset = {
  id: 'community-final',
  family: 'usual',
  name: { zh: '社区项目决赛', en: 'Community project final' },
  purpose: {
    zh: '社区、街道的项目评选：先展示，再答辩，最后统一公布。',
    en: 'Project selections: present, answer questions, all results announced at the end.',
  },
  facts: [
    { zh: '百分制，5 个评分项，每项 20 分', en: '100 points: five items of 20' },
    { zh: '7 位评委，去掉 1 个最高分、1 个最低分', en: '7 judges, one highest and one lowest dropped' },
    { zh: '展示 8 分钟，答辩 3 分钟', en: '8 minutes to present, 3 for questions' },
    { zh: '保留 2 位小数，最后统一公布，前 10 名入选', en: 'Two decimals, announced at the end, ten places' },
  ],
  caveat: {
    zh: '五项名称取自公开报道；每项 20 分、评委人数和时长是亮分给的起点，请按本场文件核对。',
    en: 'The five names come from a published report. The 20 points each, the panel and the times are our starting point: check them against your own rules.',
  },
  event: blankEvent(7, {
    entryNoun: 'project',
    criteria: [
      item('public', '群众性', 'Public involvement', '20', '10', '0.1'),
      item('everyday', '生活性', 'Everyday-life relevance', '20', '10', '0.1'),
      item('shared', '共同性', 'Shared effort', '20', '10', '0.1'),
      item('innovation', '创新性', 'Innovation', '20', '10', '0.1'),
      item('effect', '成效性', 'Effectiveness', '20', '10', '0.1'),
    ],
    segments: [
      { kind: 'presentation', timeAllowedSec: 480, warningTimesSec: [60, 30] },
      { kind: 'questions', timeAllowedSec: 180, warningTimesSec: [30] },
    ],
    rules: {
      aggregate: trimOneEach,
      decimals: 2,
      rankOn: 'rounded',
      rankStyle: 'competition',
      tieBreakers: [
        { kind: 'untrimmed-mean' },
        { kind: 'criterion', criterion: 'innovation' as CriterionId },
        { kind: 'panel-decision' },
      ],
      cutLine: 10,
      reveal: 'at-end',
      showJudgeTotals: true,
      checkBeforeReveal: false,
      judgeMayTakeBack: true,
    },
    awards: [{ id: 'top-ten', name: { zh: '十佳项目', en: 'Top ten' }, fromRank: 1, toRank: 10 }],
  }),
};
