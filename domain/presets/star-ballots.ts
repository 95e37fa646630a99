// A vote by stars, counted by STAR: the two with most stars meet, and the one more voters scored higher wins.
import { blankEvent, item, type Preset } from './preset.ts';

export const starBallots: Preset = {
  id: 'star-ballots',
  family: 'special',
  name: { zh: '星级投票（STAR）', en: 'Star ballots (STAR)' },
  purpose: {
    zh: '代表投票：每人给每件作品 0 至 5 星，总星数前两名决选。',
    en: 'A vote of delegates: 0 to 5 stars each; the two with most stars meet.',
  },
  facts: [
    { zh: '9 位投票人，每人一台平板', en: '9 voters, a tablet each' },
    { zh: '0 至 5 星，整数', en: '0 to 5 stars, whole ones' },
    { zh: '决选看更多人给谁更高', en: 'In the run-off, who is scored higher by more voters' },
    { zh: '全部投完才有结果，统一公布', en: 'No result before the end' },
  ],
  caveat: {
    zh: '总星数最多的不一定赢，请事先讲清楚。投票人坐评委席位，最多 100 人；人数是亮分给的起点。',
    en: 'Most stars do not always win: say so beforehand. Voters sit on judge seats, at most 100; nine is our starting point.',
  },
  event: blankEvent(9, {
    entryNoun: 'work',
    criteria: [item('stars', '星级', 'Stars', '5', '0', '1')],
    segments: [{ kind: 'presentation', timeAllowedSec: 180, warningTimesSec: [30] }],
    rules: {
      aggregate: { kind: 'ballot', method: 'star' },
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
