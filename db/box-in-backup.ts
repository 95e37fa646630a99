// The ballot box within a backup: its file lies in a table of its own, so that a backup stays one file that needs no other. A restore
// takes it out again.
import Database from 'better-sqlite3';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { StoreUnusable } from './journal.ts';
import { boxName } from './sqlite-ballot-box.ts';
import { unusable } from './verify.ts';

/** Of a box that no process holds. @throws StoreUnusable */
export async function copyIdleBox(file: string, to: string): Promise<void> {
  let source: Database.Database;
  try {
    source = new Database(file, { readonly: !existsSync(`${file}-wal`), fileMustExist: true, timeout: 0 });
  } catch (error) {
    throw unusable(error, file);
  }
  try {
    // Read first: copying says nothing of a lock, and would take any file for a new box.
    if (source.pragma('user_version', { simple: true }) === 0) throw new StoreUnusable('store.damaged', file);
    await source.backup(to);
  } catch (error) {
    throw unusable(error, file);
  } finally {
    source.close();
  }
}

/** Makes the copy one file that needs no log beside it, and reads it through. @throws StoreUnusable */
function check(box: string): void {
  const db = new Database(box, { fileMustExist: true });
  try {
    db.pragma('journal_mode = DELETE');
    if (db.pragma('integrity_check', { simple: true }) !== 'ok') throw new StoreUnusable('store.damaged', box);
  } catch (error) {
    throw unusable(error, box);
  } finally {
    db.close();
  }
}

/** @throws StoreUnusable where the box cannot be read through. */
export function putBoxInto(backup: string, box: string): void {
  check(box);
  const db = new Database(backup, { fileMustExist: true });
  try {
    db.exec('CREATE TABLE ballot_box (file BLOB NOT NULL) STRICT');
    db.prepare('INSERT INTO ballot_box (file) VALUES (?)').run(readFileSync(box));
  } finally {
    db.close();
  }
}

/** @returns whether there was one in it. @throws StoreUnusable where what is in it is no sound box. */
export function takeBoxOut(backup: string, to: string): boolean {
  const db = new Database(backup, { fileMustExist: true });
  try {
    const isThere = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'ballot_box'").get() !== undefined;
    const row = isThere ? db.prepare<[], { file: Buffer }>('SELECT file FROM ballot_box').get() : undefined;
    if (row === undefined) return false;
    writeFileSync(to, row.file, { flush: true });
    check(to);
    // The live store has its box beside it, and no room for a second one.
    db.exec('DROP TABLE ballot_box; VACUUM');
    return true;
  } catch (error) {
    throw unusable(error, backup);
  } finally {
    db.close();
  }
}

/** Of a data folder that was copied whole: the box that lies beside its store, if there is one. @throws StoreUnusable */
export async function boxBeside(store: string, to: string): Promise<void> {
  const box = join(dirname(store), boxName);
  if (basename(store) === boxName || !existsSync(box)) return;
  await copyIdleBox(box, to);
}
