// The engines of the journal: the suite for each, then what only the embedded one can show: the disk.
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { memoryJournal } from '#db/memory.ts';
import { journalAndSessions } from '#db/migrations/0001-journal-and-sessions.ts';
import { openSqlite } from '#db/sqlite.ts';
import { entry, journalContract } from './journal.contract.ts';

const file = () => join(mkdtempSync(join(tmpdir(), 'liangfen-journal-')), 'liangfen.db');

journalContract('memory', () => memoryJournal());
journalContract('sqlite', () => openSqlite(file()).journal);

/** A closed journal of so many facts, then changed behind its back. */
function tampered(facts: number, change: string): string {
  const path = file();
  const { journal } = openSqlite(path);
  journal.append(Array.from({ length: facts }, (_, index) => entry(index + 1)));
  journal.close();
  const db = new Database(path);
  db.exec(`DROP TRIGGER journal_keeps_facts; DROP TRIGGER journal_loses_nothing; ${change}`);
  db.close();
  return path;
}

describe('the journal on disk', () => {
  it('goes on where it was after it is opened again, in the same epoch', () => {
    const path = file();
    const first = openSqlite(path).journal;
    first.append([entry(1), entry(2)]);
    first.close();
    const second = openSqlite(path).journal;
    expect(second.epoch).toBe(first.epoch);
    expect(second.append([entry(3)])[0]).toMatchObject({ seq: 3 });
    second.close();
  });

  it('refuses to change or delete a fact', () => {
    const path = file();
    const { journal } = openSqlite(path);
    journal.append([entry(1)]);
    journal.close();
    const db = new Database(path);
    expect(() => db.exec("UPDATE journal SET body = '{}'")).toThrow('never changed');
    expect(() => db.exec('DELETE FROM journal')).toThrow('never deleted');
    expect(() =>
      db.exec(
        "INSERT INTO journal SELECT 5, epoch, at, op_id, op_hash, by_seat, device, type, body, hash, 'x' FROM journal",
      ),
    ).toThrow('without gaps');
    db.close();
  });

  it('names the first bad fact of a file that was edited, whatever was edited', () => {
    const edits = fc.record({
      seq: fc.integer({ min: 1, max: 5 }),
      change: fc.constantFrom(
        "body = '{}'",
        "type = 'result.published'",
        "by_seat = '{}'",
        "device = ''",
        'at = at + 1',
        "op_id = ''",
        "op_hash = ''",
        "epoch = ''",
        "hash = 'ff'",
      ),
    });
    fc.assert(
      fc.property(edits, ({ seq, change }) => {
        expect(() => openSqlite(tampered(5, `UPDATE journal SET ${change} WHERE seq = ${seq}`))).toThrow(
          `store.damaged: ${seq}`,
        );
      }),
      { numRuns: 10 },
    );
  });

  it.each([
    ['removed', 'DELETE FROM journal WHERE seq = 2', 2],
    ['removed at the beginning', 'DELETE FROM journal WHERE seq = 1', 1],
    ['put in another place', 'UPDATE journal SET seq = 9 WHERE seq = 2; UPDATE journal SET seq = 2 WHERE seq = 3', 2],
  ])('notices a fact that was %s', (_what, change, bad) => {
    expect(() => openSqlite(tampered(4, change))).toThrow(`store.damaged: ${bad}`);
  });

  it('refuses a file of a newer version untouched, and one that is no database', () => {
    const newer = tampered(1, 'PRAGMA user_version = 99');
    expect(() => openSqlite(newer)).toThrow('store.too-new: 99');
    expect(() => openSqlite(newer)).toThrow('store.too-new: 99');
    const other = file();
    writeFileSync(other, 'not a database, but long enough to be looked at as one'.repeat(40));
    expect(() => openSqlite(other)).toThrow('store.damaged');
    expect(() => openSqlite('/nowhere/at/all/liangfen.db')).toThrow('store.unwritable');
  });

  it('applies its migrations once', () => {
    const path = file();
    openSqlite(path).journal.close();
    openSqlite(path).journal.close();
    const db = new Database(path);
    expect(db.pragma('user_version', { simple: true })).toBeGreaterThanOrEqual(1);
    expect(db.prepare('SELECT count(*) AS stores FROM store').get()).toEqual({ stores: 1 });
    db.close();
  });

  it('takes over a file of the first version with everything in it', () => {
    const path = file();
    const db = new Database(path);
    db.exec(journalAndSessions);
    db.exec(`INSERT INTO store (singleton, epoch) VALUES (1, 'first');
      INSERT INTO session (id, token_hash, role, seat, device, epoch, created_at) VALUES ('s', 't', 'cue', '{}', 'd', 'first', 1)`);
    db.pragma('user_version = 1');
    db.close();
    const { journal, sessions } = openSqlite(path);
    expect([journal.epoch, journal.ancestors]).toEqual(['first', []]);
    expect(sessions.findByTokenHash('t')).toMatchObject({ id: 's', moveHash: null });
    expect(journal.append([entry(1)])[0]).toMatchObject({ seq: 1, epoch: 'first' });
    journal.close();
  });

  it('goes on in a new epoch without a gap in numbers or chain', () => {
    const path = file();
    const first = openSqlite(path).journal;
    first.append([entry(1), entry(2)]);
    first.close();
    const db = new Database(path);
    db.prepare('UPDATE store SET epoch = ?, ancestors = ?').run('new', JSON.stringify([first.epoch]));
    db.close();
    const second = openSqlite(path).journal;
    expect([second.epoch, second.ancestors]).toEqual(['new', [first.epoch]]);
    second.append([entry(3)]);
    second.close();
    const third = openSqlite(path).journal;
    const records = [...third.read()];
    expect(records.map(({ seq, epoch }) => [seq, epoch])).toEqual([
      [1, first.epoch],
      [2, first.epoch],
      [3, 'new'],
    ]);
    expect(records[2]?.prevHash).toBe(records[1]?.hash);
    third.close();
  });

  it('is kept by one process at a time', () => {
    const path = file();
    const { journal } = openSqlite(path);
    journal.append([entry(1)]);
    expect(() => openSqlite(path)).toThrow('store.locked');
    journal.close();
    openSqlite(path).journal.close();
  });

  it('has every acknowledged fact after the process was killed, and opens at once', { timeout: 60_000 }, async () => {
    const path = file();
    let acknowledged = 0;
    for (let round = 0; round < 8; round += 1) {
      const child = spawn(process.execPath, ['--import', 'tsx', 'tests/db/append-for-ever.ts', path], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let output = '';
      child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
      await once(child.stdout, 'data');
      await new Promise((resolve) => setTimeout(resolve, 5 + round * 17));
      child.kill('SIGKILL');
      await once(child, 'exit');
      acknowledged = Math.max(acknowledged, ...output.split('\n').slice(0, -1).map(Number));
      const { journal } = openSqlite(path);
      expect(journal.lastSeq).toBeGreaterThanOrEqual(acknowledged);
      journal.close();
    }
    expect(acknowledged).toBeGreaterThan(50);
  });
});
