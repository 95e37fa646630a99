// The demonstration event: the 2023 final of Wuchang's ten best community governance projects. The ten named projects and
// the five features they are judged by are from the published list; the weights, the times, the rules, the English
// renderings, the five stand-in projects and the seven stand-in judges are ours, and the stand-ins say so.
import type { Criterion, Entry, EventDefinition, Judge } from '../definition.ts';
import type { CriterionId, EntryId, SeatId } from '../ids.ts';
import type { Decimal } from '../numbers.ts';

/** Sub-district, community, title, our translation, our one-sentence summary. */
const named: readonly (readonly [string, string, string, string, string])[] = [
  [
    '中南路街道',
    '百瑞景社区',
    '爱悦读创“书香瑞景”，邻聚力建“共享书屋”',
    'A reading community: neighbours build a shared library in Bairuijing',
    '居民义卖筹款，建起小区公共阅读空间。',
  ],
  [
    '南湖街道',
    '都市桃源社区',
    '盘活房前屋后“方寸地”，缔造美丽都市“幸福园”',
    'Bringing small plots back to life: a happy garden in Dushi Taoyuan',
    '居民众筹，把小区杂草地改成共享花园。',
  ],
  [
    '徐家棚街道',
    '三角路社区',
    '334最强阵容 共同缔造三角路养老服务综合体',
    'The 334 line-up: co-creating the Sanjiaolu elderly-care complex',
    '村改居社区建设面向老人的养老服务综合体。',
  ],
  [
    '中南路街道',
    '武锅社区',
    '党建引领“三长”集聚，“邻”结武锅治理力量',
    'Three kinds of stewards gather: neighbours join to run Wuguo',
    '楼层、楼栋、网格各设一长，组队参与治理。',
  ],
  [
    '水果湖街道',
    '滨湖社区',
    '汇聚五星力量·共建公益家园',
    'Five-star strength: building a public-benefit home together',
    '五社联动，举办便民服务集市并帮扶困难居民。',
  ],
  [
    '中华路街道',
    '西城壕社区',
    '五步缔造“壕壕”老巷文化，多元共“治”焕古城新生',
    'Five steps to an old-lane culture: many hands renew the old town',
    '四支志愿服务队带动居民开展老巷文化活动。',
  ],
  [
    '徐家棚街道',
    '武车社区',
    '“青企联盟”聚活力，社区治理有新YOUNG',
    'A youth and enterprise alliance gives the community a new look',
    '青年与企业结成联盟，建起社企会客厅。',
  ],
  [
    '杨园街道',
    '粤汉里社区',
    '早治微治巧治，共同缔造幸福粤汉里',
    'Early, small and clever: co-creating a happy Yuehanli',
    '用“X+7”模式在议事厅协商社区事务。',
  ],
  [
    '杨园街道',
    '电力新村社区',
    '童心向杨园舞曲，水塔小屋伴成长',
    'The Water Tower Cottage: growing up together in Yangyuan',
    '众筹建成面向0至3岁家庭的育儿活动中心。',
  ],
  [
    '黄鹤楼街道',
    '彭刘杨路社区',
    '党建引领深化为老服务，“幸福敲门”打造暖心社区',
    'Happiness knocks: deeper services for the elderly in Pengliuyang Road',
    '11支志愿队伍为老人提供家政、代购、助餐等服务。',
  ],
];

/** The names of the places in Latin letters, for English screens. */
const latin: Readonly<Record<string, string>> = {
  中南路街道: 'Zhongnanlu',
  南湖街道: 'Nanhu',
  徐家棚街道: 'Xujiapeng',
  水果湖街道: 'Shuiguohu',
  中华路街道: 'Zhonghualu',
  杨园街道: 'Yangyuan',
  黄鹤楼街道: 'Huanghelou',
  百瑞景社区: 'Bairuijing',
  都市桃源社区: 'Dushi Taoyuan',
  三角路社区: 'Sanjiaolu',
  武锅社区: 'Wuguo',
  滨湖社区: 'Binhu',
  西城壕社区: 'Xichenghao',
  武车社区: 'Wuche',
  粤汉里社区: 'Yuehanli',
  电力新村社区: 'Dianli Xincun',
  彭刘杨路社区: 'Pengliuyanglu',
};

