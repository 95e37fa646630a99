// Ports below the range from which the system takes ports for outgoing connections: while the server is down, a client that dials
// one of that range on its own machine can end up connected to itself.
import { createServer } from 'node:net';
import type { Chance } from '../chance.ts';

function isFree(port: number): Promise<boolean> {
  const probe = createServer();
  return new Promise((resolve) => {
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

/** A free one whose neighbour, which the hall takes, is free as well. */
export async function freePort(chance: Chance): Promise<number> {
  for (;;) {
    const port = chance.between(12_000, 29_000);
    if ((await isFree(port)) && (await isFree(port + 1))) return port;
  }
}
