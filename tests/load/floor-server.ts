// The floor: the same Socket.IO with the same settings, no storage and no rules. What it needs for an answer and a push is
// what the machine asks for; everything above it is ours. Started by bench.ts, which tells it what to push.
import { createServer } from 'node:http';
import { Server } from 'socket.io';

export interface FloorOrder {
  /** A view as the real server sends it, so that both push the same bytes. */
  readonly view: unknown;
}

const http = createServer();
const io = new Server(http, {
  serveClient: false,
  transports: ['websocket', 'polling'],
  perMessageDeflate: false,
  pingInterval: 5_000,
  pingTimeout: 5_000,
});
let view: unknown = {};
let seq = 0;

io.on('connection', (socket) => {
  const { role } = socket.handshake.auth as { role?: string };
  void socket.join(role ?? '');
  socket.on('command', (_message: unknown, answer: (answer: object) => void) => {
    seq += 1;
    answer({ ok: true, seq, at: Date.now(), receipt: '01-1-AAAA', isHeld: false });
    io.to('screen').emit('view', { epoch: 'floor', seq, view });
  });
});

process.on('message', (order: FloorOrder) => (view = order.view));
http.listen(0, '127.0.0.1', () => {
  const address = http.address();
  process.send?.({ port: typeof address === 'object' && address !== null ? address.port : 0 });
});
