// A sport scored by points such as diving: per dive the middle marks are added up and multiplied by 0.6 and the difficulty, rounded, and
// the dives are added up. Seven judges and six dives are usual; each entry brings its own difficulties.
import type { Decimal } from '../numbers.ts';
import { blankEvent, item, type Preset } from './preset.ts';

const attempts = [1, 2, 3, 4, 5, 6];

export const pointsSport: Preset = {
  id: 'points-sport',
  family: 'special',
  name: { zh: '计分项目，难度系数', en: 'Points sport, difficulty' },
  purpose: {
    zh: '跳水一类的项目：每个动作去掉高低分后相加，乘难度系数，各动作相加。',
    en: 'Sports such as diving: per dive the middle marks are added, multiplied by the difficulty, and the dives added up.',
  },
  facts: [
    { zh: '6 个动作，十分制，0.5 分一档', en: '6 dives, 10 points in steps of 0.5' },
    {
      zh: '7 位评委，每个动作去掉 1 个最高分、1 个最低分',
      en: '7 judges; per dive one highest and one lowest dropped',
    },
    {
      zh: '其余相加 × 难度系数 × 0.6，每个动作保留 2 位小数',
      en: 'The rest × difficulty × 0.6, two decimals per dive',
    },
    { zh: '各动作相加；也可改为只取最好的一个', en: 'Dives added up; or only the best one' },
  ],
  caveat: {
    zh: '难度系数在名单里逐个填写，没填全不能开赛。动作个数和人数是亮分给的起点。',
    en: 'Difficulties are filled in for each entry; the event cannot start without them. Dives and panel are our starting point.',
  },
  event: blankEvent(7, {
    entryNoun: 'contestant',
    criteria: attempts.map((n) => item(`attempt-${n}`, `第 ${n} 个动作`, `Dive ${n}`, '10', '0', '0.5')),
    segments: [{ kind: 'presentation', timeAllowedSec: 300, warningTimesSec: [30] }],
    rules: {
      aggregate: { kind: 'trimmed-sum', dropHighest: 1, dropLowest: 1, minForTrim: 5, trimScope: 'criterion' },
      items: { useDifficulty: true, factor: '0.6' as Decimal, decimals: 2, combine: 'sum' },
      decimals: 2,
      rankOn: 'rounded',
      rankStyle: 'competition',
      tieBreakers: [],
      reveal: 'at-once',
      showJudgeTotals: true,
      checkBeforeReveal: false,
      judgeMayTakeBack: true,
    },
  }),
};
