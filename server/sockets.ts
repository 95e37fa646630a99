// The lane of judges, operator, screens and cue views: Socket.IO carries commands up and whole views down. A connection is
// its session's seat and nothing else; every message is checked against the session as it is now.
import fastifyCookie from '@fastify/cookie';
import { Server, type Socket } from 'socket.io';
import type { Server as HttpServer } from 'node:http';
import type { Socket as NetSocket } from 'node:net';
import type { Millis } from '#domain/ids.ts';
import type { Seat } from '#domain/seat.ts';
import { PROTOCOL_VERSION } from '#protocol/version.ts';
import type { Answer, ClientToServer, HomeMessage, ServerCode, ServerToClient } from '#protocol/messages.ts';
import { parseCommandMessage, parseDraft, parseHello, parseStatus } from './command-parser.ts';
import { cookieName } from './cookies.ts';
import type { Backups } from './backups.ts';
import type { EventClock } from './event-clock.ts';
import type { LiveEvent } from './live-event.ts';
import type { IncomingVotes } from './incoming-votes.ts';
import { MessageBudget } from './message-budget.ts';
import type { PresenceBoard, Present } from './presence.ts';
import { pairingCode, screenMessage } from './screens.ts';
import type { Seats, Session } from './seats.ts';
import type { StorageWatch } from './storage-watch.ts';
import { ViewDelivery } from './view-delivery.ts';
import { roomOf, Views } from './views.ts';

type Wire = Server<ClientToServer, ServerToClient, Record<string, never>, { session: Session }>;
type Connected = Socket<ClientToServer, ServerToClient, Record<string, never>, { session: Session }>;

/** A definition with pictures travels over HTTP; nothing on this lane needs more. */
const maxMessageBytes = 64 * 1024;
const presenceEveryMs = 200;
/** What only grew older. */
const steadyPresenceMs = 2000;
const homeEveryMs = 5000;
/** For the answers to a closing that are still on their way. */
const closingMs = 300;

export interface Lane {
  /** Tells the device why and cuts it off. */
  end(sessionId: string, code: ServerCode): void;
  close(): Promise<void>;
}

/** The host part of an Origin header, or null when it is none. */
function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

export interface LaneParts {
  readonly event: LiveEvent;
  readonly seats: Seats;
  readonly presence: PresenceBoard;
  readonly storage: StorageWatch;
  readonly backups: Backups;
  readonly clock: EventClock;
  readonly home: () => HomeMessage;
  readonly incoming: IncomingVotes;
}

