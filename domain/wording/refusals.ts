// Every refusal in both languages: what is the matter and what to do. Blanks in braces are filled with names and numbers.
import type { RefusalCode } from '../refusals.ts';

export interface Wording {
  readonly zh: string;
  readonly en: string;
}

export const refusalWording: { readonly [Code in RefusalCode]: Wording } = {
  'role.not-allowed': { zh: '这个席位不能做这件事。', en: 'This seat may not do that.' },
  'programme.moved-on': {
    zh: '流程已经变化，请看清当前状态后再操作。',
    en: 'The programme has moved on. Look at where it is now, then try again.',
  },
  'reason.missing': { zh: '请写明原因。', en: 'Give a reason.' },
  'definition.missing': {
    zh: '还没有活动，请先建立或导入。',
    en: 'There is no event yet. Create or import one first.',
  },
  'definition.invalid': {
    zh: '还有 {count} 处要改，才能开赛。',
    en: '{count} things must be put right before the event can start.',
  },
  'rules.not-confirmed': {
    zh: '还没有确认规则检查。请在“规则检查”里看过，再确认。',
    en: 'The rule check has not been confirmed. Read it in “Rule check”, then confirm the rules.',
  },
  'definition.locked': {
    zh: '比赛已经开始，规则不能再改。',
    en: 'The event is live. Its rules cannot be changed now.',
  },
  'event.not-live': { zh: '比赛还没有开始，或已经结束。', en: 'The event has not started, or is over.' },
  'event.already-live': { zh: '比赛已经开始。', en: 'The event is live already.' },
  'event.has-scores': {
    zh: '已有评分，不能退回准备状态。',
    en: 'There are scores already. The event cannot go back to set-up.',
  },
  'event.not-ended': {
    zh: '比赛没有结束，无需重新打开。',
    en: 'The event is not over, so there is nothing to reopen.',
  },
  'event.unfinished': { zh: '结果还没有公布，不能结束活动。', en: 'Publish the result before ending the event.' },
  'entry.unknown': { zh: '没有这个项目，请重新载入页面。', en: 'There is no such entry. Reload the page.' },
  'entry.on-stage': { zh: '{entry}已经在台上。', en: '{entry} is on stage already.' },
  'entry.not-removed': { zh: '{entry}仍在比赛中。', en: '{entry} is still in the competition.' },
  'entry.removed': {
    zh: '{entry}已退出比赛。要恢复，请先重新列入。',
    en: '{entry} has left the competition. Reinstate it first.',
  },
  'entry.revealed': {
    zh: '{entry}的得分已经公布。要改动，请先发起更正。',
    en: 'The score of {entry} has been revealed. Open a correction first.',
  },
  'order.incomplete': { zh: '顺序里必须正好包含全部项目。', en: 'The order must contain every entry exactly once.' },
  'order.begun': { zh: '已经上场的项目不能再换位置。', en: 'Entries that have been on stage keep their place.' },
  'stage.empty': { zh: '台上没有项目。', en: 'Nobody is on stage.' },
  'scoring.not-open': { zh: '评分尚未开放。', en: 'Scoring is not open yet.' },
  'scoring.already-open': { zh: '{entry}的评分已经开放过。', en: 'Scoring of {entry} has been opened already.' },
  'scoring.sheets-missing': {
    zh: '还有评委未提交：{seats}。请等待，或决定缺席、回避、代录。',
    en: 'Not submitted yet: {seats}. Wait, or decide: absent, recused, entered from paper.',
  },
  'scoring.group-missing': {
    zh: '{entry}缺少{parts}的评分。请恢复一位评委，或代录纸质评分。',
    en: 'No score of {parts} for {entry}. Reinstate one of its judges, or enter a sheet from paper.',
  },
  'scoring.not-closed': { zh: '{entry}的评分没有锁定。', en: 'Scoring of {entry} is not closed.' },
  'scoring.not-presented': {
    zh: '{entry}还没有上场，不能开放评分。',
    en: '{entry} has not been on stage, so its scoring cannot open.',
  },
  'scene.unavailable': { zh: '这个画面现在没有内容，不能切出。', en: 'This scene has nothing to show now.' },
  'scene.nothing-previewed': { zh: '预览里没有画面。', en: 'There is nothing in the preview.' },
  'undo.nothing': { zh: '没有可以撤销的步骤。', en: 'There is nothing to undo.' },
  'undo.submitted': { zh: '已有提交，不能撤销。', en: 'Scores have been submitted; this cannot be undone.' },
  'timer.not-running': { zh: '计时没有在走。', en: 'The timer is not running.' },
  'timer.not-paused': { zh: '计时正在走。', en: 'The timer is running.' },
  'timer.none': { zh: '没有开始计时。', en: 'No timer has been started.' },
  'timer.no-segment': { zh: '这场活动没有设这个环节的时长。', en: 'This event has no time set for that segment.' },
  'seat.unknown': { zh: '评委团里没有这个席位。', en: 'The panel has no such seat.' },
  'sheet.locked': {
    zh: '评分已锁定，不能修改。需要修改请找工作人员退回。',
    en: 'The score is locked. Ask the staff to return it if it must change.',
  },
  'sheet.recused': { zh: '对本项目回避，无需评分。', en: 'Recused from this entry. Nothing to score.' },
  'sheet.incomplete': { zh: '还有评分项没有评。', en: 'There are items still to score.' },
  'sheet.mark-out-of-range': { zh: '本项须在 {min} 至 {max} 之间。', en: 'Enter a number from {min} to {max}.' },
  'sheet.mark-off-step': { zh: '本项以 {step} 分为一档。', en: 'This item goes in steps of {step}.' },
  'sheet.version-conflict': {
    zh: '这张评分表已有更新的版本，请核对后再提交。',
    en: 'There is a newer version of this sheet. Check it, then submit again.',
  },
  'sheet.not-submitted': { zh: '这张评分表没有提交。', en: 'This sheet has not been submitted.' },
  'sheet.take-back-forbidden': {
    zh: '本场规则不允许撤回，请找工作人员退回。',
    en: 'The rules do not allow taking a score back. Ask the staff to return it.',
  },
  'sheet.nothing-to-reinstate': { zh: '该评委没有缺席或回避。', en: 'This judge is neither absent nor recused.' },
  'held.none': { zh: '没有等待处理的评分。', en: 'No held score is waiting for a decision.' },
  'held.undecided': {
    zh: '{entry}还有待处理的评分，请先决定计入或不计入。',
    en: 'A held score for {entry} is waiting. Admit or dismiss it first.',
  },
  'deduction.unknown': { zh: '没有这项扣分。', en: 'There is no such deduction.' },
  'deduction.not-positive': { zh: '扣分或加分须大于 0。', en: 'A deduction or bonus must be more than 0.' },
  'deduction.nothing-proposed': {
    zh: '{entry}没有待确认的扣分，或用时已经变化。请看清当前状态。',
    en: 'No deduction is waiting for {entry}, or its time has changed. Look at where it is now.',
  },
  'deduction.undecided': {
    zh: '{entry}的用时扣分还没有确认，请先决定扣或不扣。',
    en: 'A deduction for time is proposed for {entry}. Confirm or dismiss it first.',
  },
  'deduction.lower-is-better': {
    zh: '本场规则数值小的在前，扣分会使名次变好。请用退出比赛或评委裁定处理。',
    en: 'In this event lower is better, so a deduction would improve the place. Take the entry out, or let the panel decide.',
  },
  'component.unknown': { zh: '得分构成里没有这一项。', en: 'The score has no such part.' },
  'figure.out-of-range': {
    zh: '{entry}：须在 {min} 至 {max} 之间。',
    en: '{entry}: enter a number from {min} to {max}.',
  },
  'figure.not-whole': { zh: '{entry}：票数须是整数。', en: '{entry}: votes are whole numbers.' },
  'figure.twice': { zh: '{entry}出现了两次，请只留一个数值。', en: '{entry} is listed twice. Keep one figure.' },
  'figure.version-conflict': {
    zh: '{entry}的数值已被改过，请核对后再录入。',
    en: 'The figure of {entry} has been changed meanwhile. Check it, then enter again.',
  },
  'figure.unchanged': { zh: '这些数值已经录入，没有变化。', en: 'These figures are recorded already.' },
  'poll.unknown': { zh: '没有这项投票。', en: 'There is no such vote.' },
  'poll.about-another': {
    zh: '这项投票要先选定一个项目，或者是对全部项目的。',
    en: 'This vote is about one entry, or about all of them. Open it where it belongs.',
  },
  'poll.already-open': { zh: '投票正在进行，请先截止。', en: 'Voting is open. Close it first.' },
  'poll.already-held': {
    zh: '这项投票已经计票。要重投，请先写明原因作废。',
    en: 'This vote has been counted. To hold it again, declare it void first, with a reason.',
  },
  'poll.nothing-to-choose': { zh: '没有可投的项目。', en: 'There is nothing to vote for.' },
  'poll.not-open': { zh: '投票没有在进行。', en: 'Voting is not open.' },
  'poll.not-closing': {
    zh: '这项投票还没有截止，或已经计票。',
    en: 'This vote is not closed yet, or it has been counted.',
  },
  'poll.not-counted': { zh: '这项投票还没有计票。', en: 'This vote has not been counted yet.' },
  'poll.not-by-hand': { zh: '这项投票不用人工计票。', en: 'This vote is not counted by hand.' },
  'poll.count-impossible': {
    zh: '票数对不上：每项不超过有效票数，合计不超过可投总数。请核对。',
    en: 'These counts cannot be: none may exceed the valid ballots, nor all together what the ballots can hold. Check them.',
  },
  'poll.counts-differ': {
    zh: '两次计票不一致。请两位计票员重新计票，再录入。',
    en: 'The two counts differ. Let both tellers count again, then enter them.',
  },
  'poll.same-person': {
    zh: '复核要由另一个人来做，请填写另一位的姓名。',
    en: 'A second person has to confirm. Enter another name.',
  },
  'poll.already-void': { zh: '这次投票已经作废。', en: 'This vote is void already.' },
  'poll.already-revealed': { zh: '投票结果已经公布。', en: 'The result of this vote has been shown already.' },
  'poll.under-way': {
    zh: '还有投票没有计票，请先截止并等待计票，或写明原因作废。',
    en: 'A vote is still under way. Close it and wait for its count, or declare it void with a reason.',
  },
  'ballots.none': {
    zh: '还没有发出投票码，请先生成并打印。',
    en: 'No ballot codes have been issued. Make and print them first.',
  },
  'ballots.unknown': {
    zh: '没有这个号码的选票，或已经作废。',
    en: 'There is no ballot of that number, or it has been revoked already.',
  },
  'outlier.none': {
    zh: '这份评分没有需要确认的差距。',
    en: 'This score does not wait for a decision.',
  },
  'outlier.undecided': {
    zh: '{entry}：{seats}的总分和其他评委差距较大，请先退回或确认保留。',
    en: '{entry}: the total of {seats} is far from the other judges. Return it or let it stand first.',
  },
  'result.incomplete': { zh: '评分还没有收齐。', en: 'Not all scores are in.' },
  'result.missing': {
    zh: '{entry}还没有得分：缺{parts}。',
    en: '{entry} has no result yet. Missing: {parts}.',
  },
  'result.field-shown': {
    zh: '{entries}的得分已公布，会随这次改动变化。请先发起更正。',
    en: 'The shown results of {entries} would change with this. Open a correction first.',
  },
  'result.not-checked': { zh: '结果还没有复核。', en: 'The result has not been checked.' },
  'result.already-revealed': { zh: '得分已经公布或复核过。', en: 'This result has been revealed or checked already.' },
  'result.not-revealed': {
    zh: '得分没有公布，无需更正。',
    en: 'The score has not been revealed, so there is nothing to correct.',
  },
  'result.too-early': {
    zh: '按公布方式，现在还不能公布{entry}的得分。',
    en: 'The rules do not let {entry} be revealed yet.',
  },
  'result.hidden-by-rules': { zh: '本场规则不公布分数。', en: 'The rules of this event show no scores.' },
  'result.frozen': {
    zh: '结果已冻结。要改动，请先撤回公布或取消颁奖。',
    en: 'The result is frozen. Withdraw the publication or cancel the ceremony first.',
  },
  'result.not-published': { zh: '结果还没有公布。', en: 'The result has not been published.' },
  'tie.undecided': { zh: '第 {places} 名同分，请先裁定。', en: 'Ranks {places} are tied. Decide before going on.' },
  'tie.none': { zh: '这些项目现在不同分，无需裁定。', en: 'These entries are not tied now.' },
  'ceremony.not-begun': { zh: '颁奖还没有开始。', en: 'The ceremony has not begun.' },
  'ceremony.already-begun': { zh: '颁奖已经开始。', en: 'The ceremony has begun already.' },
  'ceremony.complete': { zh: '名次已全部揭晓。', en: 'Every place has been unveiled.' },
  'ceremony.unfinished': { zh: '还有名次没有揭晓。', en: 'Some places are still sealed.' },
  'screen.unknown': { zh: '没有这块屏幕。', en: 'There is no such screen.' },
  'help.none': { zh: '没有这位评委的呼叫。', en: 'This judge is not calling.' },
};
