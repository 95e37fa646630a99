// The floors of the hall in one process: the same Socket.IO with the same settings and no storage, and beside it bare TCP that answers
// the upgrade and writes ready frames. What they need is what the machine asks for; everything above it is ours. Started by hall-bench.ts.
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { Socket } from 'node:net';
import { Server } from 'socket.io';

export type FloorOrder =
  /** The view that is sent to whoever comes, as the real hall sends it. */
  | { readonly kind: 'view'; readonly view: unknown }
  /** Pushed to everybody: by Socket.IO, or as one ready frame to the bare sockets. */
  | { readonly kind: 'push'; readonly over: 'socket.io' | 'bare' }
  | { readonly kind: 'memory' };
export type FloorReport =
  | { readonly kind: 'ready'; readonly url: string; readonly bareUrl: string }
  | { readonly kind: 'pushed'; readonly at: string }
  | { readonly kind: 'memory'; readonly bytes: number };

const report = (message: FloorReport) => process.send?.(message);
let view: unknown = {};
let seq = 0;

const http = createServer();
const io = new Server(http, {
  serveClient: false,
  transports: ['websocket'],
  perMessageDeflate: false,
  pingInterval: 15_000,
  pingTimeout: 10_000,
});
io.on('connection', (socket) => {
  socket.emit('view', { epoch: 'floor', seq, view });
  socket.on('vote', (_message: unknown, answer: (answer: object) => void) => {
    answer({ ok: true, run: 'run-1', choice: ['entry-1'], receipt: 'AAAAABBBBB', at: Date.now() });
  });
});

/** A server's frame: unmasked. */
function readyFrame(text: string): Buffer {
  const payload = Buffer.from(text);
  const head =
    payload.length < 126
      ? Buffer.from([0x81, payload.length])
      : Buffer.from([0x81, 126, payload.length >> 8, payload.length & 255]);
  return Buffer.concat([head, payload]);
}
const packet = () => readyFrame(`42${JSON.stringify(['view', { epoch: 'floor', seq, view }])}`);

const bare = createServer();
const sockets = new Set<Socket>();
bare.on('upgrade', (request, socket: Socket) => {
  const key = `${request.headers['sec-websocket-key'] ?? ''}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
  const accept = createHash('sha1').update(key).digest('base64');
  socket.setNoDelay(true);
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  );
  socket.write(readyFrame('0{"sid":"x","upgrades":[],"pingInterval":60000,"pingTimeout":60000,"maxPayload":2048}'));
  socket.once('data', () => {
    socket.write(readyFrame('40{"sid":"x"}'));
    socket.write(packet());
    sockets.add(socket);
    socket.on('data', () => {});
  });
  socket.on('error', () => {});
  socket.on('close', () => sockets.delete(socket));
});

process.on('message', (order: FloorOrder) => {
  switch (order.kind) {
    case 'view':
      view = order.view;
      return;
    case 'push': {
      seq += 1;
      const at = String(process.hrtime.bigint());
      if (order.over === 'socket.io') io.emit('view', { epoch: 'floor', seq, view });
      else {
        const frame = packet();
        for (const socket of sockets) socket.write(frame);
      }
      return void report({ kind: 'pushed', at });
    }
    case 'memory':
      globalThis.gc?.();
      return void report({ kind: 'memory', bytes: process.memoryUsage.rss() });
  }
});

const portOf = (server: ReturnType<typeof createServer>) => {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
};
http.listen(0, '127.0.0.1', () =>
  bare.listen(0, '127.0.0.1', () =>
    report({
      kind: 'ready',
      url: `http://127.0.0.1:${portOf(http)}`,
      bareUrl: `http://127.0.0.1:${portOf(bare)}`,
    }),
  ),
);
