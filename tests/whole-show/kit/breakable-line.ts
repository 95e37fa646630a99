// A cable between a tablet and the server that can be pulled out: a relay of bytes on a port of its own.
import { connect, createServer, type Server, type Socket } from 'node:net';

export class BreakableLine {
  readonly url: string;
  private readonly relay: Server;
  private readonly sockets: Set<Socket>;
  private readonly state: { isBroken: boolean };

  private constructor(url: string, relay: Server, sockets: Set<Socket>, state: { isBroken: boolean }) {
    this.url = url;
    this.relay = relay;
    this.sockets = sockets;
    this.state = state;
  }

  static async to(port: number): Promise<BreakableLine> {
    const sockets = new Set<Socket>();
    const state = { isBroken: false };
    const relay = createServer((near) => {
      if (state.isBroken) return void near.destroy();
      const far = connect(port, '127.0.0.1');
      for (const [from, to] of [
        [near, far],
        [far, near],
      ] as const) {
        sockets.add(from);
        from.pipe(to);
        from.on('error', () => {});
        from.once('close', () => {
          sockets.delete(from);
          to.destroy();
        });
      }
    });
    await new Promise<void>((listening) => relay.listen(0, '127.0.0.1', listening));
    const address = relay.address();
    const own = typeof address === 'object' && address !== null ? address.port : 0;
    return new BreakableLine(`http://127.0.0.1:${own}`, relay, sockets, state);
  }

  /** Everything under way is lost, nothing new gets through. */
  break(): void {
    this.state.isBroken = true;
    this.sockets.forEach((socket) => socket.destroy());
  }

  mend(): void {
    this.state.isBroken = false;
  }

  close(): void {
    this.break();
    this.relay.close();
  }
}
