// Strict procedure as in staff interviews: locked sheets, a second look before any number is seen, paper to be signed.
import { blankEvent, item, trimOneEach, type Preset } from './preset.ts';

export const strict: Preset = {
  id: 'strict',
  family: 'usual',
  name: { zh: '严格流程', en: 'Strict procedure' },
  purpose: {
    zh: '像面试一样：提交即锁定，先复核，再公布，纸面签字。',
    en: 'As in interviews: locked on submission, checked before reveal, signed on paper.',
  },
  facts: [
    { zh: '百分制，只打总分，保留 2 位小数', en: '100 points, one total, two decimals' },
    { zh: '7 位评委，去掉 1 个最高分、1 个最低分', en: '7 judges, one highest and one lowest dropped' },
    {
      zh: '评委不能自己撤回；要改须由工作人员退回并写明原因',
      en: 'Judges cannot take back: the staff return a sheet with a reason',
    },
    {
      zh: '公布前必须复核；可打印带签名栏的评分表和汇总表',
      en: 'Checked before reveal; printed sheets and summary carry signature lines',
    },
  ],
  caveat: {
    zh: '复核在控制台上按一次确认，系统不核对按的人是不是另一个人；需要双人签字的，请签在打印件上。',
    en: 'The check is one confirmation at the console; who presses it is not verified. Where two people must sign, sign the printout.',
  },
  event: blankEvent(7, {
    entryNoun: 'contestant',
    criteria: [
      item('total', '总分', 'Total', '100', '60', '0.01', {
        zh: '按本场评分标准综合评定',
        en: 'By the marking guide of this event',
      }),
    ],
    segments: [{ kind: 'presentation', timeAllowedSec: 900, warningTimesSec: [120, 30] }],
    rules: {
      aggregate: trimOneEach,
      decimals: 2,
      rankOn: 'rounded',
      rankStyle: 'competition',
      tieBreakers: [{ kind: 'panel-decision' }],
      reveal: 'at-once',
      showJudgeTotals: true,
      checkBeforeReveal: true,
      judgeMayTakeBack: false,
    },
  }),
};
