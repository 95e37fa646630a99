// Wires the server together and listens to nothing: main.ts and the tests decide where.
import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import fastifySwagger from '@fastify/swagger';
import { TypeBoxValidatorCompiler, type TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify, { type FastifyServerOptions } from 'fastify';
import { EventDefinitionSchema } from '#domain/definition.ts';
import { JournalFailure } from '#db/journal.ts';
import type { SqliteStore } from '#db/sqlite.ts';
import { EventClock } from './event-clock.ts';
import { Joining } from './joining.ts';
import { LiveEvent } from './live-event.ts';
import { BallotCodes } from './ballot-codes.ts';
import { IncomingVotes } from './incoming-votes.ts';
import { PollClock } from './poll-clock.ts';
import { Backups, type BackupSettings } from './backups.ts';
import { pageHeaders } from './page-headers.ts';
import { pagesVersion } from './pages-version.ts';
import { PresenceBoard } from './presence.ts';
import { sendProblem } from './problem.ts';
import { analysisRoutes } from './routes/analysis.ts';
import { audienceRoutes } from './routes/audience.ts';
import { backupRoutes } from './routes/backups.ts';
import { ballotRoutes } from './routes/ballots.ts';
import { deskRoutes } from './routes/desk.ts';
import { explanationRoutes } from './routes/explanation.ts';
import { foundRoutes } from './routes/found.ts';
import { importRoutes } from './routes/import.ts';
import { joinRoutes } from './routes/join.ts';
import { moveRoutes } from './routes/move.ts';
import { pageRoutes } from './routes/pages.ts';
import { plainRoutes } from './routes/plain.ts';
import { Seats } from './seats.ts';
import { openLane } from './sockets.ts';
import { StorageWatch } from './storage-watch.ts';
import type { Services, Web } from './web.ts';

export interface AppOptions {
  readonly store: SqliteStore;
  readonly clients: string;
  readonly addresses: () => readonly string[];
  readonly hallAddress: () => string | null;
  /** Named at the keyboard; the operator may name more. */
  readonly spares: readonly string[];
  readonly backups: BackupSettings;
  readonly logger: FastifyServerOptions['logger'];
  /** The event's time; without one it begins anew with the wall clock. */
  readonly clock?: EventClock;
}

export interface App {
  readonly web: Web;
  readonly event: LiveEvent;
  readonly seats: Seats;
  readonly ballotCodes: BallotCodes;
  readonly incoming: IncomingVotes;
}

export async function buildApp({
  store,
  clients,
  addresses,
  hallAddress,
  spares: namedSpares,
  backups: backupSettings,
  logger,
  clock = new EventClock(),
}: AppOptions): Promise<App> {
  const web: Web = Fastify({
    forceCloseConnections: true,
    bodyLimit: 16 * 1024,
    requestTimeout: 10_000,
    trustProxy: false,
    ...(logger === undefined ? {} : { logger }),
  }).withTypeProvider<TypeBoxTypeProvider>();
  web.setValidatorCompiler(TypeBoxValidatorCompiler);

  const now = () => clock.now();
  const storage = new StorageWatch(store.journal, now);
  const event = new LiveEvent(store.journal, clock, storage);
  const backups = new Backups(store, event, clock, backupSettings);
  const seats = new Seats(store.sessions, store.journal, now);
  const spares = () => [...new Set([...namedSpares, ...event.state.spares])];
  const version = pagesVersion(clients);
  const home = () => ({
    epoch: event.epoch,
    ancestors: event.ancestors,
    addresses: [...new Set([...addresses(), ...spares()])],
    version,
  });
  const incoming = new IncomingVotes(event);
  const ballotCodes = new BallotCodes(store.ballotBatches, event, now);
  const pollClock = new PollClock(event, clock);
  const presence = new PresenceBoard(now);
  const lane = openLane(web.server, { event, seats, presence, storage, backups, clock, home, incoming });
  const services: Services = { event, seats, lane, clock, backups, ballotCodes, spares, addresses, hallAddress };

  // Sockets first: a listening Socket.IO server would keep Fastify's close waiting for ever.
  web.addHook('preClose', () => lane.close());
  web.addHook('onClose', () => {
    backups.close();
    pollClock.stop();
    store.journal.close();
  });

  await web.register(fastifyCookie);
  await web.register(fastifyHelmet, pageHeaders);
  await web.register(fastifySwagger, { openapi: { info: { title: 'Liangfen', version: '1' } } });

  web.setErrorHandler((error: { validation?: unknown; statusCode?: number }, request, reply) => {
    if (error instanceof JournalFailure) {
      storage.failed(error);
      return sendProblem(reply, 503, 'server.storage-failed');
    }
    const status = error.validation ? 400 : (error.statusCode ?? 500);
    if (status >= 500) request.log.error(error);
    return status >= 500
      ? sendProblem(reply, 500, 'server.unavailable')
      : sendProblem(reply, status, 'request.malformed');
  });
  web.setNotFoundHandler((_request, reply) => sendProblem(reply, 404, 'page.missing'));

  web.get('/healthz', async () => ({ ok: true, epoch: event.epoch, seq: event.seq, phase: event.state.phase }));
  web.get('/api/openapi.json', { schema: { hide: true } }, async () => web.swagger());
  web.get('/api/schema/event.json', async () => EventDefinitionSchema);
  const joining = new Joining(services);
  joinRoutes(web, services, joining);
  await plainRoutes(web, services, joining);
  deskRoutes(web, services);
  backupRoutes(web, services);
  ballotRoutes(web, services);
  explanationRoutes(web, services);
  analysisRoutes(web, services);
  audienceRoutes(web, services);
  foundRoutes(web, services);
  moveRoutes(web, services);
  importRoutes(web, services);
  await pageRoutes(web, clients);
  return { web, event, seats, ballotCodes, incoming };
}
