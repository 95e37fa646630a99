// How a result comes about, line by line, as `npx liangfen score --explain` prints it.
import type { ValueFate } from '#domain/rules/cell.ts';
import type { TieBreaker } from '#domain/scoring-rules.ts';

type Word =
  | ValueFate
  | TieBreaker['kind']
  | 'recused'
  | 'absent'
  | 'place'
  | 'sharedPlace'
  | 'judge'
  | 'judgeOut'
  | 'suspended'
  | 'panel'
  | 'panelScore'
  | 'partLine'
  | 'weightedPart'
  | 'deduction'
  | 'score'
  | 'decided';

const zh: { readonly [W in Word]: string } = {
  place: '第 {rank} 名　{number}　{title}',
  sharedPlace: '并列第 {rank} 名　{number}　{title}',
  judge: '  {judge}：{total}（{fate}）',
  judgeOut: '  {judge}：{fate}',
  counted: '计入',
  'highest-out': '去掉的最高分',
  'lowest-out': '去掉的最低分',
  raised: '按下限计',
  lowered: '按上限计',
  recused: '回避，不计入',
  absent: '缺席或作废，不计入',
  suspended: '  有效评分 {given} 个，不到 {needed} 个，不去掉最高分和最低分。',
  panel: '评委评分',
  panelScore: '  评委得分：{score}',
  partLine: '  {name}：{score}',
  weightedPart: '  {name}：{score} × {weight}% = {points}',
  deduction: '  扣分：−{points}（{reason}）',
  score: '  准确值 {exact}，四舍五入到 {decimals} 位小数，得分 {score}',
  decided: '  同分，由“{by}”分出先后',
  criterion: '指定评分项的平均分',
  'untrimmed-mean': '不去分的平均分',
  'more-decimals': '更多小数位',
  'head-to-head': '评委两两比较',
  'more-top-marks': '最高分的个数',
  part: '指定部分的得分',
  'next-best': '次好的一项',
  'start-order': '出场顺序',
  'panel-decision': '评委会裁定',
};

const en: { readonly [W in Word]: string } = {
  place: 'Place {rank}  {number}  {title}',
  sharedPlace: 'Shared place {rank}  {number}  {title}',
  judge: '  {judge}: {total} ({fate})',
  judgeOut: '  {judge}: {fate}',
  counted: 'counts',
  'highest-out': 'highest, dropped',
  'lowest-out': 'lowest, dropped',
  raised: 'counts as the lower limit',
  lowered: 'counts as the upper limit',
  recused: 'recused, left out',
  absent: 'absent or void, left out',
  suspended: '  {given} valid scores, fewer than {needed}: nothing is dropped.',
  panel: 'Panel',
  panelScore: '  Panel score: {score}',
  partLine: '  {name}: {score}',
  weightedPart: '  {name}: {score} × {weight}% = {points}',
  deduction: '  Deduction: −{points} ({reason})',
  score: '  Exactly {exact}, rounded half up to {decimals} decimals: {score}',
  decided: '  Equal scores, separated by: {by}',
  criterion: 'the mean of the named item',
  'untrimmed-mean': 'the untrimmed mean',
  'more-decimals': 'more decimals',
  'head-to-head': 'head-to-head comparison by the judges',
  'more-top-marks': 'the number of top marks',
  part: 'the score of the named part',
  'next-best': 'the next best item',
  'start-order': 'the starting order',
  'panel-decision': 'a decision of the panel',
};
export const explainWords = { 'zh-CN': zh, en };
