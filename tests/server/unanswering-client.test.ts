// A tablet that has left the network without a word must not keep the server from ending cleanly.
import { describe, expect, it } from 'vitest';
import { BareSocket } from '#tests/load/bare-socket.ts';
import { Device } from '#tests/kit/server.ts';
import { ServerProcess } from '#tests/whole-show/kit/server-process.ts';

describe('ending the server', () => {
  it('does not wait for a client that answers nothing', async () => {
    const server = await ServerProcess.start();
    const desk = await new Device(server.url).join(server.operatorCode);
    const cookie = [...desk.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    // Speaks no closing handshake: to the server it is the same as one that is gone.
    const silent = await BareSocket.open(server.url, cookie, { role: 'operator', protocol: 1 });
    expect(await server.stop()).toBe(0);
    silent.close();
  });
});
