// Backups of a running event: when they are made, that each is whole, that none is overwritten, and that one that fails is
// shown and changes nothing else.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyFile } from '#db/backup-file.ts';
import { openSqlite } from '#db/sqlite.ts';
import type { Backup, Backups as Listed } from '#protocol/backups.ts';
import { backupName, readBackupName } from '#server/backup-name.ts';
import { Backups } from '#server/backups.ts';
import { EventClock } from '#server/event-clock.ts';
import { LiveEvent } from '#server/live-event.ts';
import { StorageWatch } from '#server/storage-watch.ts';
import { criterionId, decimal, entryId, exampleEvent, seatId } from '#tests/kit/example-event.ts';
import { startServer, until, type Device, type Line, type TestServer } from '#tests/kit/server.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'liangfen-backups-'));

describe("a backup's name", () => {
  it('says event, time, record and cause, and is read again', () => {
    const at = new Date(2026, 10, 25, 13, 4, 5).getTime();
    const name = backupName('0123456789abcdef', at, 42, 'revealed');
    expect(name).toBe('liangfen-01234567-20261125-130405-000042-revealed.db');
    expect(readBackupName(name)).toEqual({ name, event: '01234567', at, seq: 42, cause: 'revealed' });
  });

  it.each(['liangfen.db', '.copy', 'liangfen-01234567-20261125-130405-000042-revealed.db.part', '../../etc/passwd'])(
    'is not %s',
    (name) => expect(readBackupName(name)).toBeNull(),
  );
});

describe('the operator', () => {
  let server: TestServer;
  let device: Device;
  let line: Line<'operator'>;

  beforeEach(async () => {
    server = await startServer();
    device = await server.device().join(server.seats.issueOperatorCode());
    line = device.connect('operator');
    await until('the desk is there', () => line.presence !== null);
  });
  afterEach(async () => {
    line.close();
    await server.stop();
  });

  it('makes a backup, sees it, and saves it: a whole file that needs no other', async () => {
    await line.tell({ type: 'event.define', definition: exampleEvent() });
    const made = (await (await device.post('/api/backups')).json()) as Backup;
    expect(made).toMatchObject({ seq: 1, cause: 'asked' });
    const listed = (await (await device.fetch('/api/backups')).json()) as Listed;
    expect(listed).toMatchObject({ second: null, problem: null, backups: [made] });
    await until('the console is told', () => line.presence?.backups.newest?.seq === 1);
    const saved = join(folder(), 'saved.db');
    writeFileSync(saved, Buffer.from(await (await device.fetch(`/api/backups/${made.name}`)).arrayBuffer()));
    expect(verifyFile(saved)).toMatchObject({
      seq: 1,
      epoch: server.event.epoch,
      head: server.event.headHash,
    });
    expect(readdirSync(join(server.folder, 'backups'))).toEqual([made.name]);
  });

  it('is the only one who may, and gets no other file of this computer', async () => {
    const stranger = server.device();
    expect((await stranger.fetch('/api/backups')).status).toBe(401);
    expect((await stranger.post('/api/backups')).status).toBe(401);
    for (const name of ['..%2Fliangfen.db', 'liangfen.db', 'liangfen-01234567-20261125-130405-000042-asked.db'])
      expect((await device.fetch(`/api/backups/${name}`)).status).toBe(404);
  });

  it('never overwrites one, not even within a second', async () => {
    const names = new Set<string>();
    for (let press = 0; press < 2; press += 1) {
      const response = await device.post('/api/backups');
      if (response.ok) names.add(((await response.json()) as Backup).name);
    }
    expect(readdirSync(join(server.folder, 'backups')).filter((name) => readBackupName(name) !== null)).toEqual(
      [...names].sort(),
    );
  });

  it('is told when one fails, and the event goes on', async () => {
    const place = join(server.folder, 'backups');
    rmSync(place, { recursive: true, force: true });
    writeFileSync(place, 'a file where the folder should be');
    const response = await device.post('/api/backups');
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([503, 'backup.failed']);
    await until('the console is told', () => line.presence?.backups.problem === 'failed');
    await line.tell({ type: 'event.define', definition: exampleEvent() });
    rmSync(place);
    expect((await device.post('/api/backups')).status).toBe(200);
    await until('and that it is over', () => line.presence?.backups.problem === null);
  });
});

