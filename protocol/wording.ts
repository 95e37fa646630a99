// What the server itself says "no" with, in both languages; the domain's refusals are worded in domain/wording.
import type { JoinCode } from './http.ts';
import type { ImportCode } from './import.ts';
import type { ServerCode } from './messages.ts';

export type HttpCode =
  | JoinCode
  | ServerCode
  | 'request.malformed'
  | 'page.missing'
  | 'role.not-allowed'
  | 'results.not-ready'
  | 'backup.disk-full'
  | 'backup.failed'
  | ImportCode;

export const serverWording: { readonly [Code in HttpCode]: { readonly zh: string; readonly en: string } } = {
  'server.unavailable': { zh: '连不上服务器，正在重试。', en: 'The server cannot be reached. Trying again.' },
  'server.storage-failed': {
    zh: '服务器没能存盘，请稍后重试；已保存的不受影响。',
    en: 'The server could not store this. Try again; what was saved is safe.',
  },
  'session.missing': { zh: '请先用席位卡上的二维码或号码进入。', en: 'Join first, with the code on your card.' },
  'session.revoked': { zh: '这台设备的登录已被结束，请重新进入。', en: 'This device was signed out. Join again.' },
  'seat.taken-over': { zh: '该席位已在另一台设备登录。', en: 'This seat is in use on another device.' },
  'event.other': {
    zh: '这次登录属于另一场活动，请重新进入。',
    en: 'This sign-in belongs to another event. Join again.',
  },
  'protocol.too-old': { zh: '页面已更新，请重新载入。', en: 'This page is out of date. Reload it.' },
  'message.malformed': { zh: '收到的内容无法识别，没有执行。', en: 'The message could not be read. Nothing was done.' },
  'command.malformed': {
    zh: '收到的内容无法识别，没有执行。请重新载入页面。',
    en: 'The request could not be read. Nothing was done; reload the page.',
  },
  'operation.conflict': {
    zh: '同一次操作送来了不同的内容，没有执行。请重新载入页面。',
    en: 'The same operation arrived with other content. Nothing was done; reload the page.',
  },
  'message.too-many': {
    zh: '操作过于频繁，连接已断开，请重新载入页面。',
    en: 'Too many messages. The connection was closed; reload the page.',
  },
  'join.wrong-code': { zh: '号码不对，请核对席位卡。', en: 'That code is not right. Check your card.' },
  'join.too-many-tries': {
    zh: '试错次数过多，请一分钟后再试，或找工作人员。',
    en: 'Too many wrong tries. Wait a minute or ask the staff.',
  },
  'seat.in-use': {
    zh: '该席位已在另一台设备登录。接管后，那台设备将退出。',
    en: 'This seat is in use on another device. Taking over signs that device out.',
  },
  'seat.removed': {
    zh: '评委团里已没有这个席位，请找工作人员。',
    en: 'The panel no longer has this seat. Ask the staff.',
  },
  'request.malformed': { zh: '请求格式不对，没有执行。', en: 'The request could not be read. Nothing was done.' },
  'page.missing': { zh: '没有这个页面。', en: 'There is no such page.' },
  'role.not-allowed': { zh: '这个席位不能做这件事。', en: 'This seat may not do that.' },
  'results.not-ready': { zh: '还没有可以导出的结果。', en: 'There is no result to export yet.' },
  'backup.disk-full': {
    zh: '磁盘已满，没有做成备份。活动数据不受影响；请腾出空间后再试。',
    en: 'The disk is full and no backup was made. The event itself is safe; free some space and try again.',
  },
  'backup.failed': {
    zh: '没有做成备份。活动数据不受影响；请再试一次，或换一个备份位置。',
    en: 'No backup was made. The event itself is safe; try again or use another place for backups.',
  },
  'import.too-large': {
    zh: '文件超过 5 MB。请去掉图片后再导入。',
    en: 'The file is larger than 5 MB. Remove its pictures and import it again.',
  },
  'import.empty': { zh: '文件里没有内容。', en: 'There is nothing in this file.' },
  'import.unknown-encoding': {
    zh: '认不出文件的文字编码。请另存为 CSV UTF-8 或 XLSX 后再导入。',
    en: 'The text encoding of the file is not known. Save it as CSV UTF-8 or XLSX and import it again.',
  },
  'import.old-workbook': {
    zh: '这是旧版 XLS 或加了密码的表格。请另存为不带密码的 XLSX 后再导入。',
    en: 'This is an old XLS or a password-protected workbook. Save it as XLSX without a password and import it again.',
  },
  'import.broken-workbook': {
    zh: '这个 XLSX 打不开，可能已损坏或过大。请重新保存后再导入。',
    en: 'This XLSX cannot be opened; it may be damaged or too large. Save it anew and import it again.',
  },
  'import.not-an-event': {
    zh: '这不是亮分的活动文件。',
    en: 'This is not an event file of Liangfen.',
  },
};
