// Finds a port: the one asked for, or 80 where this user may have it, or the first free one from 8080 on.
import type { Web } from './web.ts';

const fallbackPorts = [80, ...Array.from({ length: 20 }, (_, index) => 8080 + index)];

/** @returns the port, or null when the one asked for, or all of them, cannot be had. */
export async function listen(web: Web, host: string, port: number | null): Promise<number | null> {
  for (const candidate of port === null ? fallbackPorts : [port]) {
    try {
      await web.listen({ host, port: candidate });
      const address = web.server.address();
      return typeof address === 'object' && address !== null ? address.port : candidate;
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
    }
  }
  return null;
}
