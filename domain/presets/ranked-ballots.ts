// A vote by order of preference, counted by Schulze's method: who beats every other in pairs wins, and cycles are resolved.
import { blankEvent, item, type Preset } from './preset.ts';

export const rankedBallots: Preset = {
  id: 'ranked-ballots',
  family: 'special',
  name: { zh: '排序投票（舒尔茨法）', en: 'Ranked ballots (Schulze)' },
  purpose: {
    zh: '代表投票：每人把全部作品排出先后，两两比较得出名次。',
    en: 'A vote of delegates: each puts all entries in order; pairs are compared.',
  },
  facts: [
    { zh: '9 位投票人，每人一台平板', en: '9 voters, a tablet each' },
    {
      zh: '用 0 至 100 分表示先后，分高的更喜欢，可以并列',
      en: 'Order given by 0 to 100; higher is preferred, equal is allowed',
    },
    { zh: '舒尔茨法；可换成博达、逐轮淘汰等', en: 'Schulze; or Borda, instant run-off and others' },
    { zh: '全部投完才有结果，统一公布', en: 'No result before the end' },
  ],
  caveat: {
    zh: '不同的计票方法，同样的选票会选出不同的第一名，请事先写明用哪一种。投票人坐评委席位，最多 100 人；人数是亮分给的起点。',
    en: 'Different methods elect different winners from the same ballots: name yours beforehand. Voters sit on judge seats, at most 100; nine is our starting point.',
  },
  event: blankEvent(9, {
    entryNoun: 'work',
    criteria: [item('preference', '喜欢程度', 'Preference', '100', '0', '1')],
    segments: [{ kind: 'presentation', timeAllowedSec: 180, warningTimesSec: [30] }],
    rules: {
      aggregate: { kind: 'ballot', method: 'schulze' },
      decimals: 0,
      rankOn: 'rounded',
      rankStyle: 'competition',
      tieBreakers: [{ kind: 'panel-decision' }],
      reveal: 'at-end',
      showJudgeTotals: false,
      checkBeforeReveal: false,
      judgeMayTakeBack: true,
    },
  }),
};
