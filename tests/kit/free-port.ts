// A port for a server that a test kills and starts again in the same place.
import { createServer } from 'node:net';

function isFree(port: number): Promise<boolean> {
  const probe = createServer();
  return new Promise((resolve) => {
    probe.once('error', () => resolve(false));
    probe.listen(port, '0.0.0.0', () => probe.close(() => resolve(true)));
  });
}

/**
 * Below the range from which the system takes ports for outgoing connections: while the server is down, a client that
 * dials a port of that range on its own machine can end up connected to itself and keep the port.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 12_000 + Math.floor(Math.random() * 18_000);
    // The hall's own process may want the one beside it.
    if ((await isFree(port)) && (await isFree(port + 1))) return port;
  }
}
