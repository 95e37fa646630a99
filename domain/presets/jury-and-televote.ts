// Jury and televote as in the Eurovision Song Contest: each juror's order weighs e^(-0.19 (rank - 1)), jury and televote each give 12, 10,
// 8 … points, half and half, and the televote decides a tie. One jury stands for the many national ones.
import type { Decimal } from '../numbers.ts';
import { blankEvent, item, type Preset } from './preset.ts';

const points = ['12', '10', '8', '7', '6', '5', '4', '3', '2', '1'] as Decimal[];

export const juryAndTelevote: Preset = {
  id: 'jury-and-televote',
  family: 'special',
  name: { zh: '评委团 + 观众票，名次积分', en: 'Jury + televote, points by place' },
  purpose: {
    zh: '只比名次：评委团和观众票各按名次给 12、10、8……分，各占一半。',
    en: 'Places alone count: jury and televote each give 12, 10, 8 … points, half and half.',
  },
  facts: [
    { zh: '5 位评委，各自的名次按指数加权（0.19）', en: '5 jurors; ranks weighted exponentially (0.19)' },
    { zh: '评委团 50%，观众票 50%', en: 'Jury 50 %, televote 50 %' },
    { zh: '同分看观众票', en: 'Ties go to the televote' },
    { zh: '全部评完才有结果，统一公布', en: 'No result before the end' },
  ],
  caveat: {
    zh: '多个国家或地区各有评委团、各给一套 12 分的办法还不能算；观众票数由外部统计后录入。人数和打分范围是亮分给的起点。',
    en: 'Several national juries with 12 points each are not covered. The televote is counted elsewhere and entered. Panel and scale are our starting point.',
  },
  event: blankEvent(5, {
    entryNoun: 'programme',
    criteria: [item('total', '总分', 'Total', '100', '0', '1')],
    segments: [{ kind: 'presentation', timeAllowedSec: 240, warningTimesSec: [30] }],
    rules: {
      aggregate: { kind: 'rank-weights', decay: '0.19' as Decimal },
      components: {
        panel: { weight: '50' as Decimal, mapping: { kind: 'rank-points', points, ties: 'mean' } },
        parts: [
          {
            id: 'televote',
            name: { zh: '观众票', en: 'Televote' },
            source: 'audience',
            weight: '50' as Decimal,
            mapping: { kind: 'rank-points', points, ties: 'mean' },
          },
        ],
        combine: 'weighted-sum',
        ifMissing: 'no-result',
      },
      decimals: 1,
      rankOn: 'rounded',
      rankStyle: 'competition',
      tieBreakers: [{ kind: 'part', part: 'televote' }, { kind: 'panel-decision' }],
      reveal: 'at-end',
      showJudgeTotals: false,
      checkBeforeReveal: false,
      judgeMayTakeBack: true,
    },
  }),
};