describe('a second place', () => {
  const open: (() => void)[] = [];
  afterEach(() => open.splice(0).forEach((close) => close()));

  function backupsWith(second: string | null) {
    const data = folder();
    const store = openSqlite(join(data, 'liangfen.db'));
    const clock = new EventClock();
    const event = new LiveEvent(store.journal, clock, new StorageWatch(store.journal, () => clock.now()));
    const program = join(process.cwd(), 'dist/server/backup-worker.js');
    const backups = new Backups(store, event, clock, { folder: join(data, 'backups'), second, program });
    open.push(() => {
      backups.close();
      store.journal.close();
    });
    return { backups, event, data, store, clock };
  }

  it('gets its own checked copy', async () => {
    const second = folder();
    const { backups } = backupsWith(second);
    const made = await backups.make('asked');
    expect(made).toMatchObject({ ok: true, problem: null });
    expect(readdirSync(second)).toEqual([made.ok ? made.backup.name : '']);
    verifyFile(join(second, made.ok ? made.backup.name : ''));
  });

  it('may be missing: that is said, and the first copy is made all the same', async () => {
    const missing = join(folder(), 'stick');
    const { backups } = backupsWith(missing);
    expect(await backups.make('asked')).toMatchObject({ ok: true, problem: 'second-missing' });
    expect(existsSync(missing)).toBe(false);
    mkdirSync(missing);
    expect(await backups.make('revealed')).toMatchObject({ ok: true, problem: null });
    expect(readdirSync(missing)).toHaveLength(1);
  });

  it('keeps the newest twelve scheduled ones of this event, and every other file', async () => {
    const { backups, event, data } = backupsWith(null);
    const place = join(data, 'backups');
    mkdirSync(place);
    const plant = (epoch: string, seq: number, cause: 'scheduled' | 'revealed') =>
      writeFileSync(join(place, backupName(epoch, 1_700_000_000_000 + seq * 60_000, seq, cause)), 'planted');
    for (let seq = 1; seq <= 15; seq += 1) plant(event.epoch, seq, 'scheduled');
    plant(event.epoch, 3, 'revealed');
    plant('ffffffffffffffff', 1, 'scheduled');
    writeFileSync(join(place, 'notes.txt'), 'mine');
    expect(await backups.make('scheduled')).toMatchObject({ ok: true });
    const left = readdirSync(place).flatMap((name) => readBackupName(name) ?? []);
    expect(
      left.filter(({ cause }) => cause === 'scheduled').filter((known) => known.event !== 'ffffffff'),
    ).toHaveLength(12);
    expect(left.filter(({ cause }) => cause === 'revealed')).toHaveLength(1);
    expect(left.filter((known) => known.event === 'ffffffff')).toHaveLength(1);
    expect(existsSync(join(place, 'notes.txt'))).toBe(true);
  });

  it('lets facts be written between its steps, however large it is', { timeout: 60_000 }, async () => {
    const { backups, store, data } = backupsWith(null);
    const fact = { at: 1, opId: '0'.repeat(32), opHash: '0'.repeat(64), by: '{}', device: '', type: 'stage.cleared' };
    const body = JSON.stringify({ type: 'stage.cleared', filler: 'x'.repeat(600) });
    for (let group = 0; group < 40; group += 1)
      store.journal.append(Array.from({ length: 1000 }, () => ({ ...fact, body })));
    expect(statSync(join(data, 'liangfen.db')).size).toBeGreaterThan(20_000_000);
    const making = backups.make('asked');
    let [isMade, written] = [false, 0];
    void making.then(() => (isMade = true));
    // Facts go on being written while the copy is made and read through; the backup holds a whole beginning of them.
    while (!isMade) {
      store.journal.append([{ ...fact, body }]);
      written += 1;
      await new Promise(setImmediate);
    }
    const made = await making;
    expect(made).toMatchObject({ ok: true });
    expect(written).toBeGreaterThan(20);
    expect(made.ok && made.backup.seq).toBeGreaterThanOrEqual(40_000);
    expect(made.ok && made.backup.seq).toBeLessThanOrEqual(store.journal.lastSeq);
  });
});

describe('the event itself', () => {
  it('is backed up on every result the hall is shown, again after a correction, and at its end', async () => {
    const server = await startServer();
    const operator = await server.operator();
    const causes = () => {
      const place = join(server.folder, 'backups');
      return existsSync(place) ? readdirSync(place).flatMap((name) => readBackupName(name)?.cause ?? []) : [];
    };
    const entry = entryId(1);
    await operator.tell(
      { type: 'event.define', definition: exampleEvent({ entries: 1, judges: 1, items: 1 }) },
      { type: 'rules.confirm' },
      { type: 'event.start' },
      { type: 'stage.call', entry },
      { type: 'scoring.open', entries: [entry] },
      {
        type: 'sheet.enter-from-paper',
        entry,
        seat: seatId(1),
        baseVersion: 0,
        marks: [{ criterion: criterionId(1), mark: decimal('9') }],
        remark: '',
        reason: '示例原因',
      },
      { type: 'scoring.close', entry },
    );
    expect(causes()).toEqual([]);
    await operator.tell({ type: 'result.reveal', entry });
    await until('the reveal is backed up', () => causes().length === 1);
    await operator.tell({ type: 'result.correct', entry, reason: '示例原因' });
    await operator.tell({ type: 'result.reveal', entry });
    await until('and the next version', () => causes().length === 2);
    expect(causes()).toEqual(['revealed', 'revealed']);
    await operator.tell({ type: 'result.publish' }, { type: 'event.end' });
    await until('the end is backed up', () => causes().includes('ended'));
    await until('the console knows', () => operator.presence?.backups.newest?.seq === server.event.seq);
    await server.stop();
  });
});
