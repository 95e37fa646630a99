// Every problem of an event definition as a sentence: what is wrong and what to do.
import type { DefinitionProblem, ProblemCode } from '#domain/problems/codes.ts';
import type { EventDefinition } from '#domain/definition.ts';
import type { ShapeKind, ShapeProblem } from '#domain/import/shape-problems.ts';
import type { Locale } from '#domain/text.ts';
import { nounOf } from './nouns.ts';
import { partNames } from './part-names.ts';
import { ruleWords } from './rules.ts';
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
  'problem.few-judges-for-method': '评委不到 {value} 位时，这种方法和取平均没有区别。',
  'problem.clamp-limit': '偏差界限要大于 0。',
  'problem.decay-not-positive': '指数要大于 0，否则名次靠后的反而得分高。',
  'problem.points-not-falling': '积分没有从高到低排列，请核对：第一个数给第 1 名，第二个数给第 2 名，依此类推。',
  'problem.majority-of-two':
    '“只取多数方评委的平均分”只适用于两个{noun}对决，现在有 {value} 个。请改按得票数，或只留两个。',
  'problem.skating-equal-marks':
    '“{name}”可打的分数太少，评委容易给两个{noun}打同样的分；顺位法要求同一位评委在这一项里分数各不相同。请放宽范围或减小步长。',
  'problem.star-scale': 'STAR 计分决选只用一个评分项：0 至 5 分，1 分一档。请在“评分项”里改好。',
  'problem.approval-names-all':
    '认可票把大于 0 分的都算认可，而最低可打分大于 0，等于人人认可全部。请把最低可打分改为 0。',
  'problem.kemeny-too-many': '凯梅尼法最多用于 {value} 个{noun}，请换一种方法。',
  'problem.items-unused': '现在按每位评委的总分合成，这里的设置不起作用。要用，请先把上面改为“按评分项”。',
  'problem.totals-unused': '这项设置作用于每位评委的总分；现在按评分项合成，它不起作用。',
  'problem.factor-not-positive': '系数要大于 0。',
  'problem.difficulty-missing': '编号 {value} 的难度系数没有填全：每个评分项一个，都要大于 0。',
  'problem.group-weights': '各评委组的权重合计是 {value}%，必须正好 100%。',
  'problem.group-without-judges': '“{name}”还没有评委。请到“评委”一步给评委选组，或去掉这一组的权重。',
  'problem.unknown-weighted-group': '这个评委组已不存在，请去掉这一行。',
  'problem.duplicate-weighted-group': '“{name}”写了两次，请去掉一行。',
  'problem.group-turned-round': '“{name}”的方法和其他组相反：一个数大的在前，一个数小的在前，不能按权重相加。',
  'problem.judges-in-no-group': '这些评委不在任何有权重的组里，分数不计入结果：{judges}。',
  'problem.component-weights': '评委得分和各部分的权重合计是 {value}%，必须正好 100%。',
  'problem.duplicate-component': '“{name}”的内部标识和别的部分或评委组相同，请删掉重新添加。',
  'problem.panel-mapping-needed': '评委结果是名次或名次之和，数小的在前，不能直接按权重相加。请在这里选“按名次给分”。',
  'problem.full-marks-not-positive': '满分要大于 0。',
  'problem.leader-minimum': '最低得分要在 0 与满分 {value} 之间。',
  'problem.duplicate-poll': '投票编号“{value}”重复了。',
  'problem.unknown-poll-part': '得分构成里没有“{value}”，请改选，或把投票改为奖项。',
  'problem.part-fed-twice': '“{value}”已经由另一项投票计入，每个构成只能有一项投票。',
  'problem.poll-mapping':
    '“{value}”的折算方式不适合这种投票：选择和排序用份额、对比最高票、名次或分档，评分用同一满分，赞成率用 100 分。',
  'problem.poll-by-hand': '排序和评分不能举手计票，请改用投票码或手机。',
  'problem.award-of-one': '只问一个项目的投票不能评奖项，请改为计入得分，或改为在全部项目中选择。',
  'problem.unverified-votes': '每台手机一票不能保证每人一票，大屏和手机上会注明“未核验”。计入得分请考虑投票码。',
  'problem.bands-order': '分档要从低到高，每一档的起点都比上一档高。',
  'problem.unknown-tie-breaker-part': '同分规则里的这一部分已不存在，请删掉这一步。',
  'problem.next-best-needs-best':
    '比较第 {value} 好的一项，只在“取最好的一项”时有用，且不能分评委组。请删掉这一步，或改评分项的合成方式。',
  'problem.next-best-beyond-items': '只有 {value} 个评分项，这一步永远分不出先后。',
  'problem.tolerance-not-positive': '容差要大于 0；不要容差请清空。',
  'problem.tolerance-skips-ties': '设了容差，相差不到容差的直接并列，下面的同分规则不再比较。',
  'problem.outlier-not-positive': '提醒界限要大于 0；不提醒请清空。',
  'problem.deduction-on-ranks': '这种结果数小的在前，比赛中不能加分、扣分；要罚，请用取消资格，或由评委裁定。',
  'problem.field-rule-reveals-early': '这种算法要比较全部{noun}：无论这里怎么选，都要等全部评完才能公布得分。',
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
  'problem.few-judges-for-method': 'With fewer than {value} judges this method is the same as the mean.',
  'problem.clamp-limit': 'The limit must be more than 0.',
  'problem.decay-not-positive': 'The exponent must be more than 0, or lower ranks would score higher.',
  'problem.points-not-falling':
    'The points do not fall from first to last. Check them: the first number is for place 1, the second for place 2, and so on.',
  'problem.majority-of-two':
    'The mean of the majority is for a duel of two {noun}; there are {value}. Use the number of votes, or leave two.',
  'problem.skating-equal-marks':
    '“{name}” offers few marks, so judges will soon give two {noun} the same. The skating system needs all marks of a judge in an item to differ: widen the range or take a smaller step.',
  'problem.star-scale': 'STAR takes one score item from 0 to 5 in steps of 1. Put it right in the score items.',
  'problem.approval-names-all':
    'Approval takes every mark above 0 as a yes, and the lowest allowed mark is above 0: everybody would approve of all. Set the lowest to 0.',
  'problem.kemeny-too-many': 'Kemeny takes at most {value} {noun}. Choose another method.',
  'problem.items-unused':
    'Judges’ totals are combined now, so this has no effect. To use it, first choose “inside each item” above.',
  'problem.totals-unused': 'This works on judges’ totals. Where marks are combined inside each item, it has no effect.',
  'problem.factor-not-positive': 'The factor must be more than 0.',
  'problem.difficulty-missing': 'Number {value} lacks difficulties: one for each score item, all more than 0.',
  'problem.group-weights': 'The weights of the judge groups add up to {value} %. They must be exactly 100 %.',
  'problem.group-without-judges':
    '“{name}” has no judges. Give judges this group in the step “Judges”, or take its weight away.',
  'problem.unknown-weighted-group': 'This judge group is gone. Remove the row.',
  'problem.duplicate-weighted-group': '“{name}” is there twice. Remove one row.',
  'problem.group-turned-round':
    'The method of “{name}” runs the other way: one is better when higher, the other when lower. They cannot be added by weight.',
  'problem.judges-in-no-group': 'These judges are in no group with a weight; their scores count nowhere: {judges}.',
  'problem.component-weights': 'The weights of panel and parts add up to {value} %. They must be exactly 100 %.',
  'problem.duplicate-component': '“{name}” has the inner name of another part or group. Remove it and add it again.',
  'problem.panel-mapping-needed':
    'The panel’s result is a place or a sum of places, better when lower, and cannot be added by weight. Choose “points by place” here.',
  'problem.full-marks-not-positive': 'Full marks must be more than 0.',
  'problem.leader-minimum': 'The lowest score must be between 0 and full marks, {value}.',
  'problem.duplicate-poll': 'The vote id “{value}” occurs twice.',
  'problem.unknown-poll-part': 'The score has no part “{value}”. Choose another, or make the vote an award.',
  'problem.part-fed-twice': '“{value}” is fed by another vote already. A part takes one vote.',
  'problem.poll-mapping':
    'The mapping of “{value}” does not fit this vote: choosing and ranking go with share, leader, places or bands; rating with the same full marks; approval with 100 points.',
  'problem.poll-by-hand': 'Rankings and ratings cannot be counted by hand. Use ballot codes or phones.',
  'problem.award-of-one':
    'A vote about one entry cannot give an award. Let it count in the score, or choose among all entries.',
  'problem.unverified-votes':
    'One vote per phone does not make one per person; screens and phones will say “not verified”. Consider ballot codes where it counts in the score.',
  'problem.bands-order': 'Bands go from low to high: each begins above the one before.',
  'problem.unknown-tie-breaker-part': 'A tie-breaker names a part that is gone. Remove that step.',
  'problem.next-best-needs-best':
    'Comparing item no. {value} works only where the best item counts, and not with judge groups. Remove this step, or change how items are combined.',
  'problem.next-best-beyond-items': 'There are only {value} score items: this step can never decide.',
  'problem.tolerance-not-positive': 'The tolerance must be more than 0. Clear it for none.',
  'problem.tolerance-skips-ties':
    'With a tolerance, results closer than it share a place, and the tie-breakers are not asked.',
  'problem.outlier-not-positive': 'The limit must be more than 0. Clear it to ask nothing.',
  'problem.deduction-on-ranks':
    'Lower is better here, so there are no deductions or bonuses. Disqualify, or let the panel decide.',
  'problem.field-rule-reveals-early':
    'This method compares all {noun}: whatever is chosen here, no score can be revealed before everybody is scored.',
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
  const { value } = problem;
  const named =
    definition?.criteria.find((criterion) => criterion.id === value)?.name ??
    definition?.awards.find((award) => award.id === value)?.name ??
    definition?.judgeGroups.find((group) => group.id === value)?.name ??
    definition?.rules.components?.parts.find((part) => part.id === value)?.name ??
    (value === 'panel' ? partNames.panel : undefined);
  const seats = value.split(' ');
  const judges = definition?.panel.filter(({ seat }) => seats.includes(seat)).map(({ name }) => pick(name, locale));
  return fill(problemWords[locale][problem.code], {
    value,
    name: named === undefined ? value : pick(named, locale),
    judges: judges?.join(ruleWords[locale].comma) ?? '',
    noun: nounOf(definition?.entryNoun ?? 'project', locale).many,
  });
}
