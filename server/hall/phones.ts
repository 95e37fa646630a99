// The lane of the phones: sends the newest whole view to everyone who is here, and to everyone who comes. A phone can say
// nothing yet, so the largest message it may send is the one that opens the connection.
import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import type { AudienceView } from '#domain/roles/audience-view.ts';
import type { HallToPhone } from '#protocol/hall.ts';
import type { ViewMessage } from '#protocol/messages.ts';
import { PROTOCOL_VERSION } from '#protocol/version.ts';

const maxMessageBytes = 2 * 1024;
/** More than any hall that one laptop serves; a limit on everything. */
const maxConnections = 20_000;

export interface Phones {
  show(message: ViewMessage<AudienceView>): void;
  close(): Promise<void>;
}

export function openPhones(http: HttpServer): Phones {
  http.maxConnections = maxConnections;
  const io = new Server<Record<string, never>, HallToPhone>(http, {
    serveClient: false,
    // WebSocket first; polling stays as the way through captive networks.
    transports: ['websocket', 'polling'],
    maxHttpBufferSize: maxMessageBytes,
    // Compressing for every single phone costs seconds at five thousand of them.
    perMessageDeflate: false,
    connectTimeout: 10_000,
    pingInterval: 15_000,
    pingTimeout: 10_000,
  });
  let newest: ViewMessage<AudienceView> | null = null;

  io.use((socket, next) => {
    const { protocol } = socket.handshake.auth as { protocol?: unknown };
    next(protocol === PROTOCOL_VERSION ? undefined : new Error('protocol.too-old'));
  });
  io.on('connection', (socket) => {
    if (newest !== null) socket.emit('view', newest);
  });

  return {
    show(message) {
      newest = message;
      io.emit('view', message);
    },
    close: () => io.close(),
  };
}
