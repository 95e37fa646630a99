// A backup becomes a store of its own in an empty folder, under a new epoch: whatever was recorded is in it as it was, and the
// first thing recorded there is where it came from.
import Database from 'better-sqlite3';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { StoreUnusable, type NewEntry } from './journal.ts';
import { boxBeside, takeBoxOut } from './box-in-backup.ts';
import { boxName } from './sqlite-ballot-box.ts';
import { migrate, openSqlite } from './sqlite.ts';
import { unusable, verifyOpen, type VerifiedStore } from './verify.ts';

export const storeName = 'liangfen.db';

/** Something is in the folder already: nothing is ever written over an event. */
export class FolderInUse extends Error {}

export interface Restored extends VerifiedStore {
  /** The new one. */
  readonly newEpoch: string;
}

function isEmpty(folder: string): boolean {
  try {
    return readdirSync(folder).length === 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return true;
    throw error;
  }
}

/** Copies what the file and, where it lies in a data folder that was copied whole, its log hold. */
async function copyOf(backup: string, copy: string): Promise<void> {
  let source: Database.Database;
  try {
    // A log beside it is that of a crash, to be read as well, or of a running server, whose lock only a writer respects.
    source = new Database(backup, { readonly: !existsSync(`${backup}-wal`), fileMustExist: true, timeout: 0 });
  } catch (error) {
    throw unusable(error, backup);
  }
  try {
    // Read first: copying says nothing of a lock, and would take any file for a new store.
    if (source.pragma('user_version', { simple: true }) === 0) throw new StoreUnusable('store.damaged', backup);
    await source.backup(copy);
  } catch (error) {
    throw unusable(error, backup);
  } finally {
    source.close();
  }
}

function rename(copy: string): Restored {
  const db = new Database(copy);
  try {
    db.pragma('journal_mode = DELETE');
    migrate(db);
    const from = verifyOpen(db);
    const newEpoch = randomBytes(8).toString('hex');
    db.prepare('UPDATE store SET epoch = ?, ancestors = ?, backed_up_at = NULL').run(
      newEpoch,
      JSON.stringify([...from.ancestors, from.epoch]),
    );
    return { ...from, newEpoch };
  } catch (error) {
    throw unusable(error, copy);
  } finally {
    db.close();
  }
}

/**
 * @param firstFact what is recorded first, made from what was found.
 * @throws FolderInUse, StoreUnusable or the system's own error; then the folder is as it was.
 */
export async function restoreStore(
  backup: string,
  folder: string,
  firstFact: (from: VerifiedStore) => NewEntry,
): Promise<Restored> {
  if (!isEmpty(folder)) throw new FolderInUse(folder);
  mkdirSync(folder, { recursive: true });
  const copy = join(folder, 'restoring.db');
  let isDone = false;
  try {
    await copyOf(backup, copy);
    const box = join(folder, boxName);
    if (!takeBoxOut(copy, box)) await boxBeside(backup, box);
    const restored = rename(copy);
    const { journal } = openSqlite(copy);
    journal.append([firstFact(restored)]);
    journal.close();
    renameSync(copy, join(folder, storeName));
    isDone = true;
    return restored;
  } finally {
    if (!isDone) rmSync(join(folder, boxName), { force: true });
    for (const left of [copy, `${copy}-wal`, `${copy}-shm`, `${copy}-journal`]) rmSync(left, { force: true });
  }
}
