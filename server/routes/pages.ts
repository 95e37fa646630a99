// The pages: which built file answers which address. Pages are always asked for anew; files with a hash in their name
// are kept for ever.
import fastifyStatic from '@fastify/static';
import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Web } from '../web.ts';

const pages: readonly (readonly [string, string])[] = [
  ['/', 'host-client/welcome.html'],
  ['/host', 'host-client/index.html'],
  ['/judge', 'judge-client/index.html'],
  ['/j/:key', 'judge-client/index.html'],
  ['/screen', 'display-client/index.html'],
  ['/cue', 'host-client/cue.html'],
  ['/cue/:key', 'host-client/cue.html'],
  ['/print/:what', 'host-client/print.html'],
];

/** `clients` is the folder of built files. */
export async function pageRoutes(web: Web, clients: string): Promise<void> {
  // Only lends reply.sendFile to the pages below; nothing of the folder is served by name.
  await web.register(fastifyStatic, { root: clients, serve: false });
  await web.register(fastifyStatic, {
    root: join(clients, 'assets'),
    prefix: '/assets/',
    serve: existsSync(join(clients, 'assets')),
    preCompressed: true,
    decorateReply: false,
    cacheControl: false,
    index: false,
    setHeaders: (reply, path) => {
      if (path.includes(`${sep}assets${sep}`)) reply.header('cache-control', 'public, max-age=31536000, immutable');
    },
  });
  for (const [address, file] of pages)
    web.get(address, { schema: { hide: true } }, (_request, reply) =>
      reply.header('cache-control', 'no-cache').sendFile(file, clients),
    );
}
