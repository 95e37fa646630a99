// The words of the page that works without script.
import type { Locale } from '#domain/text.ts';

const zh = {
  notYet: '结果在大屏公布后显示在这里。',
  notReady: '活动即将开始。',
  refreshes: '本页每 20 秒自动更新一次。',
  refresh: '立即更新',
  result: '排名',
  published: '结果已公布。',
  rank: '名次',
  entry: '项目',
  score: '得分',
  tied: '并列',
  corrected: '已更正',
  finalists: '入围',
  other: 'English',
};
type PlainWord = keyof typeof zh;

const en: { readonly [W in PlainWord]: string } = {
  notYet: 'The result appears here once it has been shown on the big screen.',
  notReady: 'The event is about to begin.',
  refreshes: 'This page updates itself every 20 seconds.',
  refresh: 'Update now',
  result: 'Ranking',
  published: 'The result has been published.',
  rank: 'Rank',
  entry: 'Entry',
  score: 'Score',
  tied: 'tied',
  corrected: 'corrected',
  finalists: 'Finalists',
  other: '中文',
};

export const plainWords: { readonly [L in Locale]: { readonly [W in PlainWord]: string } } = { 'zh-CN': zh, en };
