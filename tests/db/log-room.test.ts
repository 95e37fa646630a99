// The log has its room from the start and keeps it, and what an interrupted start leaves behind is cleared away.
import Database from 'better-sqlite3';
import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSqlite } from '#db/sqlite.ts';

const file = () => join(mkdtempSync(join(tmpdir(), 'liangfen-log-')), 'liangfen.db');
const fact = {
  at: 1,
  opId: '0'.repeat(32),
  opHash: '0'.repeat(64),
  by: '{}',
  device: '',
  type: 'stage.cleared',
  body: '{}',
};

describe('the room in the log', () => {
  it('does not grow while facts are written', () => {
    const path = file();
    const { journal } = openSqlite(path);
    const before = statSync(`${path}-wal`).size;
    expect(before).toBeGreaterThan(4_000_000);
    for (let facts = 0; facts < 500; facts += 1) journal.append([fact]);
    expect(statSync(`${path}-wal`).size).toBe(before);
    journal.close();
  });

  it('is made again after a start that was killed while making it, and takes no more of the file each time', () => {
    const path = file();
    openSqlite(path).journal.close();
    const size = statSync(path).size;
    const interrupted = new Database(path);
    interrupted.exec('CREATE TABLE room (bytes BLOB); INSERT INTO room VALUES (zeroblob(1000))');
    interrupted.close();
    const { journal } = openSqlite(path);
    journal.append([fact]);
    expect(journal.lastSeq).toBe(1);
    journal.close();
    expect(statSync(path).size).toBeLessThan(size * 1.1);
    const tables = new Database(path).prepare("SELECT name FROM sqlite_master WHERE name = 'room'").all();
    expect(tables).toEqual([]);
  });
});
