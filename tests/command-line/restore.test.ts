// A backup taken while everybody is at work, opened on another computer: whole, under a new epoch, with everybody who was
// there still known, and everything in it that was acknowledged until then.
import Database from 'better-sqlite3';
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { EntryId, OpId } from '#domain/ids.ts';
import { verifyFile } from '#db/backup-file.ts';
import { openSqlite } from '#db/sqlite.ts';
import type { Backup } from '#protocol/backups.ts';
import type { Answer } from '#protocol/messages.ts';
import type { Command } from '#domain/commands.ts';
import { restore } from '../../command-line/restore.ts';
import { criterionId, decimal, entryId, exampleEvent } from '#tests/kit/example-event.ts';
import { endAll, newFolder, startProgram } from '#tests/kit/process.ts';
import { Device, newOpId, until, type Line } from '#tests/kit/server.ts';

afterAll(endAll);

const liangfen = (args: readonly string[], lang = 'C') =>
  spawnSync(process.execPath, [join(process.cwd(), 'scripts/liangfen.mjs'), 'restore', ...args], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: lang },
  });

/** A data folder with so many facts in it, and a backup of it. */
function smallBackup(facts: number): string {
  const folder = newFolder();
  const store = openSqlite(join(folder, 'liangfen.db'));
  const fact = { at: 1, opId: 'ab', opHash: 'cd', by: '{"role":"operator"}', device: '', type: 'stage.cleared' };
  store.journal.append(
    Array.from({ length: facts }, (_, number) => ({ ...fact, body: `{"number":${number},"type":"stage.cleared"}` })),
  );
  store.journal.close();
  return join(folder, 'liangfen.db');
}

describe('[R-RESTORED] a backup made under load', () => {
  const entry: EntryId = entryId(1);
  const marks = [{ criterion: criterionId(1), mark: decimal('9') }];

  it(
    'is whole each of twenty times, and goes on elsewhere with everybody still known',
    { timeout: 120_000 },
    async () => {
      const server = await startProgram();
      const desk = await server.device().join(server.operatorCode);
      const operator = desk.connect('operator');
      await until('the desk is there', () => operator.messages.length > 0);
      await operator.tell(
        { type: 'event.define', definition: exampleEvent() },
        { type: 'rules.confirm' },
        { type: 'event.start' },
        { type: 'stage.call', entry },
        { type: 'scoring.open', entries: [entry] },
      );
      const { cards } = (await (await desk.post('/api/cards')).json()) as { cards: { digits: string }[] };
      const tablets: { device: Device; line: Line<'judge'> }[] = [];
      for (const { digits } of cards) {
        const device = await server.device().join(digits);
        tablets.push({ device, line: device.connect('judge') });
      }
      const acknowledged = new Map<OpId, { seq: number; command: Command; judge: number }>();
      let isOver = false;
      const working = tablets.map(async ({ line }, judge) => {
        for (let version = 0; !isOver; version += 1)
          for (const command of [
            { type: 'score.submit', entry, baseVersion: version, marks, remark: '' },
            { type: 'score.take-back', entry, version: version + 1 },
          ] as const) {
            const opId = newOpId();
            const answer = await line.send(command, opId);
            if (!answer.ok) throw new Error(`${command.type} was refused: ${answer.code}`);
            acknowledged.set(opId, { seq: answer.seq, command, judge });
            // As fast as a device may be without being cut off.
            await new Promise((next) => setTimeout(next, 60));
          }
      });

      const epochs = new Set<string>();
      let newest: { folder: string; backup: Backup } | null = null;
      for (let round = 1; round <= 20; round += 1) {
        const before = acknowledged.size;
        await until('there is work', () => acknowledged.size > before);
        // Twice within a second has the same name where nothing has happened; here something has.
        const response = await desk.post('/api/backups');
        expect(response.status).toBe(200);
        const backup = (await response.json()) as Backup;
        const file = join(server.folder, 'backups', backup.name);
        const folder = join(newFolder(), 'restored');
        const done = await restore({ locale: 'en', backup: file, data: folder });
        expect(done).toMatchObject({ code: 0 });
        const { journal } = openSqlite(join(folder, 'liangfen.db'));
        const records = [...journal.read()];
        journal.close();
        const seqOf = new Map(records.map(({ opId, seq }) => [opId, seq]));
        const promised = [...acknowledged].filter(([, { seq }]) => seq <= backup.seq);
        expect(promised.length).toBeGreaterThan(0);
        for (const [opId, { seq }] of promised) expect(seqOf.get(opId)).toBe(seq);
        const last = records.at(-1);
        expect(last).toMatchObject({ type: 'event.restored', seq: backup.seq + 1, epoch: journal.epoch });
        expect(JSON.parse(last?.body ?? '')).toMatchObject({
          atSeq: backup.seq,
          head: records.at(-2)?.hash,
          fromEpoch: records.at(-2)?.epoch,
        });
        expect(journal.ancestors).toEqual([records[0]?.epoch]);
        epochs.add(journal.epoch);
        newest = { folder, backup };
      }
      expect(epochs.size).toBe(20);
      isOver = true;
      await Promise.all(working);
      operator.close();
      tablets.forEach(({ line }) => line.close());
      await server.kill('SIGKILL');

      // On another computer: the same people, the same answers, and what the backup did not hold is decided anew.
      if (newest === null) throw new Error('no backup');
      const spare = await startProgram(newest.folder);
      const [own] = tablets;
      const moved = new Device(spare.url);
      moved.cookies = own?.device.cookies ?? new Map<string, string>();
      expect((await moved.fetch('/api/session?role=judge')).status).toBe(200);
      const again = moved.connect('judge');
      await until('the judge sees the event', () => again.messages.length > 0);
      expect(epochs).toContain(again.messages[0]?.epoch);
      const { seq: backedUpTo } = newest.backup;
      // No more at once than a device may send.
      const mine = [...acknowledged].filter(([, { judge }]) => judge === 0).slice(-40);
      expect(mine.some(([, { seq }]) => seq <= backedUpTo)).toBe(true);
      for (const [opId, { seq, command }] of mine) {
        const answer: Answer = await again.send(command, opId);
        if (seq <= backedUpTo) expect(answer).toMatchObject({ ok: true, seq });
        else expect(answer).toMatchObject({ ok: true });
      }
      expect((await new Device(spare.url).join(cards[1]?.digits ?? '', true)).cookies.size).toBe(1);
      again.close();
    },
  );
});

