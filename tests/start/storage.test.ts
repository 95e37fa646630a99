// A disk that is full, that fails, or that somebody else wants: nothing is acknowledged that is not on it, everybody is told,
// and the server goes on by itself when the disk does.
import Database from 'better-sqlite3';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { OpId } from '#domain/ids.ts';
import type { Answer } from '#protocol/messages.ts';
import { exampleEvent, seatId } from '#tests/kit/example-event.ts';
import { freePort } from '#tests/kit/free-port.ts';
import { endAll, newFolder, ServerProgram, startProgram } from '#tests/kit/process.ts';
import { newOpId, until, type Device, type Line } from '#tests/kit/server.ts';
import { SmallDisk } from '#tests/kit/small-disk.ts';

const open: { close(): void }[] = [];
afterEach(async () => {
  open.splice(0).forEach((connection) => connection.close());
  await endAll();
});

interface Desk {
  readonly device: Device;
  readonly line: Line<'operator'>;
  /** Sends a command over HTTP, where large ones go. */
  readonly define: (opId?: OpId) => Promise<Answer | null>;
}

/** A definition of half a megabyte, so that a disk of a few is full soon. */
const example = exampleEvent();
const large = {
  ...example,
  entries: example.entries.map((entry, index) =>
    index === 0 ? { ...entry, picture: `data:image/png;base64,${'A'.repeat(400_000)}` } : entry,
  ),
};

async function deskOf(server: ServerProgram): Promise<Desk> {
  const device = await server.device().join(server.operatorCode);
  const line = device.connect('operator');
  open.push(line);
  await until('a view came', () => line.messages.length > 0);
  const define = async (opId = newOpId()) => {
    const body = { opId, command: { type: 'event.define', definition: large } };
    const response = await device.post('/api/command', body).catch(() => null);
    return response === null ? null : ((await response.json()) as Answer);
  };
  return { device, line, define };
}

const seqOf = async (server: ServerProgram) =>
  ((await (await fetch(`${server.url}/healthz`)).json()) as { seq: number }).seq;

/** Defines the event again and again until that is no longer acknowledged. */
async function untilRefused(
  define: Desk['define'],
): Promise<{ acknowledged: number; opId: OpId; last: Answer | null }> {
  let acknowledged = 0;
  for (let tries = 0; tries < 200; tries += 1) {
    const opId = newOpId();
    const last = await define(opId);
    if (last === null || !last.ok) return { acknowledged, opId, last };
    expect(last.seq).toBe((acknowledged += 1));
  }
  throw new Error('the disk never was full');
}

describe('a full disk', () => {
  it('gets no acknowledgement, is shown to the operator, turns devices away honestly, and is over when there is space', async () => {
    const disk = new SmallDisk(24);
    const args = ['--port', String(await freePort())];
    const server = new ServerProgram(disk.folder, args, {}, { before: disk.before });
    disk.usedBy(server.child.pid);
    await server.ready();
    const { device, line, define } = await deskOf(server);
    await until('the console knows its devices', () => line.presence !== null);
    expect(line.presence?.storage).toEqual({ isFailing: false, since: null, reason: null });
    disk.fill();
    const { acknowledged, opId, last } = await untilRefused(define);
    expect(last).toEqual({ ok: false, code: 'server.storage-failed', params: {}, retryable: true });
    expect(await seqOf(server)).toBe(acknowledged);
    await until('the console is told', () => line.presence?.storage.isFailing === true);
    expect(line.presence?.storage.reason).toBe('full');
    expect(line.messages.at(-1)?.seq).toBe(acknowledged);
    // Joining writes, too. Small things may still fit; what does not is said, and nothing breaks.
    const turnedAway: string[] = [];
    for (let tries = 0; tries < 400 && turnedAway.length === 0; tries += 1) {
      const response = await device.post('/api/cards', { seats: [seatId(1)] });
      if (!response.ok) turnedAway.push(`${response.status} ${((await response.json()) as { code: string }).code}`);
    }
    expect(turnedAway).toEqual(['503 server.storage-failed']);

    disk.free();
    await until('the console is told that it is over', () => line.presence?.storage.isFailing === false);
    expect(await define(opId)).toMatchObject({ ok: true, seq: acknowledged + 1 });
    expect(await define(opId)).toMatchObject({ ok: true, seq: acknowledged + 1 });
    expect(await seqOf(server)).toBe(acknowledged + 1);
    expect(server.errors).not.toMatch(/"level":60/);
  });
});

describe('a disk that fails while it writes', () => {
  it('ends the process, which is back with everything acknowledged once the disk works', async () => {
    const folder = newFolder();
    const limit = ['prlimit', `--fsize=${14_000_000}:unlimited`, '--'];
    const args = ['--port', String(await freePort())];
    const server = await new ServerProgram(folder, args, {}, { before: limit, isSupervised: true }).ready();
    const { line, define } = await deskOf(server);
    const { acknowledged, opId, last } = await untilRefused(define);
    // Nobody can say what is on the disk: no answer at all.
    expect(last).toBeNull();
    await until('the line is cut', () => !line.socket.connected);
    spawnSync('prlimit', ['--pid', String(server.child.pid), '--fsize=unlimited']);
    const seen = line.messages.length;
    await until('the view is back', () => line.messages.length > seen);
    const seq = await seqOf(server);
    expect([acknowledged, acknowledged + 1]).toContain(seq);
    expect(await define(opId)).toMatchObject({ ok: true, seq: acknowledged + 1 });
  });

  it('ends with a code of its own where nobody watches', async () => {
    const args = ['--port', String(await freePort())];
    const before = ['prlimit', '--fsize=14000000', '--'];
    const server = await new ServerProgram(newFolder(), args, {}, { before }).ready();
    const { define } = await deskOf(server);
    await untilRefused(define);
    expect(await server.ended).toEqual({ code: 74, signal: null });
    expect(server.errors).toMatch(/everything acknowledged is saved.*已确认的内容都已保存/);
  });
});

describe('somebody else at the data', () => {
  it('is kept out while the server goes on', async () => {
    const folder = newFolder();
    const server = await startProgram(folder);
    const { define } = await deskOf(server);
    expect(await define()).toMatchObject({ ok: true, seq: 1 });
    const other = new Database(join(folder, 'liangfen.db'), { timeout: 0 });
    expect(() => other.prepare('SELECT * FROM journal').all()).toThrow('locked');
    expect(() => other.exec('BEGIN EXCLUSIVE')).toThrow('locked');
    expect(await define()).toMatchObject({ ok: true, seq: 2 });
    other.close();
    expect(await define()).toMatchObject({ ok: true, seq: 3 });
  });
});
