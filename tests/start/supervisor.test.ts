// The start command watches the server: whatever ends it unasked, it is back on the same ports with the same code, and
// nobody at a tablet has to do anything. Asked to end, both end; killed, the watcher takes the server along.
import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { openSqlite } from '#db/sqlite.ts';
import { exampleEvent } from '#tests/kit/example-event.ts';
import { freePort } from '#tests/kit/free-port.ts';
import { endAll, newFolder, ServerProgram } from '#tests/kit/process.ts';
import { until, type Line } from '#tests/kit/server.ts';

const open: { close(): void }[] = [];
afterEach(async () => {
  open.splice(0).forEach((connection) => connection.close());
  await endAll();
});

async function startSupervised(folder = newFolder()): Promise<ServerProgram> {
  const port = String(await freePort());
  return new ServerProgram(folder, ['--port', port], {}, { isSupervised: true }).ready();
}

async function desk(server: ServerProgram): Promise<Line<'operator'>> {
  const line = (await server.device().join(server.operatorCode)).connect('operator');
  open.push(line);
  await until('a view came', () => line.messages.length > 0);
  return line;
}

const newestServer = (server: ServerProgram) => server.serverPids().at(-1) ?? 0;
const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};
const restarts = (server: ServerProgram) => server.output.split('runs again').length - 1;

describe('a server that is watched', () => {
  it('is back after being killed, with everything acknowledged, the same ports and code, and no word from anybody', async () => {
    const server = await startSupervised();
    const line = await desk(server);
    await line.tell({ type: 'event.define', definition: exampleEvent() });
    const hall = await server.hallUrl();
    for (let round = 1; round <= 3; round += 1) {
      const seen = line.messages.length;
      const killedAt = performance.now();
      process.kill(newestServer(server), 'SIGKILL');
      await until('the same connection has its view back', () => line.messages.length > seen);
      expect(performance.now() - killedAt).toBeLessThan(10_000);
      expect(line.messages.at(-1)?.seq).toBe(1);
      await until('it says so once', () => restarts(server) === round);
    }
    expect(await server.hallUrl()).toBe(hall);
    expect(server.output.split('Keep this window open')).toHaveLength(2);
    expect(server.output).toMatch(/everything acknowledged is there.*已确认的内容都在/);
    await server.device().join(server.operatorCode);
    expect(line.closedBy).toBeNull();
  });

  it('is back after a fault of its own', async () => {
    const fault = 'process.once("SIGUSR2", () => { throw new Error("a planted fault"); });';
    const port = String(await freePort());
    const server = await new ServerProgram(
      newFolder(),
      ['--port', port],
      { NODE_OPTIONS: `--import "data:text/javascript,${encodeURIComponent(fault)}"` },
      { isSupervised: true },
    ).ready();
    const line = await desk(server);
    const seen = line.messages.length;
    process.kill(newestServer(server), 'SIGUSR2');
    await until('the view is back', () => line.messages.length > seen);
    expect(server.errors).toContain('a planted fault');
    // Nothing for a person to do, so no sentence that asks for it.
    expect(server.errors).not.toContain('Start it again');
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('ends cleanly at %s and leaves nothing behind', async (signal) => {
    const folder = newFolder();
    const server = await startSupervised(folder);
    await desk(server);
    const pid = newestServer(server);
    expect(await server.kill(signal)).toEqual({ code: 0, signal: null });
    expect(isAlive(pid)).toBe(false);
    expect(restarts(server)).toBe(0);
    openSqlite(`${folder}/liangfen.db`).journal.close();
  });

  it('ends cleanly when Ctrl-C reaches it and its watcher alike, again and again', async () => {
    const server = await startSupervised();
    await desk(server);
    const pid = newestServer(server);
    for (let press = 0; press < 3; press += 1) {
      process.kill(pid, 'SIGINT');
      server.child.kill('SIGINT');
    }
    expect(await server.ended).toEqual({ code: 0, signal: null });
  });

  it('ends with its watcher, however that ends, and gives the data free', async () => {
    const folder = newFolder();
    const server = await startSupervised(folder);
    const line = await desk(server);
    await line.tell({ type: 'event.define', definition: exampleEvent() });
    const pid = newestServer(server);
    server.child.kill('SIGKILL');
    await until('the server has gone', () => !isAlive(pid));
    const { journal } = openSqlite(`${folder}/liangfen.db`);
    expect(journal.lastSeq).toBe(1);
    journal.close();
  });

  it('is not started again when it cannot start', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const server = new ServerProgram(newFolder(), ['--port', String(port)], {}, { isSupervised: true });
    expect(await server.ended).toEqual({ code: 2, signal: null });
    expect(server.errors.match(/is in use/g)).toHaveLength(1);
    other.close();
  });

  it('keeps the code that it was handed out of the environment of its processes', async () => {
    const server = await startSupervised();
    const line = await desk(server);
    const seen = line.messages.length;
    process.kill(newestServer(server), 'SIGKILL');
    await until('the view is back', () => line.messages.length > seen);
    const { readFileSync } = await import('node:fs');
    await until('the hall is back', () => server.hallPids().length === 2);
    for (const pid of server.hallPids().slice(-1))
      expect(readFileSync(`/proc/${pid}/environ`, 'utf8')).not.toContain(server.operatorCode);
  });
});
