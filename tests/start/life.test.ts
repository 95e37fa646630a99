// The life of the process: what it prints, that it ends cleanly, and that being killed changes nothing for anybody.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { exampleEvent } from '#tests/kit/example-event.ts';
import { endAll, newFolder, ServerProgram, startProgram } from '#tests/kit/process.ts';
import { Phone } from '#tests/kit/phone.ts';
import { until, type Line } from '#tests/kit/server.ts';

const open: { close(): void }[] = [];
const keep = <T extends { close(): void }>(connection: T): T => {
  open.push(connection);
  return connection;
};
afterEach(async () => {
  open.splice(0).forEach((connection) => connection.close());
  await endAll();
});

const hasView = (line: Line<'operator'>) => until('a view came', () => line.messages.length > 0);

describe('a server that starts', () => {
  it("prints its address, a code to scan and the operator's code, which opens the desk", async () => {
    const server = await startProgram();
    expect(server.output).toContain(`${server.url}/host?code=${server.operatorCode}`);
    expect(server.output).toContain(`${server.url}/a`);
    expect(server.output).toMatch(/[▀▄█]{20}/);
    const device = await server.device().join(server.operatorCode);
    await hasView(keep(device.connect('operator')));
  });

  it('begins with the event file it was given, and goes on with it the next time', async () => {
    const folder = newFolder();
    const file = join(folder, 'event.json');
    // Windows programs put a byte order mark in front.
    writeFileSync(file, `\uFEFF${JSON.stringify(exampleEvent({ entries: 4 }))}`);
    const first = await startProgram(join(folder, 'data'), ['--open', file]);
    const line = keep((await first.device().join(first.operatorCode)).connect('operator'));
    await hasView(line);
    expect(line.view.definition?.entries).toHaveLength(4);
    await line.tell({ type: 'rules.confirm' }, { type: 'event.start' });
    await first.kill('SIGINT');
    const second = await startProgram(join(folder, 'data'), ['--open', file]);
    expect(second.output).toContain('already holds an event');
    const again = keep((await second.device().join(second.operatorCode)).connect('operator'));
    await hasView(again);
    expect(again.view.phase).toBe('live');
  });

  it('keeps codes and cookies out of its log', async () => {
    const server = await startProgram();
    const device = await server.device().join(server.operatorCode);
    await device.fetch(`/host?code=${server.operatorCode}`);
    await device.fetch('/j/a-personal-key');
    await until('the requests are in the log', () => server.errors.includes('/j/'));
    expect(server.errors).not.toContain(server.operatorCode);
    expect(server.errors).not.toContain('a-personal-key');
    for (const value of device.cookies.values()) expect(server.errors).not.toContain(value);
  });
});

describe('a server that ends', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('ends cleanly at %s with everybody connected', async (signal) => {
    const server = await startProgram();
    const device = await server.device().join(server.operatorCode);
    const line = keep(device.connect('operator'));
    await hasView(line);
    const phone = keep(new Phone(await server.hallUrl()));
    await until('the phone has a view', () => phone.messages.length > 0);
    expect(await server.kill(signal)).toEqual({ code: 0, signal: null });
    expect(server.errors).not.toMatch(/"level":[56]0/);
  });

  it('comes back after SIGKILL with the same event, and nobody has to sign in again', async () => {
    const folder = newFolder();
    const first = await startProgram(folder);
    const port = new URL(first.url).port;
    const device = await first.device().join(first.operatorCode);
    const line = keep(device.connect('operator'));
    await hasView(line);
    await line.tell(
      { type: 'event.define', definition: exampleEvent() },
      { type: 'rules.confirm' },
      { type: 'event.start' },
    );
    await until('the desk is live', () => line.view.phase === 'live');
    const before = line.messages.at(-1);
    expect(await first.kill('SIGKILL')).toEqual({ code: null, signal: 'SIGKILL' });
    const seen = line.messages.length;
    await startProgram(folder, ['--port', port]);
    await until('the same connection has its view back', () => line.messages.length > seen);
    expect(line.messages.at(-1)).toEqual(before);
    expect(line.refusedBy).not.toBe('session.missing');
  });

  it('says so and ends with code 1 when it meets a fault of its own, and everything acknowledged is there', async () => {
    const folder = newFolder();
    const fault = 'process.once("SIGUSR2", () => { throw new Error("a planted fault"); });';
    const server = await new ServerProgram(folder, ['--port', '0'], {
      NODE_OPTIONS: `--import "data:text/javascript,${encodeURIComponent(fault)}"`,
    }).ready();
    const line = keep((await server.device().join(server.operatorCode)).connect('operator'));
    await hasView(line);
    await line.tell({ type: 'event.define', definition: exampleEvent() });
    expect(await server.kill('SIGUSR2')).toEqual({ code: 1, signal: null });
    expect(server.errors).toMatch(/"level":60.*a planted fault/);
    expect(server.errors).toMatch(/everything acknowledged is saved.*已确认的内容都已保存/);
    const again = await startProgram(folder);
    const health = (await (await fetch(`${again.url}/healthz`)).json()) as { seq: number };
    expect(health.seq).toBe(1);
  });
});
