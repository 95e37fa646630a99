// Every problem of an event definition as a sentence: what is wrong and what to do.
import type { DefinitionProblem, ProblemCode } from '#domain/definition-problems.ts';
import type { EventDefinition } from '#domain/definition.ts';
import type { ShapeKind, ShapeProblem } from '#domain/import/shape-problems.ts';
import type { Locale } from '#domain/text.ts';
import { nounOf } from './nouns.ts';
import { fill, pick } from './translate.ts';

type Code = ProblemCode | ShapeKind;
const zh: { readonly [C in Code]: string } = {
  'problem.no-entries': '还没有{noun}。导入一份名单，或自己加。',
  'problem.no-panel': '还没有评委席位。',
  'problem.no-criteria': '还没有评分项。',
  'problem.duplicate-entry-id': '两个{noun}的内部标识相同，请删掉一个重新添加。',
  'problem.duplicate-entry-number': '编号 {value} 重复，请改成不同的编号。',
  'problem.duplicate-seat': '两位评委在同一个席位，请删掉一个重新添加。',
  'problem.duplicate-seat-number': '席位号 {value} 重复，请改成不同的号。',
  'problem.duplicate-criterion': '两个评分项的内部标识相同，请删掉一个重新添加。',
  'problem.criterion-range': '“{name}”的可打分范围不对：最低要小于最高，最高不能超过满分。',
  'problem.criterion-step': '“{name}”的评分步长不对：从最低可打分起，按步长要正好走到最高可打分。',
  'problem.weights-partly': '有的评分项有权重，有的没有。要么都填，要么都不填。',
  'problem.weight-not-positive': '“{name}”的权重要大于 0。',
  'problem.unknown-group': '这位评委的评委组已不存在，请重新选择。',
  'problem.unknown-recusal': '这位评委回避的{noun}已不存在，请重新勾选。',
  'problem.unknown-tie-breaker-item': '同分规则里的评分项已不存在，请删掉这一步。',
  'problem.drops-everything': '去掉的分数不能和起算人数一样多，请减少去掉的个数，或提高起算人数。',
  'problem.cut-line-beyond-entries': '晋级线在第 {value} 名，但{noun}没有这么多。请改小或清空。',
  'problem.award-range': '奖项“{name}”的名次段写反了。',
  'problem.no-presentation-segment': '没有展示环节，上台后不能计时。',
  'problem.title-too-long': '编号 {value} 的名称超过 40 字，大屏上会很小。可以另写一个大屏标题。',
  'problem.everyone-recused': '编号 {value} 的{noun}，所有评委都回避，没有人评分。',
  'problem.few-judges-for-trim': '评委不到 {value} 位，不会去掉最高分和最低分。',
  'problem.overtime-elsewhere': '超时扣分只能用在展示环节，请改到展示环节。',
  'problem.overtime-points': '扣分要大于 0。',
  'problem.overtime-tiers': '第 {value} 档不对：每一档的时间要比上一档长，扣分不能比上一档少。',
  'problem.overtime-discretion': '酌情扣分的范围写反了。',
  'problem.overtime-cap': '扣分上限 {value} 分比最小的一次扣分还少。',
  'problem.overtime-minimum': '最短时长不能超过规定时长。',
  'problem.overtime-unreachable': '第 {value} 档用不到：时间在宽限以内，或超出最短时长。',
  'shape.missing': '缺少“{value}”。',
  'shape.empty': '这里不能为空。',
  'shape.too-long': '内容太长了，请缩短。',
  'shape.not-a-number': '这里要填数字。',
  'shape.out-of-range': '{value} 超出允许的范围。',
  'shape.too-many': '最多 {value} 个。',
  'shape.unknown-field': '没有“{value}”这个字段。',
  'shape.not-understood': '内容看不懂：{value}',
};
const en: { readonly [C in Code]: string } = {
  'problem.no-entries': 'There are no {noun} yet. Import a list, or add them.',
  'problem.no-panel': 'There are no judge seats yet.',
  'problem.no-criteria': 'There are no score items yet.',
  'problem.duplicate-entry-id': 'Two {noun} have the same inner name. Remove one and add it again.',
  'problem.duplicate-entry-number': 'Number {value} is given twice. Give each its own.',
  'problem.duplicate-seat': 'Two judges are on one seat. Remove one and add it again.',
  'problem.duplicate-seat-number': 'Seat {value} is given twice. Give each its own.',
  'problem.duplicate-criterion': 'Two score items have the same inner name. Remove one and add it again.',
  'problem.criterion-range': 'The range of “{name}” is not right: lowest below highest, highest not above the maximum.',
  'problem.criterion-step':
    'The entry step of “{name}” is not right: steps from the lowest must meet the highest exactly.',
  'problem.weights-partly': 'Some score items have a weight, others none. Fill in all, or none.',
  'problem.weight-not-positive': 'The weight of “{name}” must be more than 0.',
  'problem.unknown-group': 'The group of this judge is gone. Choose another.',
  'problem.unknown-recusal': 'This judge is recused from an entry that is gone. Tick again.',
  'problem.unknown-tie-breaker-item': 'A tie-breaker names a score item that is gone. Remove that step.',
  'problem.drops-everything': 'As many scores are dropped as are needed. Drop fewer, or raise the number needed.',
  'problem.cut-line-beyond-entries':
    'The cut line is at place {value}, but there are not that many {noun}. Lower or clear it.',
  'problem.award-range': 'The places of the award “{name}” are the wrong way round.',
  'problem.no-presentation-segment': 'There is no presentation segment, so nothing can be timed on stage.',
  'problem.title-too-long':
    'The title of number {value} is more than 40 wide and will be very small. Write a stage title.',
  'problem.everyone-recused': 'All judges are recused from number {value}: nobody would score it.',
  'problem.few-judges-for-trim': 'Fewer than {value} judges: nothing will be dropped.',
  'problem.overtime-elsewhere': 'A rule on overtime works on the presentation only. Put it there.',
  'problem.overtime-points': 'A deduction must be more than 0.',
  'problem.overtime-tiers':
    'Tier {value} is not right: each tier begins later than the one before, and takes off no less.',
  'problem.overtime-discretion': 'The range of the deduction is the wrong way round.',
  'problem.overtime-cap': 'The cap of {value} is less than the smallest deduction.',
  'problem.overtime-minimum': 'The minimum time cannot be longer than the time allowed.',
  'problem.overtime-unreachable': 'Tier {value} can never apply: it is within the grace, or beyond the minimum time.',
  'shape.missing': '“{value}” is missing.',
  'shape.empty': 'This must not be empty.',
  'shape.too-long': 'This is too long.',
  'shape.not-a-number': 'A number is needed here.',
  'shape.out-of-range': '{value} is outside the allowed range.',
  'shape.too-many': 'At most {value}.',
  'shape.unknown-field': 'There is no field “{value}”.',
  'shape.not-understood': 'Not understood: {value}',
};
export const problemWords = { 'zh-CN': zh, en };

export function problemSentence(
  problem: Pick<DefinitionProblem | ShapeProblem, 'code' | 'value'>,
  definition: EventDefinition | null,
  locale: Locale,
): string {
  const named =
    definition?.criteria.find((criterion) => criterion.id === problem.value)?.name ??
    definition?.awards.find((award) => award.id === problem.value)?.name;
  return fill(problemWords[locale][problem.code], {
    value: problem.value,
    name: named === undefined ? problem.value : pick(named, locale),
    noun: nounOf(definition?.entryNoun ?? 'project', locale).many,
  });
}
