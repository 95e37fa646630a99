// The journal as it stands in the file, read by SQLite itself (docs/journal.md), never by the product.
import Database from 'better-sqlite3';
import type { Seat } from './history.ts';

export interface Row {
  readonly seq: number;
  readonly epoch: string;
  readonly at: number;
  readonly opId: string;
  readonly opHash: string;
  readonly by: string;
  readonly device: string;
  readonly type: string;
  readonly body: string;
  readonly prevHash: string;
  readonly hash: string;
}

const columns =
  'seq, epoch, at, op_id AS opId, op_hash AS opHash, by_seat AS "by", device, type, body, prev_hash AS prevHash, hash';

export interface JournalFile {
  readonly rows: readonly Row[];
  /** `ok`, or what SQLite's own check says. */
  readonly integrity: string;
}

/** @throws when the file cannot be opened as it is, without a repair. */
export function readJournal(file: string): JournalFile {
  const db = new Database(file);
  try {
    const integrity = db.pragma('integrity_check', { simple: true }) as string;
    const hasJournal = db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'journal'").get() !== undefined;
    const rows = hasJournal ? db.prepare<[], Row>(`SELECT ${columns} FROM journal ORDER BY seq`).all() : [];
    return { rows, integrity };
  } finally {
    db.close();
  }
}

export const seatOf = (row: Row): Seat => JSON.parse(row.by) as Seat;
