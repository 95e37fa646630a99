// A copy of the store becomes a backup: one file that needs no other beside it, marked with its time, read through from its
// first fact to its last, and flushed to the disk under a name that no file had before.
import Database from 'better-sqlite3';
import { closeSync, copyFileSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { StoreUnusable } from './journal.ts';
import { unusable, verifyOpen, type VerifiedStore } from './verify.ts';

/** A file of that name is there already: a backup is never overwritten. */
export class BackupExists extends Error {}

function flush(path: string, flags: string): void {
  const opened = openSync(path, flags);
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

function flushFolder(folder: string): void {
  try {
    flush(folder, 'r');
  } catch {
    // Not every system lets a folder be flushed; the file itself is.
  }
}

/** @throws StoreUnusable */
export function verifyFile(file: string): VerifiedStore {
  let db: Database.Database;
  try {
    db = new Database(file, { readonly: true, fileMustExist: true });
  } catch (error) {
    throw new StoreUnusable('store.unwritable', file, error);
  }
  try {
    return verifyOpen(db);
  } catch (error) {
    throw unusable(error, file);
  } finally {
    db.close();
  }
}

function putInPlace(checked: string, file: string): void {
  flush(checked, 'r+');
  if (existsSync(file)) throw new BackupExists(file);
  renameSync(checked, file);
  flushFolder(dirname(file));
}

/**
 * Makes the copy a backup under the name that its content gives it; the copy is gone afterwards, whatever happened.
 * @throws StoreUnusable, BackupExists or the system's own error; then there is no backup from this call.
 */
export function sealBackup(
  copy: string,
  backedUpAt: number,
  nameOf: (content: VerifiedStore) => string,
): VerifiedStore & { readonly file: string } {
  try {
    const db = new Database(copy, { fileMustExist: true });
    try {
      // Without this a reader would put two more files beside it.
      db.pragma('journal_mode = DELETE');
      db.prepare('UPDATE store SET backed_up_at = ?').run(backedUpAt);
    } finally {
      db.close();
    }
    const verified = verifyFile(copy);
    const file = nameOf(verified);
    putInPlace(copy, file);
    return { ...verified, file };
  } finally {
    rmSync(copy, { force: true });
  }
}

/** A second copy elsewhere, on a stick for example, checked where it then is. @throws as sealBackup does. */
export function copyBackup(file: string, to: string): void {
  const part = `${to}.part`;
  try {
    copyFileSync(file, part);
    verifyFile(part);
    putInPlace(part, to);
  } finally {
    rmSync(part, { force: true });
  }
}
