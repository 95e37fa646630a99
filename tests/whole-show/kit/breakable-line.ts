// A cable between a tablet and the server that can be pulled out: a relay of bytes on a port of its own.
import { connect, createServer, type Server, type Socket } from 'node:net';

type Direction = 'up' | 'down' | 'both';

interface State {
  isBroken: boolean;
  swallows: Direction | null;
}

export class BreakableLine {
  readonly url: string;
  private readonly relay: Server;
  private readonly sockets: Set<Socket>;
  private readonly state: State;

  private constructor(url: string, relay: Server, sockets: Set<Socket>, state: State) {
    this.url = url;
    this.relay = relay;
    this.sockets = sockets;
    this.state = state;
  }

  /** @param at a port of its own, where it must be known beforehand. */
  static async to(port: number, at = 0): Promise<BreakableLine> {
    const sockets = new Set<Socket>();
    const state: State = { isBroken: false, swallows: null };
    const relay = createServer((near) => {
      if (state.isBroken) return void near.destroy();
      const far = connect(port, '127.0.0.1');
      for (const [from, to, direction] of [
        [near, far, 'up'],
        [far, near, 'down'],
      ] as const) {
        sockets.add(from);
        from.on('data', (bytes) => {
          if (state.swallows !== direction && state.swallows !== 'both') to.write(bytes);
        });
        from.on('error', () => {});
        from.once('close', () => {
          sockets.delete(from);
          to.destroy();
        });
      }
    });
    await new Promise<void>((listening) => relay.listen(at, '127.0.0.1', listening));
    const address = relay.address();
    const own = typeof address === 'object' && address !== null ? address.port : 0;
    return new BreakableLine(`http://127.0.0.1:${own}`, relay, sockets, state);
  }

  /** Everything under way is lost, nothing new gets through. */
  break(): void {
    this.state.isBroken = true;
    this.sockets.forEach((socket) => socket.destroy());
  }

  /** The connection stands, and nothing comes through any more: up to the server, down from it, or both ways. */
  swallow(direction: Direction): void {
    this.state.swallows = direction;
  }

  mend(): void {
    this.state.isBroken = false;
    this.state.swallows = null;
  }

  close(): void {
    this.break();
    this.relay.close();
  }
}
