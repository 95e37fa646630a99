// A singing contest by its panel alone; the card says where votes of a public jury belong.
import { blankEvent, item, trimOneEach, type Preset } from './preset.ts';

export const singing: Preset = {
  id: 'singing',
  family: 'usual',
  name: { zh: '歌唱比赛', en: 'Singing contest' },
  purpose: { zh: '每位评委给一个总分，唱完当场亮分。', en: 'Each judge gives one total, revealed after each song.' },
  facts: [
    { zh: '十分制，只打总分，可打 8.00 至 10.00', en: '10 points, one total, from 8.00 to 10.00' },
    { zh: '7 位评委，去掉 1 个最高分、1 个最低分', en: '7 judges, one highest and one lowest dropped' },
    { zh: '演唱 5 分钟', en: '5 minutes on stage' },
    { zh: '保留 2 位小数，当场亮分', en: 'Two decimals, revealed at once' },
  ],
  caveat: {
    zh: '只计评委分。要计大众评审，请用“专家 70% + 大众 30%”；票数在场外数好，再录入。',
    en: 'Only the panel counts. For a public jury use “Experts 70 % + public jury 30 %”; its votes are counted outside and entered.',
  },
  event: blankEvent(7, {
    entryNoun: 'contestant',
    criteria: [
      item('total', '总分', 'Total', '10', '8', '0.01', {
        zh: '音准、音色、技巧、台风综合评定',
        en: 'Pitch, voice, technique and stage presence together',
      }),
    ],
    segments: [{ kind: 'presentation', timeAllowedSec: 300, warningTimesSec: [30] }],
    rules: {
      aggregate: trimOneEach,
      decimals: 2,
      rankOn: 'rounded',
      rankStyle: 'competition',
      tieBreakers: [{ kind: 'more-decimals' }, { kind: 'untrimmed-mean' }, { kind: 'panel-decision' }],
      reveal: 'at-once',
      showJudgeTotals: true,
      checkBeforeReveal: false,
      judgeMayTakeBack: true,
    },
  }),
};