const place = (zh: string, kind: 'Sub-district' | 'Community') => {
  const name = latin[zh];
  return name === undefined ? { zh } : { zh, en: `${name} ${kind}` };
};

const entryNumber = (index: number) => String(index + 1).padStart(2, '0');
const entryId = (index: number) => `entry-${entryNumber(index)}` as EntryId;

const namedEntries = named.map(([subdistrict, community, zh, en, summary], index): Entry => ({
  id: entryId(index),
  number: entryNumber(index),
  title: { zh, en },
  subdistrict: place(subdistrict, 'Sub-district'),
  community: place(community, 'Community'),
  summary: { zh: summary },
}));

const standInEntries = [11, 12, 13, 14, 15].map((number): Entry => ({
  id: entryId(number - 1),
  number: String(number),
  title: { zh: `示例项目 ${number}`, en: `Sample project ${number}` },
  community: { zh: `示例社区 ${number}`, en: `Sample community ${number}` },
  standIn: true,
}));

const panel = [1, 2, 3, 4, 5, 6, 7].map((number): Judge => ({
  seat: `seat-${number}` as SeatId,
  number,
  name: { zh: `示例评委 ${number}`, en: `Sample judge ${number}` },
  group: number <= 5 ? 'experts' : 'media',
  standIn: true,
}));

const item = (id: string, zh: string, en: string, guidanceZh: string, guidanceEn: string): Criterion => ({
  id: id as CriterionId,
  name: { zh, en },
  guidance: { zh: guidanceZh, en: guidanceEn },
  maxScore: '20' as Decimal,
  minAllowed: '10' as Decimal,
  maxAllowed: '20' as Decimal,
  entryStep: '0.1' as Decimal,
});

export const demonstration: EventDefinition = {
  format: 'liangfen-event/1',
  name: {
    zh: '2023年武昌区十大社区治理创新项目决赛',
    en: '2023 Wuchang District Top Ten Community Governance Innovation Projects: Final',
  },
  shortName: { zh: '武昌区十大社区治理创新项目', en: 'Wuchang Top Ten Community Projects' },
  organizer: { zh: '武昌区民政局', en: 'Wuchang District Civil Affairs Bureau' },
  venue: { zh: '区社创谷', en: 'Wuchang Social Innovation Valley' },
  entryNoun: 'project',
  hallLocale: 'zh-CN',
  entries: [...namedEntries, ...standInEntries],
  judgeGroups: [
    { id: 'experts', name: { zh: '专家学者', en: 'Experts and scholars' } },
    { id: 'media', name: { zh: '媒体记者', en: 'Media' } },
  ],
  panel,
  criteria: [
    item('public', '群众性', 'Public involvement', '居民真正参与', 'Residents truly take part'),
    item('everyday', '生活性', 'Everyday-life relevance', '解决身边的事', 'Solves what is close to daily life'),
    item('joint', '共同性', 'Shared effort', '多方共同缔造', 'Made together by many sides'),
    item('innovation', '创新性', 'Innovation', '做法有新意', 'New ways of doing things'),
    item('effect', '成效性', 'Effectiveness', '成果看得见、能持续', 'Visible and lasting results'),
  ],
  segments: [
    { kind: 'presentation', timeAllowedSec: 480, warningTimesSec: [60, 30] },
    { kind: 'scoring', timeAllowedSec: 180, warningTimesSec: [30] },
  ],
  rules: {
    aggregate: { kind: 'trimmed-mean', dropHighest: 1, dropLowest: 1, minForTrim: 5, trimScope: 'judge-total' },
    decimals: 2,
    rankOn: 'rounded',
    rankStyle: 'competition',
    tieBreakers: [
      { kind: 'untrimmed-mean' },
      { kind: 'criterion', criterion: 'innovation' as CriterionId },
      { kind: 'panel-decision' },
    ],
    cutLine: 10,
    reveal: 'one-behind',
    showJudgeTotals: true,
    checkBeforeReveal: false,
    judgeMayTakeBack: true,
  },
  awards: [
    {
      id: 'top-ten',
      name: { zh: '十大社区治理创新项目', en: 'Top ten community governance project' },
      fromRank: 1,
      toRank: 10,
    },
  ],
};
