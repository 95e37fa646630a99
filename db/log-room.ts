// Room in the write-ahead log before the first fact. A file that grows is written twice at every flush, its bytes and its new
// length; one that is overwritten only once. Measured: 0.55 ms for a commit into a growing log, 0.33 ms into one with room.
import Database from 'better-sqlite3';

/** What the log reaches before SQLite moves it into the file and begins it anew (1,000 pages), and a little more. */
const roomBytes = 4_300_000;

/** Takes 4 MB of disk, twice: in the log and, as free pages that facts fill later, in the file. Without them it goes on. */
export function makeRoomInLog(db: Database.Database): void {
  try {
    // Left behind only by a process that was killed between the next two lines.
    db.exec('DROP TABLE IF EXISTS room; CREATE TABLE room (bytes BLOB)');
    // Two transactions: pages that are freed where they were taken are never written.
    db.prepare('INSERT INTO room VALUES (zeroblob(?))').run(roomBytes);
    db.exec('DROP TABLE room');
    db.pragma('wal_checkpoint(RESTART)');
  } catch (error) {
    if (!(error instanceof Database.SqliteError && error.code === 'SQLITE_FULL')) throw error;
  }
}
