// The frame that is written straight to the sockets says the same as the ordinary way, whatever its length and transport.
import { afterEach, describe, expect, it } from 'vitest';
import { io, type Socket } from 'socket.io-client';
import { readyFrame, writeReady } from '#server/ready-frame.ts';
import { entryId, exampleEvent } from '#tests/kit/example-event.ts';
import { startServer, until, type TestServer } from '#tests/kit/server.ts';

let server: TestServer | null = null;
const sockets: Socket[] = [];

afterEach(async () => {
  sockets.splice(0).forEach((socket) => socket.close());
  await server?.stop();
  server = null;
});

describe('the ready frame', () => {
  it.each([10, 125, 126, 65_000, 65_536, 200_000])('holds a packet of about %i bytes with its length', (size) => {
    const frame = readyFrame('view', JSON.stringify('分'.repeat(size / 3)));
    const short = (frame[1] ?? 0) & 127;
    const [head, length] =
      short === 127 ? [10, frame.readUInt32BE(6)] : short === 126 ? [4, frame.readUInt16BE(2)] : [2, short];
    expect(frame[0]).toBe(0x81);
    expect(frame.length).toBe(head + length);
    expect(JSON.parse(frame.subarray(head).toString().slice(2))).toEqual(['view', '分'.repeat(size / 3)]);
  });

  it('leaves everything that is not an open WebSocket with nothing queued to the ordinary way', () => {
    const written: Buffer[] = [];
    const raw = { writable: true, write: (frame: Buffer) => written.push(frame) };
    const connection = {
      readyState: 'open',
      upgrading: false,
      writeBuffer: [],
      transport: { name: 'websocket', socket: { readyState: 1, _socket: raw } },
    };
    const frame = readyFrame('view', '{}');
    for (const change of [
      { readyState: 'closing' },
      { upgrading: true },
      { writeBuffer: [{}] },
      { transport: { name: 'polling' } },
      { transport: { name: 'websocket', socket: { readyState: 2, _socket: raw } } },
      { transport: { name: 'websocket', socket: { readyState: 1, _socket: null } } },
      { transport: undefined },
    ])
      expect(writeReady({ ...connection, ...change }, frame)).toBe(false);
    expect(written).toEqual([]);
    expect(writeReady(connection, frame)).toBe(true);
    expect(written).toEqual([frame]);
  });

  it('brings a polling console and a WebSocket console to the same views', async () => {
    const live = (server = await startServer());
    const desk = await live.device().join(live.seats.issueOperatorCode());
    const cookie = [...desk.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const consoles = (['websocket', 'polling'] as const).map((transport) => {
      const views: unknown[] = [];
      const socket = io(live.url, {
        forceNew: true,
        transports: [transport],
        auth: { role: 'operator', protocol: 1 },
        extraHeaders: { cookie },
      });
      socket.on('view', (message: unknown) => views.push(message));
      sockets.push(socket);
      return views;
    });
    await until('both have a view', () => consoles.every((views) => views.length > 0));
    const operator = desk.connect('operator');
    sockets.push(operator.socket);
    // 60 entries and 30 judges: a view far beyond 65,535 bytes.
    await operator.tell({ type: 'event.define', definition: exampleEvent({ entries: 60, judges: 30 }) });
    await operator.tell({ type: 'rules.confirm' }, { type: 'event.start' }, { type: 'stage.call', entry: entryId(1) });
    await until('both show the last step', () =>
      consoles.every((views) => JSON.stringify(views.at(-1)).includes('"stageEntry":"entry-1"')),
    );
    expect(consoles[1]?.at(-1)).toEqual(consoles[0]?.at(-1));
    expect(JSON.stringify(consoles[0]?.at(-1)).length).toBeGreaterThan(65_535);
  });
});
