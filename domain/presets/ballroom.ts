// A ballroom final by the skating system (rules 5 to 11): five standard dances, every judge orders all couples in every dance.
import { blankEvent, item, type Preset } from './preset.ts';

const dance = (id: string, zh: string, en: string) => item(id, zh, en, '10', '0', '0.1');

export const ballroom: Preset = {
  id: 'ballroom',
  family: 'special',
  name: { zh: '舞蹈决赛，顺位法', en: 'Ballroom final, skating system' },
  purpose: {
    zh: '体育舞蹈决赛：只看每位评委排的名次，不看分差。',
    en: 'Ballroom finals: only the order in which each judge places the couples counts.',
  },
  facts: [
    {
      zh: '5 支舞：华尔兹、探戈、维也纳华尔兹、狐步、快步',
      en: '5 dances: waltz, tango, Viennese waltz, foxtrot, quickstep',
    },
    { zh: '7 位评委，单数', en: '7 judges, an odd number' },
    { zh: '顺位法规则 5 至 11', en: 'Skating system, rules 5 to 11' },
    { zh: '全部评完才有结果，统一公布', en: 'No result before the end' },
  ],
  caveat: {
    zh: '评委用分数排先后：同一支舞里，分高的在前，分数不能相同。有人打了同样的分，要先改好才有结果。',
    en: 'Judges order by marks: in one dance the higher mark is ahead, and no two may be the same. Equal marks must be put right before there is a result.',
  },
  event: blankEvent(7, {
    entryNoun: 'contestant',
    criteria: [
      dance('waltz', '华尔兹', 'Waltz'),
      dance('tango', '探戈', 'Tango'),
      dance('viennese-waltz', '维也纳华尔兹', 'Viennese waltz'),
      dance('foxtrot', '狐步', 'Foxtrot'),
      dance('quickstep', '快步', 'Quickstep'),
    ],
    segments: [{ kind: 'presentation', timeAllowedSec: 120, warningTimesSec: [30] }],
    rules: {
      aggregate: { kind: 'skating' },
      decimals: 1,
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
