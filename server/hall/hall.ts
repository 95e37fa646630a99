// The hall's server, wired and listening to nothing: the audience's page, the page without script, health, the phones' lane and
// the ballot box. Of the event it holds what the audience may see, and could not leak what it was never told.
import fastifyHelmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { renderSVG } from 'uqr';
import type { BallotBox } from '#db/ballot-box.ts';
import type { AudienceView } from '#domain/roles/audience-view.ts';
import type { HallReport, HallUpdate } from '#protocol/hall.ts';
import type { ViewMessage } from '#protocol/messages.ts';
import { serverWording } from '#protocol/wording.ts';
import { pageHeaders } from '../page-headers.ts';
import { Callers } from './callers.ts';
import { Closing } from './closing.ts';
import { ComingIn } from './coming-in.ts';
import { openPhones } from './phones.ts';
import { plainRoutes } from './plain-routes.ts';
import { PollingPlace } from './polling-place.ts';
import { receiptsPage } from './receipts-page.ts';

export interface HallOptions {
  /** The folder of the built audience page. */
  readonly pages: string;
  readonly logger: FastifyServerOptions['logger'];
  readonly box: BallotBox;
  readonly report: (report: HallReport) => void;
}

export interface Hall {
  readonly web: FastifyInstance;
  take(update: HallUpdate): void;
}

export async function buildHall({ pages, logger, box, report }: HallOptions): Promise<Hall> {
  const web: FastifyInstance = Fastify({
    forceCloseConnections: true,
    bodyLimit: 1024,
    requestTimeout: 10_000,
    ...(logger === undefined ? {} : { logger }),
  });
  const place = new PollingPlace(box);
  const callers = new Callers(box.key);
  const phones = openPhones(web.server, place, callers);
  const closing = new Closing(box, place, report);
  const comingIn = new ComingIn(box, {
    toPhones: (votes) => phones.showVotes(votes),
    toServer: (votes) => report({ kind: 'votes', votes }),
  });
  place.onVotes(() => comingIn.changed());
  let newest: ViewMessage<AudienceView> | null = null;

  web.addHook('preClose', () => phones.close());
  web.addHook('onClose', () => {
    closing.stop();
    comingIn.stop();
  });
  // By what a phone is known again, for its ballot; every page brings it.
  web.addHook('onRequest', async ({ url, headers }, reply) => {
    const cookie = /^\/(?:plain)?(?:\?|$)/.test(url) ? callers.cookieFor(headers) : null;
    if (cookie !== null) void reply.header('set-cookie', cookie);
  });
  await web.register(fastifyHelmet, pageHeaders);
  await web.register(fastifyStatic, {
    root: join(pages, 'assets'),
    prefix: '/assets/',
    serve: existsSync(join(pages, 'assets')),
    preCompressed: true,
    cacheControl: false,
    index: false,
    setHeaders: (reply) => void reply.header('cache-control', 'public, max-age=31536000, immutable'),
  });

  web.setNotFoundHandler((_request, reply) =>
    reply.code(404).send({ code: 'page.missing', message: serverWording['page.missing'] }),
  );
  web.get('/', (_request, reply) =>
    reply.header('cache-control', 'no-cache').sendFile('audience-client/index.html', pages),
  );
  plainRoutes(web, () => newest?.view ?? null, place, callers);
  // Drawn here, so that no phone has to load the drawing: the address by which this very phone has come.
  web.get('/code.svg', (request, reply) =>
    reply
      .header('cache-control', 'no-cache')
      .type('image/svg+xml')
      .send(renderSVG(`http://${request.host}/`, { ecc: 'M', border: 4 })),
  );
  web.get<{ Params: { run: string } }>('/receipts/:run', (request, reply) => {
    const text = receiptsPage(box, newest?.view ?? null, request.params.run);
    if (text === null) return reply.callNotFound();
    return reply.header('cache-control', 'no-cache').type('text/plain; charset=utf-8').send(text);
  });
  web.get('/healthz', async () => ({ ok: true, epoch: newest?.epoch ?? null, seq: newest?.seq ?? null }));

  return {
    web,
    take(update) {
      switch (update.kind) {
        case 'audience-view':
          newest = update.message;
          return phones.show(update.message);
        case 'ballots':
          return place.takeBallots(update.batches, update.revoked);
        case 'copy-box': {
          const { to } = update;
          const copied = (isWhole: boolean) => report({ kind: 'box-copied', to, isWhole });
          return void box.copyTo(to).then(
            () => copied(true),
            () => copied(false),
          );
        }
        case 'runs': {
          const runs = place.takeRuns(update.runs);
          closing.takeRuns(runs);
          return comingIn.takeRuns(runs);
        }
      }
    },
  };
}
