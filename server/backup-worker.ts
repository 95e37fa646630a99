// Beside the server's own thread: reads a copy through, gives it its name, lays the second copy, and takes away what is old.
// All of that may take as long as it takes; judges' scores do not wait for it.
import { readdirSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { putBoxInto } from '#db/box-in-backup.ts';
import { copyBackup, sealBackup } from '#db/backup-file.ts';
import { StoreUnusable } from '#db/journal.ts';
import type { BackupCause, BackupProblem } from '#protocol/backups.ts';
import { backupName, eventPart, readBackupName } from './backup-name.ts';

export interface BackupJob {
  /** The unchecked copy. */
  readonly copy: string;
  /** A copy of the ballot box to go into it; null when there is none. */
  readonly box: string | null;
  readonly folder: string;
  readonly at: number;
  readonly cause: BackupCause;
  readonly second: string | null;
  /** How many scheduled ones are kept. */
  readonly keep: number;
}

export type BackupOutcome =
  | { readonly ok: true; readonly name: string; readonly problem: BackupProblem | null }
  | { readonly ok: false; readonly problem: BackupProblem };

const isFull = (error: unknown) =>
  (error as NodeJS.ErrnoException).code === 'ENOSPC' || (error instanceof StoreUnusable && error.code === 'store.full');

/** Scheduled ones of this event beyond the newest; what somebody asked for or the hall was shown stays. */
function prune(folder: string, event: string, keep: number): void {
  readdirSync(folder)
    .flatMap((name) => readBackupName(name) ?? [])
    .filter((known) => known.event === event && known.cause === 'scheduled')
    .sort((a, b) => (a.name < b.name ? 1 : -1))
    .slice(keep)
    .forEach(({ name }) => rmSync(join(folder, name), { force: true }));
}

function laySecond(file: string, event: string, { second, keep }: BackupJob): BackupProblem | null {
  if (second === null) return null;
  try {
    if (!statSync(second).isDirectory()) return 'second-missing';
  } catch {
    return 'second-missing';
  }
  try {
    copyBackup(file, join(second, basename(file)));
    prune(second, event, keep);
    return null;
  } catch {
    return 'second-failed';
  }
}

function run(job: BackupJob): BackupOutcome {
  try {
    const { folder, at, cause } = job;
    if (job.box !== null) putBoxInto(job.copy, job.box);
    const { file, epoch } = sealBackup(job.copy, at, (content) =>
      join(folder, backupName(content.epoch, at, content.seq, cause)),
    );
    prune(folder, eventPart(epoch), job.keep);
    return { ok: true, name: basename(file), problem: laySecond(file, eventPart(epoch), job) };
  } catch (error) {
    return { ok: false, problem: isFull(error) ? 'full' : 'failed' };
  } finally {
    for (const left of [job.copy, job.box ?? job.copy]) rmSync(left, { force: true });
  }
}

parentPort?.postMessage(run(workerData as BackupJob));
