// A page that does not read what it is sent costs a bounded amount of memory and nobody else's time, and is right again as
// soon as it reads.
import type { Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { BareSocket } from '#tests/load/bare-socket.ts';
import { entryId, exampleEvent } from '#tests/kit/example-event.ts';
import { startServer, until, type TestServer } from '#tests/kit/server.ts';

// Few enough to be over before silence is taken for a link that has gone.
const changes = 60;
const bound = 1_000_000;

let server: TestServer;
afterEach(() => server.stop());

describe('a reader that does not read', () => {
  it('is owed one view, not all of them, and gets the newest', async () => {
    server = await startServer();
    const desk = await server.device().join(server.seats.issueOperatorCode());
    const operator = desk.connect('operator');
    // 60 entries and 30 judges: hundreds of kilobytes a view, many times what the system's own buffers take.
    await operator.tell({ type: 'event.define', definition: exampleEvent({ entries: 60, judges: 30 }) });
    await operator.tell({ type: 'rules.confirm' }, { type: 'event.start' });

    const accepted: Socket[] = [];
    server.web.server.on('connection', (socket: Socket) => accepted.push(socket));
    const cookie = [...desk.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const packets: Buffer[] = [];
    const slow = await BareSocket.open(server.url, cookie, { role: 'operator', protocol: 1 }, (packet) =>
      packets.push(Buffer.from(packet)),
    );
    slow.pause();
    let most = 0;
    for (let change = 0; change < changes; change += 1) {
      await operator.tell({ type: 'stage.call', entry: entryId(1 + (change % 2)) });
      most = Math.max(most, ...accepted.map((socket) => socket.writableLength));
    }
    await until('the good reader has the last view', () => operator.view.stageEntry === entryId(2));
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThan(bound);

    slow.resume();
    const newest = () =>
      packets
        .map(String)
        .filter((packet) => packet.startsWith('42["view"'))
        .at(-1) ?? '';
    const { seq } = operator.messages.at(-1) ?? { seq: 0 };
    await until('the slow one has it, too', () => newest().includes(`"seq":${seq},`));
    expect(packets.length).toBeLessThan(changes);
    slow.close();
    operator.close();
  });
});
