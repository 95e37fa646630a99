// Experts 70 %, a public jury of fifty 30 %: the share of them that raised a card. Weights, size and scale are our own assumption.
import type { Decimal } from '../numbers.ts';
import { blankEvent, item, trimOneEach, type Preset } from './preset.ts';

export const expertsAndPublic: Preset = {
  id: 'experts-and-public',
  family: 'usual',
  name: { zh: '专家 70% + 大众 30%', en: 'Experts 70 % + public jury 30 %' },
  purpose: {
    zh: '专家评委打分，大众评审举牌，两部分按权重合成。',
    en: 'Experts give marks, a public jury raises cards; the two are added by weight.',
  },
  facts: [
    {
      zh: '专家：7 位，去掉 1 个最高分、1 个最低分，占 70%',
      en: 'Experts: 7, one highest and one lowest dropped, 70 %',
    },
    {
      zh: '大众评审：50 人举牌，按得票占人数的比例折成百分制，占 30%',
      en: 'Public jury: 50 people, approvals as a share of 100, 30 %',
    },
    { zh: '两部分都公布；同分看专家得分', en: 'Both parts are shown; ties go to the experts' },
    { zh: '保留 2 位小数，当场亮分', en: 'Two decimals, revealed at once' },
  ],
  caveat: {
    zh: '70 比 30、50 人是亮分给的起点。举牌人数由计分员数好，在控制台录入；录入之前这个选手没有结果。',
    en: '70 to 30 and fifty people are our starting point. The cards are counted by a teller and entered at the console; until then there is no result.',
  },
  event: blankEvent(7, {
    entryNoun: 'contestant',
    criteria: [item('total', '总分', 'Total', '100', '60', '0.1')],
    segments: [{ kind: 'presentation', timeAllowedSec: 300, warningTimesSec: [30] }],
    rules: {
      aggregate: trimOneEach,
      components: {
        panel: { weight: '70' as Decimal },
        parts: [
          {
            id: 'public-jury',
            name: { zh: '大众评审', en: 'Public jury' },
            source: 'manual',
            weight: '30' as Decimal,
            mapping: { kind: 'approval', voters: 50 },
          },
        ],
        combine: 'weighted-sum',
        ifMissing: 'no-result',
      },
      decimals: 2,
      rankOn: 'rounded',
      rankStyle: 'competition',
      tieBreakers: [{ kind: 'part', part: 'panel' }, { kind: 'panel-decision' }],
      reveal: 'at-once',
      showJudgeTotals: true,
      checkBeforeReveal: false,
      judgeMayTakeBack: true,
    },
  }),
};
