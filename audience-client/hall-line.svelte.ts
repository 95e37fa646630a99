// A phone's line to the hall: holds the newest whole view and says whether it can still be trusted. A page that was put
// away asks anew when it comes back, because a sleeping phone believes for a while that it is connected.
import { io, type Socket } from 'socket.io-client';
import type { AudienceView } from '#domain/roles/audience-view.ts';
import type { HallToPhone, PhoneHello } from '#protocol/hall.ts';
import type { ViewMessage } from '#protocol/messages.ts';
import { PROTOCOL_VERSION } from '#protocol/version.ts';

/** Shorter gaps (a hall that is started again, a hand over the antenna) are nobody's business. */
const quietGapMs = 2_000;
const staleAfterHiddenMs = 8_000;

export class HallLine {
  view = $state.raw<AudienceView | null>(null);
  /** Cut off for so long that the reader should know. */
  isLost = $state(false);
  /** When the hall was last heard: what is shown is from then. */
  heardAt = $state(Date.now());
  private readonly socket: Socket<HallToPhone>;
  private newest = { epoch: '', seq: -1 };
  private lostTimer: ReturnType<typeof setTimeout> | null = null;
  private hiddenAt = 0;

  constructor() {
    const auth: PhoneHello = { protocol: PROTOCOL_VERSION };
    this.socket = io({
      transports: ['websocket', 'polling'],
      auth,
      reconnectionDelay: 500,
      reconnectionDelayMax: 5_000,
      timeout: 5_000,
    });
    this.socket.on('connect', () => {
      this.heard();
      this.isLost = false;
      if (this.lostTimer !== null) clearTimeout(this.lostTimer);
      this.lostTimer = null;
      // The first view of a connection is the truth, whatever was shown before.
      this.newest = { epoch: '', seq: -1 };
    });
    this.socket.on('disconnect', (reason) => {
      this.missed();
      // A server that hangs up on purpose is not dialled again by the library.
      if (reason === 'io server disconnect') this.socket.connect();
    });
    this.socket.on('connect_error', (error) => {
      // A hall of another version has another page.
      if (error.message === 'protocol.too-old') location.reload();
      this.missed();
    });
    this.socket.on('view', (message) => this.take(message));
    this.socket.io.on('ping', () => this.heard());
    document.addEventListener('visibilitychange', () => this.cameOrWent());
    window.addEventListener('pageshow', (event) => event.persisted && this.dialAnew());
    window.addEventListener('online', () => this.dialAnew());
    this.missed();
  }

  dialAnew(): void {
    this.socket.disconnect().connect();
  }

  private cameOrWent(): void {
    if (document.visibilityState === 'hidden') this.hiddenAt = Date.now();
    else if (!this.socket.connected || Date.now() - this.hiddenAt > staleAfterHiddenMs) this.dialAnew();
  }

  private take({ epoch, seq, view }: ViewMessage<AudienceView>): void {
    if (epoch === this.newest.epoch && seq < this.newest.seq) return;
    this.newest = { epoch, seq };
    this.view = view;
    this.heard();
  }

  private heard(): void {
    this.heardAt = Date.now();
  }

  private missed(): void {
    this.lostTimer ??= setTimeout(() => (this.isLost = true), quietGapMs);
  }
}
