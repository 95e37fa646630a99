// What is said at the keyboard when the server starts or cannot: one clear sentence in both languages, never a stack trace.
import { renderUnicodeCompact } from 'uqr';
import type { StoreUnusable } from '#db/journal.ts';

const storeSentences: { readonly [Code in StoreUnusable['code']]: (detail: string) => string } = {
  'store.locked': (file) =>
    `Another Liangfen is already running with this data (${file}). 另一个亮分正在使用这份数据（${file}），请先关闭它。`,
  'store.damaged': (where) =>
    /^\d+$/.test(where)
      ? `The record of this event was changed or damaged at fact ${where}; nothing was opened. 这场活动的记录在第 ${where} 条被改动或损坏，没有打开。`
      : `This is not a sound Liangfen data file: ${where}. Nothing was opened. 数据文件已损坏或不是亮分的数据：${where}，没有打开。`,
  'store.too-new': () =>
    'This data was written by a newer Liangfen. Use that version. 这份数据由更新版本的亮分写成，请使用新版本。',
  'store.unwritable': (file) =>
    `This data folder cannot be written: ${file}. 无法写入数据文件夹 ${file}，请检查权限或用 --data 换一个。`,
  'store.full': (file) =>
    `The disk is full: ${file} cannot be opened. Free some space and start again. 磁盘已满，无法打开 ${file}。请腾出空间后重新启动。`,
  'store.failing': (file) =>
    `The disk reports an error while reading or writing ${file}. Nothing was opened. 读写 ${file} 时磁盘报错，没有打开。请检查磁盘，或在另一台电脑上从备份恢复。`,
};

export const sentenceFor = (error: StoreUnusable): string => storeSentences[error.code](error.detail);

export const portTaken = (port: number | null): string =>
  port === null
    ? 'No port from 80 and 8080 to 8099 is free. Close another program or use --port N. 80 与 8080–8099 端口都被占用，请关闭其他程序或用 --port 指定。'
    : `Port ${port} is in use or not allowed. Choose another with --port N. 端口 ${port} 被占用或无权使用，请用 --port 换一个。`;

export const hallPortTaken = (port: number | null): string =>
  `Port ${port ?? ''} for the audience is in use or not allowed. Choose another with --hall-port N. 观众端的端口 ${port ?? ''} 被占用或无权使用，请用 --hall-port 换一个。`;

export const hostUnknown = (host: string): string =>
  `This computer has no address ${host}. Leave --host out or use one of its own. 本机没有 ${host} 这个地址，请去掉 --host 或换成本机的地址。`;

export const pagesMissing =
  'The pages are not built. Run "npm start", or "npm run build" once. 页面还没有构建，请用 npm start 启动，或先运行 npm run build。';

export const eventKept = (file: string): string =>
  `  This data already holds an event; ${file} was not opened. 这份数据里已有活动，没有打开 ${file}。\n`;

export const crashed =
  'Liangfen met a fault of its own and ends; everything acknowledged is saved. Start it again. 亮分出现内部错误，已停止；已确认的内容都已保存，请重新启动。';

export const storageInDoubt =
  'The disk failed while writing, and nobody can say what it kept. Liangfen ends and reads the record again at the next start; everything acknowledged is saved. 磁盘写入出错，无法确认写入结果。亮分已停止，重新启动后会从磁盘重新读取；已确认的内容都已保存。';

/** What the operator reads in the terminal. */
export function welcome(addresses: readonly string[], code: string): string {
  const [main = ''] = addresses;
  return [
    '',
    '  Liangfen 亮分',
    '',
    '  Open on any device in this network 本网络内的设备打开:',
    ...addresses.map((address) => `  ${address}`),
    '',
    renderUnicodeCompact(main, { border: 2 })
      .split('\n')
      .map((line) => `  ${line}`)
      .join('\n'),
    '',
    `  Console 控制台:            ${main}/host?code=${code}`,
    `  Operator's code 操作员代码: ${code}`,
    `  Audience 观众端:           ${main}/a`,
    '',
    '  Keep this window open. Ctrl-C ends. 请不要关闭此窗口，按 Ctrl-C 结束。',
    '',
    '',
  ].join('\n');
}
