// What `npx liangfen restore` says: what it has made and how the event goes on, or in one sentence why it made nothing.
import type { Locale } from '#domain/text.ts';

const zh = {
  restored: `活动已恢复到 {folder}：共 {n} 条记录，逐条核对无误。
原编号 {event}，最后一条的散列 {head}

接着这样做：
  npm start -- --data {folder}
评分端、大屏和控制台会按各自记下的地址找过来；找不到的，重新扫码或打开新地址即可，席位卡仍然有效。
备份之后确认过的评分，会由各评分端自动再送来一次。原来的电脑不要再启动这场活动。`,
  oneBackup: '请写明一个备份文件：npx liangfen restore 备份.db --data 文件夹。',
  dataMissing: '请用 --data 写明恢复到哪个文件夹（空的或还没有的）。',
  folderInUse: '{folder} 里已有文件，没有恢复。请换一个空的或还没有的文件夹。',
  notRestored: '没能恢复到 {folder}（{reason}）。请检查空间和权限，或换一个文件夹。',
  'store.locked': '{file} 正在被运行中的亮分使用。请先停止它，或改用 backups 里的备份。',
  'store.damaged': '备份 {file} 在第 {at} 条记录处被改动或损坏，没有恢复。请换用另一份备份。',
  notABackup: '{file} 不是亮分的备份，或已损坏，没有恢复。请换用另一份备份。',
  'store.too-new': '备份 {file} 由更新版本的亮分写成，请使用新版本。',
  'store.unwritable': '读不了 {file}。请给出一个存在的备份文件。',
  'store.full': '磁盘已满，没有恢复。请腾出空间后再试。',
  'store.failing': '读写 {file} 时磁盘报错，没有恢复。请换一块磁盘，或换用另一份备份。',
};
export type RestoreWord = keyof typeof zh;

const en: { readonly [W in RestoreWord]: string } = {
  restored: `The event is restored in {folder}: {n} records, every one checked.
Its former epoch is {event}, the hash of its newest record {head}

Go on with:
  npm start -- --data {folder}
Tablets, screens and consoles look for it at the addresses they know. One that does not find it scans its card again or opens
the new address; cards stay valid. Scores acknowledged after the backup are sent again by the tablets themselves.
Do not start this event on the former computer any more.`,
  oneBackup: 'Name one backup: npx liangfen restore BACKUP.db --data DIR.',
  dataMissing: 'Say with --data into which folder (an empty one, or one that does not exist yet).',
  folderInUse: '{folder} holds files; nothing was restored. Choose a folder that is empty or does not exist yet.',
  notRestored: 'Nothing could be restored in {folder} ({reason}). Check space and rights, or choose another folder.',
  'store.locked': '{file} is in use by a running Liangfen. Stop that first, or use a file of its backups.',
  'store.damaged': 'The backup {file} was changed or damaged at record {at}; nothing was restored. Use another one.',
  notABackup: '{file} is no backup of Liangfen, or damaged; nothing was restored. Use another one.',
  'store.too-new': 'The backup {file} was written by a newer Liangfen. Use that version.',
  'store.unwritable': '{file} cannot be read. Name a backup that exists.',
  'store.full': 'The disk is full; nothing was restored. Free some space and try again.',
  'store.failing': 'The disk failed while reading or writing {file}; nothing was restored. Use another disk or backup.',
};

export const restoreWords: { readonly [L in Locale]: typeof en } = { 'zh-CN': zh, en };
