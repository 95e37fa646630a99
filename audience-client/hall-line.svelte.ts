// A phone's line to the hall: holds the newest whole view and the votes that are coming in, and says whether they can still be
// trusted. A page that was put away asks anew when it comes back, because a sleeping phone believes for a while that it is
// connected.
import type { RunId } from '#domain/ids.ts';
import type { AudienceView } from '#domain/roles/audience-view.ts';
import type { LiveVotes } from '#domain/voting/live-votes.ts';
import type { MineAnswer, MineMessage, PhoneHello, VoteAnswer, VoteMessage } from '#protocol/hall.ts';
import type { ViewMessage } from '#protocol/messages.ts';
import { PROTOCOL_VERSION } from '#protocol/version.ts';
import { HallSocket } from './hall-socket.ts';

/** Shorter gaps (a hall that is started again, a hand over the antenna) are nobody's business. */
const quietGapMs = 2_000;
const staleAfterHiddenMs = 8_000;

export class HallLine {
  view = $state.raw<AudienceView | null>(null);
  /** What is coming in, of polls that show it. */
  votes = $state.raw<readonly LiveVotes[]>([]);
  /** Cut off for so long that the reader should know. */
  isLost = $state(false);
  /** When the hall was last heard: what is shown is from then. */
  heardAt = $state(Date.now());
  /** Told of every view, before it is shown, and whether it is the first of its connection. */
  onView: (epoch: string, view: AudienceView, isFirst: boolean) => void = () => {};
  private readonly socket: HallSocket;
  private newest = { epoch: '', seq: -1 };
  private lostTimer: ReturnType<typeof setTimeout> | null = null;
  private hiddenAt = 0;

  constructor() {
    const hello: PhoneHello = { protocol: PROTOCOL_VERSION };
    this.socket = new HallSocket(hello, {
      onOpen: () => {
        this.heard();
        this.isLost = false;
        if (this.lostTimer !== null) clearTimeout(this.lostTimer);
        this.lostTimer = null;
        // The first view of a connection is the truth, whatever was shown before.
        this.newest = { epoch: '', seq: -1 };
      },
      onHeard: () => this.heard(),
      onEvent: (name, what) => {
        if (name === 'view') this.take(what as ViewMessage<AudienceView>);
        else if (name === 'votes') this.votes = what as readonly LiveVotes[];
      },
      onLost: () => this.missed(),
      onRefused: (code) => {
        // A hall of another version has another page.
        if (code === 'protocol.too-old') location.reload();
      },
    });
    document.addEventListener('visibilitychange', () => this.cameOrWent());
    window.addEventListener('pageshow', (event) => event.persisted && this.dialAnew());
    window.addEventListener('online', () => this.dialAnew());
    this.missed();
    this.socket.dial();
  }

  dialAnew(): void {
    this.missed();
    this.socket.dial();
  }

  liveVotesOf(run: RunId): LiveVotes | null {
    return this.votes.find((known) => known.run === run) ?? null;
  }

  /** Null when nobody knows whether it arrived: send the same operation again. */
  vote(message: VoteMessage): Promise<VoteAnswer | null> {
    return this.socket.ask('vote', message);
  }

  mine(message: MineMessage): Promise<MineAnswer | null> {
    return this.socket.ask('mine', message);
  }

  private cameOrWent(): void {
    if (document.visibilityState === 'hidden') this.hiddenAt = Date.now();
    else if (!this.socket.isOpen || Date.now() - this.hiddenAt > staleAfterHiddenMs) this.dialAnew();
  }

  private take({ epoch, seq, view }: ViewMessage<AudienceView>): void {
    const isFirst = this.newest.seq < 0;
    if (epoch === this.newest.epoch && seq < this.newest.seq) return;
    this.newest = { epoch, seq };
    this.onView(epoch, view, isFirst);
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
