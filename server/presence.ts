// Which devices the server hears now, and how far judges have filled in their sheets. Known to this process only: after a
// restart everybody is heard again within seconds, and nothing that counts depends on it.
import type { EntryId, Millis, SeatId } from '#domain/ids.ts';
import type { Presence } from '#protocol/messages.ts';

interface Heard {
  connections: number;
  lastHeardAt: Millis | null;
}

export class PresenceBoard {
  private readonly judges = new Map<
    SeatId,
    Heard & { readonly drafts: Map<EntryId, { filled: number; at: Millis }> }
  >();
  private readonly screens = new Map<string, Heard & { name: string | null; pairingCode: string | null }>();
  /** Told by whoever watches the storage. */
  storage: Presence['storage'] = { isFailing: false, since: null, reason: null };
  /** Told by whoever makes them. */
  backups: Presence['backups'] = { newest: null, problem: null };
  private cueViews = 0;
  private operators = 0;
  private readonly now: () => number;

  constructor(now: () => number = Date.now) {
    this.now = now;
  }

  judgeCame(seat: SeatId): () => void {
    return this.came(this.judgeOf(seat));
  }

  draft(seat: SeatId, entry: EntryId, filled: number): void {
    const judge = this.judgeOf(seat);
    judge.lastHeardAt = this.now() as Millis;
    judge.drafts.set(entry, { filled, at: this.now() as Millis });
  }

  screenCame(screen: string, name: string | null, pairingCode: string): () => void {
    const heard = this.screens.get(screen) ?? { connections: 0, lastHeardAt: null, name, pairingCode };
    this.screens.set(screen, heard);
    this.nameScreen(screen, name, pairingCode);
    return this.came(heard);
  }

  nameScreen(screen: string, name: string | null, pairingCode: string): void {
    const heard = this.screens.get(screen);
    if (heard) Object.assign(heard, { name, pairingCode: name === null ? pairingCode : null });
  }

  deskCame(role: 'operator' | 'cue'): () => void {
    const step = (by: number) => (role === 'cue' ? (this.cueViews += by) : (this.operators += by));
    step(1);
    return () => void step(-1);
  }

  snapshot(): Presence {
    return {
      judges: [...this.judges].map(([seat, { connections, lastHeardAt, drafts }]) => ({
        seat,
        isOnline: connections > 0,
        lastHeardAt,
        drafts: [...drafts].map(([entry, { filled, at }]) => ({ entry, filled, at })),
      })),
      screens: [...this.screens]
        // An unpaired screen that is gone is no screen.
        .filter(([, { connections, name }]) => connections > 0 || name !== null)
        .map(([screen, { connections, lastHeardAt, name, pairingCode }]) => ({
          screen,
          name,
          pairingCode,
          isOnline: connections > 0,
          lastHeardAt,
        })),
      cueViewsOnline: this.cueViews,
      operatorsOnline: this.operators,
      storage: this.storage,
      backups: this.backups,
    };
  }

  private judgeOf(seat: SeatId) {
    const known = this.judges.get(seat) ?? {
      connections: 0,
      lastHeardAt: null,
      drafts: new Map<EntryId, { filled: number; at: Millis }>(),
    };
    this.judges.set(seat, known);
    return known;
  }

  private came(heard: Heard): () => void {
    heard.connections += 1;
    heard.lastHeardAt = this.now() as Millis;
    return () => {
      heard.connections -= 1;
      heard.lastHeardAt = this.now() as Millis;
    };
  }
}