describe('npx liangfen restore', () => {
  it('says what it has made and how to go on, in both languages', () => {
    const backup = smallBackup(3);
    const folder = join(newFolder(), 'data');
    const english = liangfen([backup, '--data', folder]);
    expect([english.status, english.stderr]).toEqual([0, '']);
    expect(english.stdout).toContain(`npm start -- --data ${folder}`);
    expect(english.stdout).toContain('3 records');
    const chinese = liangfen([backup, `--data=${join(newFolder(), '数据')}`], 'zh_CN.UTF-8');
    expect(chinese.status).toBe(0);
    expect(chinese.stdout).toContain('共 3 条记录');
    expect(readdirSync(folder)).toEqual(['liangfen.db']);
    // A restored one is restored again: it knows where it came from.
    const third = join(newFolder(), 'third');
    expect(liangfen([join(folder, 'liangfen.db'), '--data', third]).status).toBe(0);
    expect(verifyFile(join(third, 'liangfen.db'))).toMatchObject({ seq: 5 });
    expect(verifyFile(join(third, 'liangfen.db')).ancestors).toHaveLength(2);
  });

  /** One sentence, exit code 2, and nothing made. */
  function refusal(args: readonly string[], lang?: string): string {
    const { status, stdout, stderr } = liangfen(args, lang);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    return stderr;
  }

  it('names a folder that holds something, and leaves it alone', () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'mine.txt'), 'mine');
    expect(refusal([smallBackup(1), '--data', folder])).toContain('holds files');
    expect(readdirSync(folder)).toEqual(['mine.txt']);
  });

  it('names the record that was changed, a file that is no backup, and one that is not there', () => {
    const folder = join(newFolder(), 'data');
    const changed = smallBackup(3);
    const db = new Database(changed);
    db.exec("DROP TRIGGER journal_keeps_facts; UPDATE journal SET body = '{}' WHERE seq = 2");
    db.close();
    expect(refusal([changed, '--data', folder])).toContain('record 2');
    expect(refusal([changed, '--data', folder], 'zh_CN.UTF-8')).toContain('第 2 条');
    const other = join(newFolder(), 'other.db');
    writeFileSync(other, 'not a database at all '.repeat(100));
    expect(refusal([other, '--data', folder])).toContain('no backup');
    expect(refusal([join(folder, 'missing.db'), '--data', folder])).toContain('cannot be read');
    const torn = join(newFolder(), 'torn.db');
    copyFileSync(smallBackup(500), torn);
    writeFileSync(torn, Buffer.alloc(20_000), { flag: 'r+' });
    expect(refusal([torn, '--data', folder])).toContain('no backup');
    expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([]);
  });

  it('asks for what was left out', () => {
    expect(refusal(['--data', newFolder()])).toContain('Name one backup');
    expect(refusal([smallBackup(1)])).toContain('--data');
    expect(refusal([smallBackup(1), smallBackup(1), '--data', newFolder()])).toContain('Name one backup');
  });

  it('takes the data of a computer that crashed, with what is in the log only', async () => {
    const server = await startProgram();
    const operator = (await server.device().join(server.operatorCode)).connect('operator');
    await until('the desk is there', () => operator.messages.length > 0);
    await operator.tell({ type: 'event.define', definition: exampleEvent() });
    operator.close();
    await server.kill('SIGKILL');
    const folder = join(newFolder(), 'nested', 'data');
    expect(liangfen([join(server.folder, 'liangfen.db'), '--data', folder]).status).toBe(0);
    expect(verifyFile(join(folder, 'liangfen.db'))).toMatchObject({ seq: 2 });
  });

  it('leaves a running server alone', async () => {
    const server = await startProgram();
    expect(refusal([join(server.folder, 'liangfen.db'), '--data', join(newFolder(), 'data')])).toContain('in use');
  });
});
