// Opens the first port of a list that can be had.
import type { FastifyInstance } from 'fastify';

/** What can be done about it is another port; anything else is said as it is. */
const portIsNotOurs = ['EADDRINUSE', 'EACCES'];

type Listening = Pick<FastifyInstance, 'listen' | 'server'>;

/** @returns the port, or null when none of them can be had. */
export async function listen(web: Listening, host: string, ports: readonly number[]): Promise<number | null> {
  for (const port of ports) {
    try {
      await web.listen({ host, port });
      const address = web.server.address();
      return typeof address === 'object' && address !== null ? address.port : port;
    } catch (error) {
      if (!portIsNotOurs.includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    }
  }
  return null;
}
