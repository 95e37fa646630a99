// The console's alarms: cause, how long, what is safe, and one thing to do.
const zh = {
  serverLost: '与服务器断开 {time}',
  serverLostWhat: '大屏和评分端不受影响，已提交的评分都在。正在自动重连。',
  screenOffline: '大屏“{name}”没有回应 {time}',
  screenOfflineWhat: '画面停在最后一帧，恢复后自动跟上。请检查那台电脑的网络。',
  screenOfflineGo: '查看大屏',
  strayScene: '大屏显示 {shown}，现在是 {current}',
  strayWhat: '如果不是有意的，请切到当前项目。',
  strayGo: '切到当前项目',
  otherEntry: '注意：{name} 不是当前项目，现在进行的是 {current}。',
  helpCall: '{name}呼叫工作人员',
  helpCallWhat: '请派人到 {seat} 席。',
  helpCallGo: '已处理',
  judgeOffline: '{name}的评分端离线 {time}',
  judgeOfflineWhat: '断线前评到 {n}/{all} 项，还没收到提交。恢复后自动提交；超过 1 分钟建议送纸质评分表。',
  judgeNeverWhat: '还没收到提交。超过 1 分钟建议送纸质评分表。',
  judgeOfflineGo: '代录',
  judgeUnsteady: '{name}（{seat} 席）网络不稳：5 分钟内断线 {n} 次',
  judgeSlow: '{name}（{seat} 席）网络很慢：往返 {n} 秒',
  judgeWeakWhat: '评分都保存在平板上，会自动送达；还有 {n} 份未送达。请检查那里的无线信号。',
  judgeWeakNone: '评分都保存在平板上，会自动送达；目前没有未送达的。请检查那里的无线信号。',
  judgeWeakGo: '查看设备',
};
export type AlarmWord = keyof typeof zh;

const en: { readonly [W in AlarmWord]: string } = {
  serverLost: 'Server lost for {time}',
  serverLostWhat: 'Screens and tablets are not affected; every submitted score is kept. Reconnecting by itself.',
  screenOffline: 'Screen “{name}” silent for {time}',
  screenOfflineWhat: 'It holds its last picture and catches up by itself. Check the network of that computer.',
  screenOfflineGo: 'See screens',
  strayScene: 'Screen: {shown}. Now: {current}',
  strayWhat: 'If that is not meant, show the current entry.',
  strayGo: 'Show the current entry',
  otherEntry: 'Careful: {name} is not the entry in hand. What is going on now is {current}.',
  helpCall: '{name} calls the staff',
  helpCallWhat: 'Send somebody to seat {seat}.',
  helpCallGo: 'Done',
  judgeOffline: 'Tablet of {name} offline for {time}',
  judgeOfflineWhat:
    'Last heard at {n} of {all} items, nothing submitted. It sends by itself; after 1 minute, use paper.',
  judgeNeverWhat: 'Nothing submitted yet. After 1 minute, use a paper sheet.',
  judgeOfflineGo: 'From paper',
  judgeUnsteady: 'Unsteady network at seat {seat}, {name}: {n} cuts in 5 minutes',
  judgeSlow: 'Slow network at seat {seat}, {name}: {n} s for a round trip',
  judgeWeakWhat: 'Scores are kept on the tablet and sent by itself; undelivered: {n}. Check the Wi-Fi there.',
  judgeWeakNone: 'Scores are kept on the tablet and sent by itself; none is undelivered now. Check the Wi-Fi there.',
  judgeWeakGo: 'See devices',
};

export const alarmWords = { 'zh-CN': zh, en };
