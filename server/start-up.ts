// What is said at the keyboard when the server starts or cannot: one clear sentence in both languages, never a stack trace.
import { renderUnicodeCompact } from 'uqr';
import type { StoreUnusable } from '#db/journal.ts';

const storeSentences: { readonly [Code in StoreUnusable['code']]: (detail: string) => string } = {
  'store.locked': (file) =>
    `Another Liangfen is already running with this data (${file}). 另一个亮分正在使用这份数据，请先关闭它。`,
  'store.damaged': (at) =>
    `The record of this event was changed or damaged at fact ${at}; nothing was opened. 这场活动的记录在第 ${at} 条被改动或损坏，没有打开。`,
  'store.too-new': () =>
    'This data was written by a newer Liangfen. Use that version. 这份数据由更新版本的亮分写成，请使用新版本。',
  'store.unwritable': (file) =>
    `This data folder cannot be written: ${file}. 无法写入数据文件夹，请检查权限或用 --data 换一个。`,
};

export const sentenceFor = (error: StoreUnusable): string => storeSentences[error.code](error.detail);

export const portTaken = (port: number | null): string =>
  port === null
    ? 'No port from 80 and 8080 to 8099 is free. Close another program or use --port N. 80 与 8080–8099 端口都被占用，请关闭其他程序或用 --port 指定。'
    : `Port ${port} is in use or not allowed. Choose another with --port N. 端口 ${port} 被占用或无权使用，请用 --port 换一个。`;

/** What the operator reads in the terminal. */
export function welcome(addresses: readonly string[], code: string): string {
  const [main = ''] = addresses;
  return [
    '',
    '  Liangfen 亮分',
    '',
    ...addresses.map((address) => `  ${address}`),
    '',
    renderUnicodeCompact(main, { border: 2 })
      .split('\n')
      .map((line) => `  ${line}`)
      .join('\n'),
    '',
    `  Operator's code 操作员代码: ${code}`,
    `  Console 控制台: ${main}/host?code=${code}`,
    '',
    '  Ctrl-C ends. 按 Ctrl-C 结束。',
    '',
  ].join('\n');
}
