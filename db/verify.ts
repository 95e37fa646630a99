// Whether a file holds an event from its first fact to its last as it was written: every hash of the chain, every page of the
// file. The server asks it at the start, backups ask it before they count as one.
import Database from 'better-sqlite3';
import { genesisHash, hashOf } from './chain.ts';
import { StoreUnusable, type JournalRecord } from './journal.ts';

export const recordColumns =
  'seq, epoch, at, op_id AS opId, op_hash AS opHash, by_seat AS "by", device, type, body, prev_hash AS prevHash, hash';

/** Which event a store is of, and which epochs it descends from. */
export interface Origin {
  readonly epoch: string;
  readonly ancestors: readonly string[];
  /** Null in a live store. */
  readonly backedUpAt: number | null;
}

export interface VerifiedStore extends Origin {
  /** 0 and 64 zeros where nothing has happened yet. */
  readonly seq: number;
  readonly head: string;
  /** When the last fact was recorded; 0 where there is none. */
  readonly at: number;
}

/** @throws StoreUnusable where the file is no store. */
export function readOrigin(db: Database.Database): Origin {
  const row = db
    .prepare<[], { epoch: string; ancestors: string; backedUpAt: number | null }>(
      'SELECT epoch, ancestors, backed_up_at AS backedUpAt FROM store',
    )
    .get();
  if (row === undefined) throw new StoreUnusable('store.damaged', db.name);
  return { ...row, ancestors: JSON.parse(row.ancestors) as string[] };
}

/**
 * @returns the last record, or null in an empty journal.
 * @throws StoreUnusable with the number of the first record that is not as it was written.
 */
export function verifyChain(records: Iterable<JournalRecord>): JournalRecord | null {
  let last: JournalRecord | null = null;
  for (const record of records) {
    const { hash, ...rest } = record;
    const isLinked = record.seq === (last?.seq ?? 0) + 1 && record.prevHash === (last?.hash ?? genesisHash);
    if (!isLinked || hashOf(rest) !== hash) throw new StoreUnusable('store.damaged', String((last?.seq ?? 0) + 1));
    last = record;
  }
  return last;
}

/** What an error of SQLite while opening or reading means for the person at the keyboard. */
export function unusable(error: unknown, file: string): StoreUnusable {
  if (error instanceof StoreUnusable) return error;
  const code = error instanceof Database.SqliteError ? error.code : '';
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return new StoreUnusable('store.locked', file, error);
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT'))
    return new StoreUnusable('store.damaged', file, error);
  if (code === 'SQLITE_FULL') return new StoreUnusable('store.full', file, error);
  // Cannot open is a matter of rights and paths; any other error of reading and writing is the disk's.
  if (code.startsWith('SQLITE_IOERR')) return new StoreUnusable('store.failing', file, error);
  return new StoreUnusable('store.unwritable', file, error);
}

/** Reads everything in an open file. @throws StoreUnusable */
export function verifyOpen(db: Database.Database): VerifiedStore {
  if (db.pragma('integrity_check', { simple: true }) !== 'ok') throw new StoreUnusable('store.damaged', db.name);
  const records = db.prepare<[], JournalRecord>(`SELECT ${recordColumns} FROM journal ORDER BY seq`);
  const last = verifyChain(records.iterate());
  return { ...readOrigin(db), seq: last?.seq ?? 0, head: last?.hash ?? genesisHash, at: last?.at ?? 0 };
}
