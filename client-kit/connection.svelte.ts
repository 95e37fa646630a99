// One device's line to the server: holds the newest whole view, says whether it is connected, sends commands. What is
// shown after a cut is the server's next view, never something put together here.
import { io, type Socket } from 'socket.io-client';
import type { Command } from '#domain/commands.ts';
import type { EntryId, OpId } from '#domain/ids.ts';
import type { Answer, Presence, ScreenMessage, ServerCode, ViewMessage, ViewOf, WireRole } from '#protocol/messages.ts';
import { PROTOCOL_VERSION } from '#protocol/version.ts';
import { makeOpId } from './op-id.ts';

export type ConnectionState = 'connecting' | 'online' | 'reconnecting' | 'closed';

const answerTimeoutMs = 5000;
const clockEveryMs = 60_000;
const returnEveryMs = 2000;
/** Codes after which the same session will not be let in again. */
const finalCodes: readonly string[] = [
  'session.missing',
  'session.revoked',
  'seat.taken-over',
  'event.other',
  'protocol.too-old',
];

export class Connection<R extends WireRole> {
  view = $state.raw<ViewOf[R] | null>(null);
  seq = $state(0);
  epoch = $state('');
  state = $state<ConnectionState>('connecting');
  offlineSince = $state<number | null>(null);
  closedBy = $state<ServerCode | null>(null);
  presence = $state.raw<Presence | null>(null);
  screen = $state.raw<ScreenMessage | null>(null);
  private readonly socket: Socket;
  private clockOffset = 0;
  private isFirstView = true;
  private readonly clockTimer: ReturnType<typeof setInterval>;
  private readonly returnTimer: ReturnType<typeof setInterval>;

  constructor(role: R) {
    this.socket = io({
      transports: ['websocket', 'polling'],
      auth: { role, protocol: PROTOCOL_VERSION },
      reconnectionDelay: 500,
      reconnectionDelayMax: 5000,
      timeout: 5000,
    });
    this.socket.on('connect', () => {
      this.state = 'online';
      this.offlineSince = null;
      this.isFirstView = true;
      this.askClock();
    });
    this.socket.on('disconnect', () => this.lost());
    this.socket.on('connect_error', (error: Error) =>
      finalCodes.includes(error.message) ? this.ended(error.message as ServerCode) : this.lost(),
    );
    this.returnTimer = setInterval(() => this.returnByItself(), returnEveryMs);
    this.socket.on('closed', (code: ServerCode) => this.ended(code));
    this.socket.on('presence', (presence: Presence) => (this.presence = presence));
    this.socket.on('screen', (screen: ScreenMessage) => (this.screen = screen));
    this.socket.on('view', (message: ViewMessage<ViewOf[R]>) => this.take(message));
    this.clockTimer = setInterval(() => this.askClock(), clockEveryMs);
    // A page that slept asks for the truth instead of trusting what it remembers.
    for (const event of ['online', 'pageshow', 'focus']) window.addEventListener(event, this.wake);
    document.addEventListener('visibilitychange', this.wake);
  }

  /** The server's clock, in ms. */
  now(): number {
    return Date.now() + this.clockOffset;
  }

  /** One try. `server.unavailable` means that nobody knows whether it arrived: send the same opId again. */
  async send(command: Command, opId: OpId = makeOpId()): Promise<Answer> {
    try {
      return (await this.socket.timeout(answerTimeoutMs).emitWithAck('command', { opId, command })) as Answer;
    } catch {
      return { ok: false, code: 'server.unavailable', params: {}, retryable: true };
    }
  }

  /** Tells the console how far a sheet is filled in; lost when offline, and that is fine. */
  report(entry: EntryId, filled: number): void {
    if (this.socket.connected) this.socket.emit('draft', { entry, filled });
  }

  /** Tries at once; the library alone would wait for its next turn. */
  dial(): void {
    if (this.state === 'closed' || this.socket.connected) return;
    this.socket.disconnect();
    this.socket.connect();
  }

  close(): void {
    clearInterval(this.clockTimer);
    clearInterval(this.returnTimer);
    for (const event of ['online', 'pageshow', 'focus']) window.removeEventListener(event, this.wake);
    document.removeEventListener('visibilitychange', this.wake);
    this.socket.close();
  }

  private readonly wake = (): void => {
    if (document.visibilityState === 'visible' && this.state === 'reconnecting') this.dial();
  };

  /** A server that hung up or refused the handshake is not dialled again by the library: the page does it. */
  private returnByItself(): void {
    if (this.state !== 'closed' && !this.socket.active) this.socket.connect();
  }

  private take({ epoch, seq, view }: ViewMessage<ViewOf[R]>): void {
    const isNewer = this.isFirstView || epoch !== this.epoch || seq >= this.seq;
    if (!isNewer) return;
    this.isFirstView = false;
    this.epoch = epoch;
    this.seq = seq;
    this.view = view;
  }

  private lost(): void {
    if (this.state === 'closed') return;
    this.offlineSince ??= Date.now();
    this.state = this.view === null ? 'connecting' : 'reconnecting';
  }

  private ended(code: ServerCode): void {
    this.closedBy = code;
    this.state = 'closed';
    this.socket.close();
  }

  private askClock(): void {
    const asked = Date.now();
    this.socket.timeout(answerTimeoutMs).emit('clock', (error: Error | null, now: number) => {
      // Half of the round trip is the best guess for one way.
      if (!error) this.clockOffset = now - (asked + Date.now()) / 2;
    });
  }
}
