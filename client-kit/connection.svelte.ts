// One device's line to the server: holds the newest whole view, says whether it is connected, sends commands. What is
// shown after a cut is the server's next view, never something put together here.
import { io, type Socket } from 'socket.io-client';
import type { Command } from '#domain/commands.ts';
import type { EntryId, OpId } from '#domain/ids.ts';
import type { LiveVotes } from '#domain/voting/live-votes.ts';
import type {
  Answer,
  DraftMessage,
  HomeMessage,
  KeptDraft,
  Presence,
  ScreenMessage,
  ServerCode,
  StatusMessage,
  ViewMessage,
  ViewOf,
  WireRole,
} from '#protocol/messages.ts';
import { PROTOCOL_VERSION } from '#protocol/version.ts';
import { makeOpId } from './op-id.ts';
import { pageVersion } from './page-version.ts';
import { ServerClock } from './server-clock.ts';

export type ConnectionState = 'connecting' | 'online' | 'reconnecting' | 'closed';

const answerTimeoutMs = 5000;
const statusEveryMs = 4000;
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
  home = $state.raw<HomeMessage | null>(null);
  state = $state<ConnectionState>('connecting');
  /** On this connection's own clock. */
  offlineSince = $state<number | null>(null);
  closedBy = $state<ServerCode | null>(null);
  presence = $state.raw<Presence | null>(null);
  screen = $state.raw<ScreenMessage | null>(null);
  /** What is coming in, of polls that are open and tell of it. */
  votes = $state.raw<readonly LiveVotes[]>([]);
  /** What an earlier device of this seat had not handed in, as this connection was told when it began. */
  drafts = $state.raw<readonly KeptDraft[]>([]);
  readonly role: R;
  private readonly socket: Socket;
  private readonly clock = new ServerClock();
  private isFirstView = true;
  private waiting = 0;
  private readonly statusTimer: ReturnType<typeof setInterval>;
  private readonly returnTimer: ReturnType<typeof setInterval>;

  constructor(role: R) {
    this.role = role;
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
      this.tellStatus();
      this.askClock();
    });
    this.socket.on('disconnect', () => this.lost());
    this.socket.on('connect_error', (error: Error) =>
      finalCodes.includes(error.message) ? this.ended(error.message as ServerCode) : this.lost(),
    );
    this.returnTimer = setInterval(() => this.returnByItself(), returnEveryMs);
    this.socket.on('closed', (code: ServerCode) => this.ended(code));
    this.socket.on('home', (home: HomeMessage) => (this.home = home));
    this.socket.on('drafts', (drafts: readonly KeptDraft[]) => (this.drafts = drafts));
    this.socket.on('presence', (presence: Presence) => (this.presence = presence));
    this.socket.on('screen', (screen: ScreenMessage) => (this.screen = screen));
    this.socket.on('votes', (votes: readonly LiveVotes[]) => (this.votes = votes));
    this.socket.on('view', (message: ViewMessage<ViewOf[R]>) => this.take(message));
    this.statusTimer = setInterval(() => this.askClock(), statusEveryMs);
    // A page that slept asks for the truth instead of trusting what it remembers.
    for (const event of ['online', 'pageshow', 'focus']) window.addEventListener(event, this.wake);
    document.addEventListener('visibilitychange', this.wake);
  }

  /** The epochs this event was restored from, oldest first. */
  get ancestors(): readonly string[] {
    return this.home?.ancestors ?? [];
  }

  /** The server's clock, in ms; a clock that is set on this device changes nothing. */
  now(): number {
    return this.clock.now();
  }

  get isClockSet(): boolean {
    return this.clock.isSet;
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
  report(draft: DraftMessage): void {
    if (this.socket.connected) this.socket.emit('draft', draft);
  }

  /** Nobody shall be given this draft any more. */
  reportDiscarded(entry: EntryId): void {
    this.drafts = this.drafts.filter((draft) => draft.entry !== entry);
    this.report({ entry, filled: 0 });
  }

  /** How many scores this device has not delivered. */
  reportWaiting(waiting: number): void {
    if (this.waiting === waiting) return;
    this.waiting = waiting;
    this.tellStatus();
  }

  /** Tries at once; the library alone would wait for its next turn. */
  dial(): void {
    if (this.state === 'closed' || this.socket.connected) return;
    this.socket.disconnect();
    this.socket.connect();
  }

  close(): void {
    clearInterval(this.statusTimer);
    clearInterval(this.returnTimer);
    for (const event of ['online', 'pageshow', 'focus']) window.removeEventListener(event, this.wake);
    document.removeEventListener('visibilitychange', this.wake);
    this.socket.close();
  }

  private readonly wake = (): void => {
    if (document.visibilityState !== 'visible') return;
    if (this.state === 'reconnecting') this.dial();
    // In some browsers no clock runs while the device sleeps.
    else this.askClock();
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
    this.offlineSince ??= this.now();
    this.state = this.view === null ? 'connecting' : 'reconnecting';
  }

  private ended(code: ServerCode): void {
    this.closedBy = code;
    this.state = 'closed';
    this.socket.close();
  }

  private tellStatus(): void {
    const status: StatusMessage = {
      waiting: this.waiting,
      roundTripMs: this.clock.roundTripMs,
      version: pageVersion,
    };
    if (this.socket.connected) this.socket.emit('status', status);
  }

  private askClock(): void {
    if (!this.socket.connected) return;
    const asked = performance.now();
    this.socket.timeout(answerTimeoutMs).emit('clock', (error: Error | null, now: number) => {
      if (!error) this.clock.set(now, asked);
      this.tellStatus();
    });
  }
}
