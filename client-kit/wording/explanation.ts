// The window, the paper and the buttons around an explanation; the explanation itself is worded by derivation-in-words.ts.
const zh = {
  open: '计算过程',
  openFor: '{entry}：计算过程',
  title: '{entry}：得分是怎么算出来的',
  loading: '正在取计算过程',
  unreachable: '连不上服务器，没有取到计算过程。',
  notYet: '评分锁定、收齐之后才有计算过程。',
  failed: '没有取到计算过程，请再试一次。',
  retry: '再试一次',
  showExact: '显示准确值',
  exactNote: '写“≈”的数是准确值的近似写法；计算一直用准确值，只在写明“四舍五入”的地方舍入。',
  steps: '得分',
  ties: '同分',
  place: '名次',
  heading: '计算过程',
  paperNote: '每个得分从评委给分到公布的数，逐步列出。写“≈”的数是近似写法，计算用准确值，只在写明的地方四舍五入。',
};
export type ExplanationWord = keyof typeof zh;

const en: { readonly [W in ExplanationWord]: string } = {
  open: 'How computed',
  openFor: '{entry}: how it was computed',
  title: '{entry}: how the score was computed',
  loading: 'Fetching how it was computed',
  unreachable: 'The server cannot be reached; nothing was fetched.',
  notYet: 'This is there once scoring is locked and complete.',
  failed: 'It could not be fetched. Try again.',
  retry: 'Try again',
  showExact: 'Show exact values',
  exactNote:
    'A number after “≈” is shortened; the exact one is computed with, and rounding is done only where a line says so.',
  steps: 'Score',
  ties: 'Equal scores',
  place: 'Place',
  heading: 'How each score was computed',
  paperNote:
    "Each score step by step, from the judges' marks to the published number. A number after “≈” is shortened; the exact one is computed with and rounded only where a line says so.",
};
export const explanationWords = { 'zh-CN': zh, en };
