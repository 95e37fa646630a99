// One suite for every engine of the journal, then what only the embedded one can show: the disk.
import Database from 'better-sqlite3';
import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { genesisHash, hashOf } from '#db/chain.ts';
import type { Journal, NewEntry } from '#db/journal.ts';
import { memoryJournal } from '#db/memory.ts';
import { openSqlite } from '#db/sqlite.ts';

const file = () => join(mkdtempSync(join(tmpdir(), 'liangfen-journal-')), 'liangfen.db');

const entry = (number: number): NewEntry => ({
  at: 1_700_000_000_000 + number,
  opId: number.toString(16).padStart(32, '0'),
  opHash: 'ab'.repeat(32),
  by: '{"role":"operator"}',
  device: 'test device',
  type: 'stage.cleared',
  body: `{"type":"stage.cleared","number":${number}}`,
});

describe.each<[string, () => Journal]>([
  ['memory', () => memoryJournal()],
  ['sqlite', () => openSqlite(file()).journal],
])('the %s journal', (_name, open) => {
  it('numbers facts without gaps and chains them by hash', () => {
    const journal = open();
    journal.append([entry(1), entry(2)]);
    journal.append([entry(3)]);
    const records = [...journal.read()];
    expect(records.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(records[0]?.prevHash).toBe(genesisHash);
    records.forEach(({ hash, ...rest }, index) => {
      expect(hashOf(rest)).toBe(hash);
      if (index > 0) expect(rest.prevHash).toBe(records[index - 1]?.hash);
    });
    expect(journal.lastSeq).toBe(3);
    journal.close();
  });

  it('reads on from any number, again and again', () => {
    const journal = open();
    journal.append([1, 2, 3, 4].map(entry));
    expect([...journal.read(2)].map(({ seq }) => seq)).toEqual([3, 4]);
    expect([...journal.read(2)].map(({ seq }) => seq)).toEqual([3, 4]);
    expect([...journal.read(4)]).toEqual([]);
    journal.close();
  });

  it('gives back exactly what was written', () => {
    const journal = open();
    const odd = { ...entry(1), device: 'Ünïcode “引号” \u{20bb7}', body: '{"reason":"a\\u0000b"}' };
    journal.append([odd]);
    expect([...journal.read()][0]).toMatchObject(odd);
    journal.close();
  });
});

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

  it('names the first bad fact of a file that was edited', () => {
    const path = file();
    const { journal } = openSqlite(path);
    journal.append([1, 2, 3].map(entry));
    journal.close();
    const db = new Database(path);
    db.exec(
      'DROP TRIGGER journal_keeps_facts; UPDATE journal SET body = \'{"type":"stage.cleared","number":7}\' WHERE seq = 2',
    );
    db.close();
    expect(() => openSqlite(path)).toThrow('store.damaged: 2');
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