export function openLane(
  http: HttpServer,
  { event, seats, presence, storage, backups, clock, home, incoming }: LaneParts,
): Lane {
  const io: Wire = new Server(http, {
    serveClient: false,
    // WebSocket first; polling stays as the way through captive networks.
    transports: ['websocket', 'polling'],
    maxHttpBufferSize: maxMessageBytes,
    perMessageDeflate: false,
    connectTimeout: 10_000,
    // A link that ended without a word is noticed on both sides within eight seconds.
    pingInterval: 4_000,
    pingTimeout: 4_000,
    // A page of another site must not speak with our cookies: browsers do not check this for WebSockets.
    allowRequest: ({ headers }, decide) =>
      decide(null, headers.origin === undefined || hostOf(headers.origin) === headers.host),
  });

  const connections = new Set<NetSocket>();
  http.on('connection', (connection) => {
    connections.add(connection);
    connection.once('close', () => connections.delete(connection));
  });

  const views = new Views(event, new ViewDelivery(io));

  let presenceDue: { readonly timer: NodeJS.Timeout; readonly isSteady: boolean } | null = null;
  const sendPresence = () => {
    presenceDue = null;
    io.to(roomOf({ role: 'operator' })).emit('presence', presence.snapshot());
  };
  const presenceChanged = (isSteady = false) => {
    if (presenceDue !== null && (isSteady || !presenceDue.isSteady)) return;
    clearTimeout(presenceDue?.timer);
    const timer = setTimeout(sendPresence, isSteady ? steadyPresenceMs : presenceEveryMs).unref();
    presenceDue = { timer, isSteady };
  };

  let homeSent = JSON.stringify(home());
  const homeChanged = () => {
    const now = home();
    if (JSON.stringify(now) === homeSent) return;
    homeSent = JSON.stringify(now);
    io.emit('home', now);
  };
  // A computer that is given another address by the network tells those it can still reach.
  const homeTimer = setInterval(homeChanged, homeEveryMs).unref();

  storage.onChange(() => {
    const { trouble } = storage;
    presence.storage = { isFailing: trouble !== null, since: trouble?.since ?? null, reason: trouble?.reason ?? null };
    presenceChanged();
  });

  incoming.onChange(() => {
    for (const role of ['screen', 'cue', 'operator'] as const) io.to(`votes:${role}`).emit('votes', incoming.for(role));
  });

  presence.backups = backups.state;
  backups.onChange(() => {
    presence.backups = backups.state;
    presenceChanged();
  });

  const findSession = (socket: Connected): Session | ServerCode => {
    const greeting = parseHello(socket.handshake.auth);
    if (greeting === null) return 'message.malformed';
    if (greeting.protocol !== PROTOCOL_VERSION) return 'protocol.too-old';
    const token = fastifyCookie.parse(socket.handshake.headers.cookie ?? '')[cookieName(greeting.role)];
    return seats.find(token, greeting.role);
  };

  io.use((socket, next) => {
    const found = findSession(socket);
    // The code travels as the error's message: the client reads it in connect_error.
    if (typeof found === 'string') return next(new Error(found));
    socket.data.session = found;
    next();
  });

  const announce = (socket: Connected, seat: Seat): Present => {
    switch (seat.role) {
      case 'judge':
        return presence.judgeCame(seat.seat);
      case 'screen': {
        const message = screenMessage(event.state, seat.screen);
        socket.emit('screen', message);
        return presence.screenCame(seat.screen, message.name, pairingCode(seat.screen));
      }
      case 'operator':
      case 'cue':
        return presence.deskCame(seat.role);
      case 'audience':
        return { heard: () => {}, left: () => {} };
    }
  };

  /** What is coming in now, and from now on. */
  const comeToVotes = (socket: Connected, role: 'screen' | 'cue' | 'operator') => {
    void socket.join(`votes:${role}`);
    const votes = incoming.for(role);
    if (votes.length > 0) socket.emit('votes', votes);
  };

  const listen = (socket: Connected, session: Session) => {
    const { seat } = session;
    const budget = new MessageBudget(seat.role === 'operator' ? 200 : 60);
    const isRefused = () => {
      if (budget.spend()) return false;
      socket.emit('closed', 'message.too-many');
      socket.disconnect(true);
      return true;
    };
    // The wire is not typed for strangers: whatever arrives is unknown until it is parsed.
    socket.on('command', (message: unknown, acknowledge: unknown) => {
      if (isRefused() || typeof acknowledge !== 'function') return;
      const answer = acknowledge as (answer: Answer) => void;
      const parsed = parseCommandMessage(message);
      if (parsed === null) return answer({ ok: false, code: 'command.malformed', params: {}, retryable: false });
      void event.submit(seat, session.device, parsed.opId, parsed.command).then(answer);
    });
    socket.on('draft', (message: unknown) => {
      const parsed = parseDraft(message);
      if (isRefused() || parsed === null || seat.role !== 'judge') return;
      presence.draft(seat.seat, parsed);
      presenceChanged();
    });
    socket.on('status', (message: unknown) => {
      const parsed = parseStatus(message);
      if (isRefused() || parsed === null) return;
      if (seat.role === 'judge') presenceChanged(!presence.judgeStatus(seat.seat, parsed));
      else if (seat.role === 'screen') presenceChanged(!presence.screenStatus(seat.screen, parsed));
    });
    socket.on('clock', (acknowledge: unknown) => {
      if (isRefused() || typeof acknowledge !== 'function') return;
      (acknowledge as (now: Millis) => void)(clock.now());
    });
  };

  io.on('connection', (socket) => {
    const { session } = socket.data;
    const { seat } = session;
    socket.emit('home', home());
    const { heard, left } = announce(socket, seat);
    // Every sign of life counts, the answer to a ping among them.
    socket.conn.on('packet', heard);
    const unwatch = views.watch(seat);
    listen(socket, session);
    socket.on('disconnect', () => {
      left();
      unwatch();
      presenceChanged();
    });
    const isPairedOrNoScreen = seat.role !== 'screen' || event.state.screens.has(seat.screen);
    if (isPairedOrNoScreen) void socket.join(roomOf(seat));
    void socket.join(`session:${session.id}`);
    if (seat.role === 'judge') socket.emit('drafts', presence.draftsOf(seat.seat));
    const first = isPairedOrNoScreen ? views.messageFor(seat) : null;
    if (first !== null) socket.emit('view', first);
    if (seat.role === 'cue' || seat.role === 'operator' || (seat.role === 'screen' && isPairedOrNoScreen))
      comeToVotes(socket, seat.role);
    if (seat.role === 'judge' && first === null) {
      socket.emit('closed', 'session.revoked');
      socket.disconnect(true);
    }
    presenceChanged();
  });

  // Pairing and forgetting move a screen into and out of the room of screens.
  let known = event.state.screens;
  let { spares } = event.state;
  event.onChange(() => {
    // Asking the computer for its addresses at every score would cost the next judge time.
    if (event.state.spares !== spares) {
      ({ spares } = event.state);
      homeChanged();
    }
    if (event.state.screens === known) return;
    known = event.state.screens;
    for (const socket of io.sockets.sockets.values()) {
      const { seat } = socket.data.session;
      if (seat.role !== 'screen') continue;
      const message = screenMessage(event.state, seat.screen);
      socket.emit('screen', message);
      presence.nameScreen(seat.screen, message.name, message.pairingCode);
      if (!message.isPaired) {
        void socket.leave('screen');
        void socket.leave('votes:screen');
      } else if (!socket.rooms.has('screen')) {
        void socket.join('screen');
        const first = views.messageFor(seat);
        if (first !== null) socket.emit('view', first);
        comeToVotes(socket, 'screen');
      }
    }
    presenceChanged();
  });

  return {
    end(sessionId, code) {
      io.to(`session:${sessionId}`).emit('closed', code);
      io.in(`session:${sessionId}`).disconnectSockets(true);
    },
    close: async () => {
      clearInterval(homeTimer);
      // Whoever is gone without a word answers no closing either: the server's end does not wait for them.
      const cut = setTimeout(() => connections.forEach((connection) => connection.destroy()), closingMs);
      await io.close();
      clearTimeout(cut);
    },
  };
}
