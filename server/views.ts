// Who is shown what, when something changed: each distinct seat's view is built once per turn of the event loop, encoded
// once for all its screens, and sent only when it differs from what that seat was sent last.
import { viewFor } from '#domain/roles/index.ts';
import type { Seat } from '#domain/seat.ts';
import { canonicalJson } from '#db/chain.ts';
import type { ViewMessage, ViewOf, WireRole } from '#protocol/messages.ts';
import type { LiveEvent } from './live-event.ts';

export type AnyView = ViewOf[WireRole];

/** The room of all connections that see the same bytes: every paired screen shares one. */
export function roomOf(seat: Seat): string {
  return seat.role === 'screen' ? 'screen' : canonicalJson(seat);
}

const urgency = ({ role }: Seat): number => ['screen', 'cue', 'judge', 'operator'].indexOf(role);

export interface ViewSender {
  /** Sends to every connection in the room; `json` is the message, encoded once. */
  send(room: string, message: ViewMessage<AnyView>, json: string): void;
}

export class Views {
  private readonly event: LiveEvent;
  private readonly sender: ViewSender;
  private readonly rooms = new Map<string, { readonly seat: Seat; sent: string; watchers: number }>();
  private isScheduled = false;

  constructor(event: LiveEvent, sender: ViewSender) {
    this.event = event;
    this.sender = sender;
    event.onChange(() => this.schedule());
  }

  /** Null when the seat no longer exists. */
  messageFor(seat: Seat): ViewMessage<AnyView> | null {
    if (seat.role === 'audience') return null;
    const view = viewFor(this.event.state, seat) as AnyView | null;
    return view === null ? null : { epoch: this.event.epoch, seq: this.event.seq, view };
  }

  /** A connection begins to watch; it gets its first view from messageFor. */
  watch(seat: Seat): () => void {
    const room = roomOf(seat);
    const watched = this.rooms.get(room) ?? { seat, sent: '', watchers: 0 };
    watched.watchers += 1;
    this.rooms.set(room, watched);
    return () => {
      watched.watchers -= 1;
      if (watched.watchers === 0) this.rooms.delete(room);
    };
  }

  private schedule(): void {
    if (this.isScheduled) return;
    this.isScheduled = true;
    setImmediate(() => {
      this.isScheduled = false;
      this.sendAll();
    });
  }

  private sendAll(): void {
    // The hall first: a console's view is long, and no screen shall wait until it is made.
    const byUrgency = [...this.rooms].sort(([, a], [, b]) => urgency(a.seat) - urgency(b.seat));
    for (const [room, watched] of byUrgency) {
      const message = this.messageFor(watched.seat);
      if (message === null) continue;
      const bytes = JSON.stringify(message.view);
      if (bytes === watched.sent) continue;
      watched.sent = bytes;
      const { epoch, seq } = message;
      this.sender.send(room, message, `{"epoch":${JSON.stringify(epoch)},"seq":${seq},"view":${bytes}}`);
    }
  }
}
