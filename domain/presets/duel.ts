// Two against each other (PK, debate): every judge has one vote, cast by the own marks; most votes win.
import { blankEvent, item, type Preset } from './preset.ts';

export const duel: Preset = {
  id: 'duel',
  family: 'special',
  name: { zh: '两两对决（PK）', en: 'Head-to-head (PK)' },
  purpose: {
    zh: '辩论、PK：每位评委一票，投给自己给分更高的一方。',
    en: 'Debates and duels: each judge has one vote, for the side the judge scored higher.',
  },
  facts: [
    { zh: '5 位评委，单数', en: '5 judges, an odd number' },
    { zh: '得票多的一方胜，分差不算', en: 'Most votes win; margins do not count' },
    { zh: '票数相同由评委会裁定', en: 'Equal votes: the panel decides' },
    { zh: '双方都评完再公布', en: 'Announced when both are scored' },
  ],
  caveat: {
    zh: '一场对决建一个活动，名单里只放两方。评委给双方打一样的分，就没有投票。人数是亮分给的起点。',
    en: 'One event for one duel, with two entries. A judge who scores both the same casts no vote. The panel is our starting point.',
  },
  event: blankEvent(5, {
    entryNoun: 'team',
    criteria: [item('total', '总分', 'Total', '100', '0', '1')],
    segments: [{ kind: 'presentation', timeAllowedSec: 180, warningTimesSec: [30] }],
    rules: {
      aggregate: { kind: 'majority', score: 'votes' },
      decimals: 0,
      rankOn: 'rounded',
      rankStyle: 'competition',
      tieBreakers: [{ kind: 'panel-decision' }],
      reveal: 'at-end',
      showJudgeTotals: true,
      checkBeforeReveal: false,
      judgeMayTakeBack: true,
    },
  }),
};
