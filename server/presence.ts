// Which devices the server hears now, and how far judges have filled in their sheets. Known to this process only: after a
// restart everybody is heard again within seconds, and nothing that counts depends on it.
import type { EntryId, Millis, SeatId } from '#domain/ids.ts';
import type { DraftMessage, KeptDraft, Presence, StatusMessage } from '#protocol/messages.ts';

interface Heard {
  connections: number;
  lastHeardAt: Millis | null;
  version: string | null;
}

interface HeardJudge extends Heard {
  /** When connections ended, oldest first. */
  cuts: readonly number[];
  waiting: number;
  roundTripMs: number | null;
  readonly drafts: Map<EntryId, DraftMessage & { readonly at: Millis }>;
}

/** One connection as the board sees it. */
export interface Present {
  /** Anything at all came from it. */
  readonly heard: () => void;
  readonly left: () => void;
}

const recentMs = 5 * 60_000;
/** As many as a seat can have sheets. */
const draftsKept = 500;

export class PresenceBoard {
  private readonly judges = new Map<SeatId, HeardJudge>();
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

  judgeCame(seat: SeatId): Present {
    const judge = this.judgeOf(seat);
    const { heard, left } = this.came(judge);
    return {
      heard,
      left: () => {
        left();
        judge.cuts = [...this.recent(judge.cuts), this.now()];
      },
    };
  }

  draft(seat: SeatId, draft: DraftMessage): void {
    const { drafts } = this.judgeOf(seat);
    if (drafts.size >= draftsKept && !drafts.has(draft.entry)) return;
    drafts.set(draft.entry, { ...draft, at: this.now() as Millis });
  }

  /** For the next device of this very seat; nobody else is ever given them. */
  draftsOf(seat: SeatId): readonly KeptDraft[] {
    const drafts = this.judges.get(seat)?.drafts ?? new Map<EntryId, DraftMessage>();
    return [...drafts.values()].flatMap(({ entry, sheet }) => (sheet === undefined ? [] : [{ entry, ...sheet }]));
  }

  /** @returns whether the operator should see it at once. */
  judgeStatus(seat: SeatId, { waiting, roundTripMs, version }: StatusMessage): boolean {
    const judge = this.judgeOf(seat);
    const isNews = judge.waiting !== waiting || judge.version !== version;
    Object.assign(judge, { waiting, roundTripMs, version });
    return isNews;
  }

  screenStatus(screen: string, { version }: StatusMessage): boolean {
    const heard = this.screens.get(screen);
    const isNews = heard !== undefined && heard.version !== version;
    if (heard) heard.version = version;
    return isNews;
  }

  screenCame(screen: string, name: string | null, pairingCode: string): Present {
    const heard = this.screens.get(screen) ?? { connections: 0, lastHeardAt: null, version: null, name, pairingCode };
    this.screens.set(screen, heard);
    this.nameScreen(screen, name, pairingCode);
    return this.came(heard);
  }

  nameScreen(screen: string, name: string | null, pairingCode: string): void {
    const heard = this.screens.get(screen);
    if (heard) Object.assign(heard, { name, pairingCode: name === null ? pairingCode : null });
  }

  deskCame(role: 'operator' | 'cue'): Present {
    const step = (by: number) => (role === 'cue' ? (this.cueViews += by) : (this.operators += by));
    step(1);
    return { heard: () => {}, left: () => void step(-1) };
  }

  snapshot(): Presence {
    return {
      judges: [...this.judges].map(([seat, judge]) => ({
        seat,
        isOnline: judge.connections > 0,
        lastHeardAt: judge.lastHeardAt,
        cuts: this.recent(judge.cuts).length,
        waiting: judge.waiting,
        roundTripMs: judge.roundTripMs,
        version: judge.version,
        // What is on the sheets stays here.
        drafts: [...judge.drafts].map(([entry, { filled, at }]) => ({ entry, filled, at })),
      })),
      screens: [...this.screens]
        // An unpaired screen that is gone is no screen.
        .filter(([, { connections, name }]) => connections > 0 || name !== null)
        .map(([screen, { connections, lastHeardAt, version, name, pairingCode }]) => ({
          screen,
          name,
          pairingCode,
          isOnline: connections > 0,
          lastHeardAt,
          version,
        })),
      cueViewsOnline: this.cueViews,
      operatorsOnline: this.operators,
      storage: this.storage,
      backups: this.backups,
    };
  }

  private judgeOf(seat: SeatId) {
    const known: HeardJudge = this.judges.get(seat) ?? {
      connections: 0,
      lastHeardAt: null,
      version: null,
      cuts: [],
      waiting: 0,
      roundTripMs: null,
      drafts: new Map(),
    };
    this.judges.set(seat, known);
    return known;
  }

  private recent(cuts: readonly number[]): readonly number[] {
    const now = this.now();
    return cuts.filter((at) => now - at < recentMs);
  }

  private came(known: Heard): Present {
    known.connections += 1;
    const heard = () => void (known.lastHeardAt = this.now() as Millis);
    heard();
    // A link that ends in silence was heard for the last time long before.
    return { heard, left: () => void (known.connections -= 1) };
  }
}
