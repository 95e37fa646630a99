// A display: a big screen or a phone. It keeps every frame it was ever sent; a slow one reads a kilobyte a second, another never.
import type { Chance } from '../chance.ts';
import { canonical } from '../checker/chain.ts';
import { inMs, nanos } from '../clock.ts';
import { LaneSocket } from '../wire/lane-socket.ts';
import type { ViewMessage } from '../wire/messages.ts';
import type { Venue } from './device.ts';

/** They are long, and hold no numbers. */
const pictures = /"data:image[^"]*"/g;

export interface DisplayKind {
  readonly name: string;
  readonly role: 'screen' | 'phone';
  readonly cookie: string;
  readonly reads: 'all' | 'never' | number;
  /** Which port it dials; phones have the hall's. */
  readonly port: () => number | null;
}

export class Display {
  readonly kind: DisplayKind;
  pairingCode: string | null = null;
  isPaired = false;
  last: ViewMessage | null = null;
  lastText = '';
  private readonly venue: Venue;
  private readonly chance: Chance;
  private lane: LaneSocket | null = null;
  private isClosed = false;
  private heard = nanos();
  private heardBytes = 0;
  private readonly clockwork: NodeJS.Timeout;

  constructor(venue: Venue, kind: DisplayKind, chance: Chance) {
    this.venue = venue;
    this.kind = kind;
    this.chance = chance;
    this.clockwork = setInterval(() => this.tick(), 100);
    this.connect();
  }

  get isOnline(): boolean {
    return this.lane?.isOpen === true;
  }

  reload(): void {
    this.lane?.cut('close');
  }

  close(): void {
    this.isClosed = true;
    clearInterval(this.clockwork);
    this.lane?.cut('close');
  }

  private connect(): void {
    const { name, role, cookie, reads, port } = this.kind;
    const at = port();
    if (this.isClosed || this.lane !== null || at === null) return;
    const lane = new LaneSocket({
      port: at,
      owner: name,
      cookie,
      reads,
      auth: role === 'screen' ? { role, protocol: 1 } : { protocol: 1 },
      onEvent: (event, json) => this.hear(event, json),
      onEnd: (code) => {
        if (this.lane !== lane) return;
        const wasOpen = lane.wasOpen;
        this.lane = null;
        if (reads !== 'all' && wasOpen) this.venue.history.counters.add('slow displays cut off or away');
        if (code !== null) this.venue.history.tell(`ended ${name} ${code}`);
        setTimeout(() => this.connect(), this.chance.between(30, 300));
      },
    });
    this.lane = lane;
    [this.heard, this.heardBytes] = [nanos(), 0];
  }

  private hear(event: string, json: string): void {
    if (event === 'screen') {
      const screen = JSON.parse(json) as { pairingCode: string; isPaired: boolean };
      [this.pairingCode, this.isPaired] = [screen.pairingCode, screen.isPaired];
    }
    if (event !== 'view') return;
    const message = JSON.parse(json.replace(pictures, '"a picture"')) as ViewMessage;
    this.last = message;
    this.lastText = canonical(message.view);
    const { epoch, seq } = message;
    this.venue.history.frames.push({ at: nanos(), display: this.kind.name, epoch, seq, view: this.lastText });
  }

  private tick(): void {
    if (this.lane === null) return this.connect();
    if (this.kind.reads !== 'all') return;
    if (this.lane.received !== this.heardBytes) [this.heard, this.heardBytes] = [nanos(), this.lane.received];
    const silentMs = this.kind.role === 'phone' ? 26_000 : 6500;
    if (inMs(this.heard) > (this.lane.isOpen ? silentMs : 2500)) this.lane.cut('reset');
  }
}
