// The lane of the phones: sends the newest whole view to everyone who is here, and to everyone who comes, and takes their votes to
// the polling place. A connection is its cookie's phone and nothing else.
import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import type { AudienceView } from '#domain/roles/audience-view.ts';
import type { LiveVotes } from '#domain/voting/live-votes.ts';
import type { HallToPhone, MineAnswer, PhoneToHall, VoteAnswer } from '#protocol/hall.ts';
import type { ViewMessage } from '#protocol/messages.ts';
import { PROTOCOL_VERSION } from '#protocol/version.ts';
import type { Callers } from './callers.ts';
import type { PollingPlace } from './polling-place.ts';

const maxMessageBytes = 2 * 1024;
/** More than any hall that one laptop serves; a limit on everything. */
const maxConnections = 20_000;

export interface Phones {
  show(message: ViewMessage<AudienceView>): void;
  showVotes(votes: readonly LiveVotes[]): void;
  close(): Promise<void>;
}

/** A page of another site must not vote with our cookies. */
const isOwnPage = ({ origin, host }: { origin?: string | undefined; host?: string | undefined }): boolean =>
  origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);

export function openPhones(http: HttpServer, place: PollingPlace, callers: Callers): Phones {
  http.maxConnections = maxConnections;
  const io = new Server<PhoneToHall, HallToPhone>(http, {
    serveClient: false,
    // WebSocket first; polling stays as the way through captive networks.
    transports: ['websocket', 'polling'],
    maxHttpBufferSize: maxMessageBytes,
    // Compressing for every single phone costs seconds at five thousand of them.
    perMessageDeflate: false,
    connectTimeout: 10_000,
    pingInterval: 15_000,
    pingTimeout: 10_000,
    allowRequest: ({ headers }, decide) => decide(null, isOwnPage(headers)),
  });
  let newest: ViewMessage<AudienceView> | null = null;
  let votes: readonly LiveVotes[] = [];

  io.use((socket, next) => {
    const { protocol } = socket.handshake.auth as { protocol?: unknown };
    next(protocol === PROTOCOL_VERSION ? undefined : new Error('protocol.too-old'));
  });
  io.on('connection', (socket) => {
    const caller = callers.ofConnection(socket.handshake.headers);
    // The wire is not typed for strangers: whatever arrives is unknown until it is parsed.
    socket.on('vote', (message: unknown, acknowledge: unknown) => {
      if (typeof acknowledge !== 'function') return;
      void place.cast(message, caller).then(acknowledge as (answer: VoteAnswer) => void);
    });
    socket.on('mine', (message: unknown, acknowledge: unknown) => {
      const mine = typeof acknowledge === 'function' ? place.mine(message, caller) : null;
      if (mine !== null) (acknowledge as (answer: MineAnswer) => void)(mine);
    });
    if (newest !== null) socket.emit('view', newest);
    if (votes.length > 0) socket.emit('votes', votes);
  });

  return {
    show(message) {
      newest = message;
      io.emit('view', message);
    },
    showVotes(newVotes) {
      votes = newVotes;
      io.emit('votes', newVotes);
    },
    close: () => io.close(),
  };
}
