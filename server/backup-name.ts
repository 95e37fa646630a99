// What a backup's file is called: which event, when, up to which record and why, so that a person finds the right one in a
// folder and the server knows which ones it may take away.
import type { BackupCause } from '#protocol/backups.ts';

export interface BackupName {
  readonly name: string;
  /** The first half of the epoch. */
  readonly event: string;
  /** To the second, on the event's clock and in the computer's time zone. */
  readonly at: number;
  readonly seq: number;
  readonly cause: BackupCause;
}

const pattern =
  /^liangfen-([0-9a-f]{8})-(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)-(\d{6,})-(revealed|asked|scheduled|ended)\.db$/;

export const eventPart = (epoch: string): string => epoch.slice(0, 8);

export function backupName(epoch: string, at: number, seq: number, cause: BackupCause): string {
  const time = new Date(at);
  const two = (number: number) => String(number).padStart(2, '0');
  const day = `${time.getFullYear()}${two(time.getMonth() + 1)}${two(time.getDate())}`;
  const clock = `${two(time.getHours())}${two(time.getMinutes())}${two(time.getSeconds())}`;
  return `liangfen-${eventPart(epoch)}-${day}-${clock}-${String(seq).padStart(6, '0')}-${cause}.db`;
}

/** @returns null for a file that is no backup of ours. */
export function readBackupName(name: string): BackupName | null {
  const found = pattern.exec(name);
  if (found === null) return null;
  const [, event = '', year, month, day, hours, minutes, seconds, seq, cause] = found;
  const at = new Date(Number(year), Number(month) - 1, Number(day), Number(hours), Number(minutes), Number(seconds));
  return { name, event, at: at.getTime(), seq: Number(seq), cause: cause as BackupCause };
}
