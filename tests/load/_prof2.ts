import { openSqlite } from '#db/sqlite.ts';
import Database from 'better-sqlite3';
import { mkdtempSync, openSync, writeSync, fdatasyncSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
const d = mkdtempSync('/tmp/prof-');
const m = (x: number[]) => [...x].sort((a, b) => a - b)[x.length >> 1]!.toFixed(3);
const store = openSqlite(d + '/x.db');
const t: number[] = [];
const wait = () => new Promise((r) => setTimeout(r, 10));
for (let i = 0; i < 300; i++) {
  const a = performance.now();
  store.journal.append([
    {
      at: Date.now(),
      opId: randomBytes(16).toString('hex'),
      opHash: 'a'.repeat(64),
      by: '{}',
      device: 'x',
      type: 't',
      body: 'x'.repeat(600),
    },
  ]);
  t.push(performance.now() - a);
  await wait();
}
console.log('append', m(t));
for (const idx of [0, 1, 2]) {
  const db = new Database(d + `/y${idx}.db`);
  db.pragma('journal_mode=WAL');
  db.pragma('synchronous=FULL');
  db.pragma('locking_mode=EXCLUSIVE');
  db.exec(`create table j(seq integer primary key, op text, body text, hash text ${idx > 1 ? 'unique' : ''}) strict;`);
  if (idx > 0) db.exec('create index o on j(op)');
  const ins = db.prepare('insert into j values(?,?,?,?)');
  const tt: number[] = [];
  const w = db.transaction(() =>
    ins.run(null, randomBytes(16).toString('hex'), 'x'.repeat(900), randomBytes(32).toString('hex')),
  );
  for (let i = 0; i < 300; i++) {
    const a = performance.now();
    w.immediate();
    tt.push(performance.now() - a);
    await wait();
  }
  console.log('plain, indexes', idx, m(tt));
}
const f = openSync(d + '/f', 'w');
const tt: number[] = [];
for (let i = 0; i < 300; i++) {
  const a = performance.now();
  writeSync(f, Buffer.alloc(4096));
  fdatasyncSync(f);
  tt.push(performance.now() - a);
  await wait();
}
console.log('flush idle', m(tt));
const t3: number[] = [];
for (let i = 0; i < 300; i++) {
  const a = performance.now();
  writeSync(f, Buffer.alloc(4096));
  fdatasyncSync(f);
  t3.push(performance.now() - a);
}
console.log('flush tight', m(t3));
