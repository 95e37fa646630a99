// The embedded engine: one SQLite file in WAL mode with synchronous=FULL, so that an acknowledged fact survives the power
// cord. On opening, the whole chain is verified; a file that was edited is refused with the first bad number.
import Database from 'better-sqlite3';
import { randomBytes } from 'node:crypto';
import { sqliteBallotBatches, type BallotBatches } from './ballot-batches.ts';
import { genesisHash, hashOf } from './chain.ts';
import { guardedWrites, type Write } from './guarded-writes.ts';
import { StoreUnusable, type Journal, type JournalRecord, type NewEntry } from './journal.ts';
import { makeRoomInLog, tryRoom } from './log-room.ts';
import { journalAndSessions } from './migrations/0001-journal-and-sessions.ts';
import { movingAndRestoring } from './migrations/0002-moving-and-restoring.ts';
import { backups } from './migrations/0003-backups.ts';
import { ballotBatches } from './migrations/0004-ballot-batches.ts';
import { sqliteSessions, type Sessions } from './sessions.ts';
import { readOrigin, recordColumns, unusable, verifyChain } from './verify.ts';

const migrations = [journalAndSessions, movingAndRestoring, backups, ballotBatches];

/** 200 kB between two turns of the event loop. */
const pagesAtOnce = 50;

export interface SqliteStore {
  readonly journal: Journal;
  readonly sessions: Sessions;
  readonly ballotBatches: BallotBatches;
  /**
   * Writes a copy of everything as it stands at one moment while the store goes on; not yet checked, and not yet sure to
   * be on the disk. Takes a few milliseconds of the process at a time.
   */
  copyTo(file: string): Promise<void>;
}

function configure(db: Database.Database): void {
  db.pragma('journal_mode = WAL');
  // NORMAL would lose acknowledged facts with the power: measured, not believed.
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('trusted_schema = OFF');
}

/** Brings a file of an older version up to this one. */
export function migrate(db: Database.Database): void {
  const version = db.pragma('user_version', { simple: true }) as number;
  if (version > migrations.length) throw new StoreUnusable('store.too-new', String(version));
  // A full disk takes no write: a file that needs none is opened all the same.
  if (version === migrations.length) return;
  db.transaction(() => {
    migrations.slice(version).forEach((sql) => db.exec(sql));
    if (version === 0)
      db.prepare('INSERT INTO store (singleton, epoch) VALUES (1, ?)').run(randomBytes(8).toString('hex'));
    db.pragma(`user_version = ${migrations.length}`);
  })();
}

function sqliteJournal(db: Database.Database, guarded: Write): Journal {
  const { epoch, ancestors } = readOrigin(db);
  const after = db.prepare<[number], JournalRecord>(`SELECT ${recordColumns} FROM journal WHERE seq > ? ORDER BY seq`);
  const insert = db.prepare<[JournalRecord]>(
    `INSERT INTO journal (seq, epoch, at, op_id, op_hash, by_seat, device, type, body, prev_hash, hash)
     VALUES (@seq, @epoch, @at, @opId, @opHash, @by, @device, @type, @body, @prevHash, @hash)`,
  );
  const last = verifyChain(after.iterate(0));
  let [lastSeq, lastHash] = [last?.seq ?? 0, last?.hash ?? genesisHash];

  const link = (entries: readonly NewEntry[]): readonly JournalRecord[] => {
    let [seq, prevHash] = [lastSeq, lastHash];
    return entries.map((entry) => {
      const linked = { ...entry, epoch, seq: (seq += 1), prevHash };
      const record = { ...linked, hash: (prevHash = hashOf(linked)) };
      return record;
    });
  };
  const write = db.transaction((records: readonly JournalRecord[]) => records.forEach((record) => insert.run(record)));

  return {
    epoch,
    ancestors,
    get lastSeq() {
      return lastSeq;
    },
    append(entries) {
      const records = link(entries);
      guarded(() => write.immediate(records));
      const newest = records.at(-1);
      if (newest) [lastSeq, lastHash] = [newest.seq, newest.hash];
      return records;
    },
    tryWriting: () => guarded(() => tryRoom(db)),
    read: (afterSeq = 0) => after.all(afterSeq),
    close: () => void db.close(),
  };
}

/**
 * Opens or creates the store in one file. A second process on the same file is refused while the first one lives; the
 * lock is SQLite's own and ends with the process, however it ends.
 * @throws StoreUnusable
 */
export function openSqlite(file: string): SqliteStore {
  let db: Database.Database;
  try {
    db = new Database(file, { timeout: 2000 });
  } catch (error) {
    throw new StoreUnusable('store.unwritable', file, error);
  }
  try {
    // The server is the one writer and the one reader of a live file: an exclusive lock keeps a second server out.
    db.pragma('locking_mode = EXCLUSIVE');
    configure(db);
    migrate(db);
    const guarded = guardedWrites();
    const store = {
      journal: sqliteJournal(db, guarded),
      sessions: sqliteSessions(db, guarded),
      ballotBatches: sqliteBallotBatches(db, guarded),
      copyTo: async (copy: string) => void (await db.backup(copy, { progress: () => pagesAtOnce })),
    };
    makeRoomInLog(db);
    // While people wait for answers, nothing holds up all of them for long.
    db.pragma('busy_timeout = 50');
    return store;
  } catch (error) {
    db.close();
    throw unusable(error, file);
  }
}
