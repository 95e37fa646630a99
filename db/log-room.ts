// Room in the write-ahead log before the first fact. A file that grows is written twice at every flush, its bytes and its new
// length; one that is overwritten only once. Measured: 0.55 ms for a commit into a growing log, 0.33 ms into one with room.
import Database from 'better-sqlite3';

/** What the log reaches before SQLite moves it into the file and begins it anew (1,000 pages), and a little more. */
const roomBytes = 4_300_000;
/** Large enough that the answers of a whole panel fit afterwards, small enough to be tried every second. */
const trialBytes = 256 * 1024;

/** Takes the bytes of disk, twice: in the log and, as free pages that facts fill later, in the file. */
function takeRoom(db: Database.Database, bytes: number): void {
  // Left behind only by a process that was killed between the next two lines.
  db.exec('DROP TABLE IF EXISTS room; CREATE TABLE room (bytes BLOB)');
  // Two transactions: pages that are freed where they were taken are never written.
  db.prepare('INSERT INTO room VALUES (zeroblob(?))').run(bytes);
  db.exec('DROP TABLE room');
}

/**
 * First everything in the log is moved into the file and flushed there: what a process left behind whose last flush failed
 * is on the disk before anything is built on it. Then 4 MB of room are taken; without them it goes on.
 */
export function makeRoomInLog(db: Database.Database): void {
  db.pragma('wal_checkpoint(RESTART)');
  try {
    takeRoom(db, roomBytes);
    db.pragma('wal_checkpoint(RESTART)');
  } catch (error) {
    if (!(error instanceof Database.SqliteError && error.code === 'SQLITE_FULL')) throw error;
  }
}

/** Whether the disk takes writes again: moves the log into the file, which may make room, and writes something. */
export function tryRoom(db: Database.Database): void {
  db.pragma('wal_checkpoint(PASSIVE)');
  takeRoom(db, trialBytes);
}
