// A device that sends commands as the product's pages do: what it wants done is stored under its own operation id before it is
// sent, and sent again until it is answered. Its storage survives a reload; its memory and its connection do not.
import type { Chance } from '../chance.ts';
import { inMs, nanos } from '../clock.ts';
import { Op, type History, type Seat } from '../history/history.ts';
import { LaneSocket } from '../wire/lane-socket.ts';
import { ask } from '../wire/http.ts';
import type { Answer, Command, Presence, ViewMessage } from '../wire/messages.ts';

/** Where the devices of one event are. */
export interface Venue {
  /** The way through the proxy. */
  readonly port: number;
  readonly history: History;
}

const answerWithinMs = 1200;
const aliveWithinMs = 6500;
const overCodes = ['session.missing', 'session.revoked', 'seat.taken-over', 'event.other', 'protocol.too-old'];

export class Device {
  readonly owner: string;
  readonly seat: Seat;
  /** Why it is no longer let in. */
  endedBy: string | null = null;
  /** Comes back although it was told that its session is over. */
  isStubborn = false;
  /** The operator took the network away from it. */
  isAirplane = false;
  presence: Presence | null = null;
  seq = 0;
  cookie: string;
  protected readonly venue: Venue;
  protected readonly chance: Chance;
  /** As the browser's storage: text by operation id. */
  private readonly storage = new Map<string, string>();
  private lane: LaneSocket | null = null;
  private json: string | null = null;
  private parsed: unknown = null;
  private readonly sentAt = new Map<string, { at: number; tries: number }>();
  private isClosed = false;
  private heard = nanos();
  private heardBytes = 0;
  private readonly clockwork: NodeJS.Timeout;

  constructor(venue: Venue, owner: string, seat: Seat, cookie: string, chance: Chance) {
    this.venue = venue;
    this.owner = owner;
    this.seat = seat;
    this.cookie = cookie;
    this.chance = chance;
    this.clockwork = setInterval(() => this.tick(), 100);
    this.connect();
  }

  /** The newest view, parsed when somebody looks. */
  protected view<V>(): V | null {
    if (this.parsed === null && this.json !== null) this.parsed = (JSON.parse(this.json) as ViewMessage).view;
    return this.parsed as V | null;
  }

  get viewText(): string | null {
    return this.json;
  }

  get waiting(): number {
    return this.storage.size;
  }

  get isOnline(): boolean {
    return this.lane?.isOpen === true;
  }

  /** Stored, then sent. */
  send(command: Command): Op {
    const op = new Op(this.chance.hex(32), this.owner, this.seat, command);
    this.venue.history.invoke(op);
    this.storage.set(op.opId, JSON.stringify(command));
    this.pump();
    return op;
  }

  /** The same operation once more although it was answered. */
  sendAgain(op: Op): void {
    if (this.lane?.isOpen !== true) return;
    this.venue.history.counters.add('answered operations sent again');
    this.lane.send('command', { opId: op.opId, command: op.command }, this.venue.history.numberFor(op));
  }

  /** Another command under the id of one that was answered. */
  forge(op: Op, command: Command): void {
    if (this.lane?.isOpen !== true) return;
    const { history } = this.venue;
    const forged = new Op(op.opId, this.owner, this.seat, command);
    history.forged.push(forged);
    this.lane.send('command', { opId: op.opId, command }, history.numberFor(forged));
  }

  /** The page is loaded anew: what is in storage is all it knows. */
  reload(): void {
    if (this.storage.size > 0) this.venue.history.counters.add('reloads with something waiting');
    this.json = this.parsed = null;
    this.lane?.cut(this.chance.is(0.5) ? 'reset' : 'close');
  }

  close(): void {
    this.isClosed = true;
    clearInterval(this.clockwork);
    this.lane?.cut('close');
  }

  /** The device is gone for good; what it held is lost with it. */
  lose(): void {
    this.close();
    for (const opId of this.storage.keys()) this.venue.history.ops.get(opId)?.abandon();
  }

  get(path: string, patienceMs = 5000) {
    return ask({ port: this.venue.port, owner: this.owner, path, cookie: this.cookie, patienceMs });
  }

  protected async post(op: Op): Promise<void> {
    const { history, port } = this.venue;
    const number = history.numberFor(op);
    const body = { opId: op.opId, command: op.command };
    const reply = await ask({
      port,
      owner: this.owner,
      path: '/api/command',
      cookie: this.cookie,
      body,
      patienceMs: 2500,
    });
    if (reply?.status === 200) history.answer(number, JSON.parse(reply.text) as Answer);
  }

  private connect(): void {
    if (this.isClosed || this.lane !== null || this.isAirplane) return;
    if (this.endedBy !== null && !this.isStubborn) return;
    const lane = new LaneSocket({
      port: this.venue.port,
      owner: this.owner,
      cookie: this.cookie,
      auth: { role: this.seat.role, protocol: 1 },
      onOpen: () => {
        this.sentAt.clear();
        this.pump();
      },
      onEvent: (name, json) => this.hear(name, json),
      onAnswer: (id, json) => this.answered(id, JSON.parse(json) as Answer),
      onEnd: (code) => {
        if (this.lane !== lane) return;
        this.lane = null;
        if (code !== null) this.venue.history.tell(`ended ${this.owner} ${code}`);
        if (code !== null && overCodes.includes(code)) this.endedBy = code;
        if (this.endedBy === null || this.isStubborn) setTimeout(() => this.connect(), this.chance.between(20, 250));
      },
    });
    this.lane = lane;
    [this.heard, this.heardBytes] = [nanos(), 0];
  }

  private hear(name: string, json: string): void {
    if (name === 'view') {
      this.seq = Number(/"seq":(\d+)/.exec(json.slice(0, 80))?.[1] ?? 0);
      this.json = json;
      this.parsed = null;
    } else if (name === 'presence') this.presence = JSON.parse(json) as Presence;
  }

  private answered(id: number, answer: Answer): void {
    const op = this.venue.history.answer(id, answer);
    if (op === null) return;
    if (op.final !== null) {
      this.storage.delete(op.opId);
      this.sentAt.delete(op.opId);
    } else {
      this.venue.history.counters.add('answered "try again"');
      this.sentAt.set(op.opId, { at: nanos() - (answerWithinMs - 300) * 1e6, tries: 0 });
    }
  }

  private pump(): void {
    if (this.lane?.isOpen !== true || this.isAirplane) return;
    for (const [opId, text] of this.storage) {
      if (this.sentAt.has(opId)) continue;
      const op = this.venue.history.ops.get(opId);
      if (op === undefined) continue;
      this.sentAt.set(opId, { at: nanos(), tries: 0 });
      this.lane.send('command', { opId, command: JSON.parse(text) as Command }, this.venue.history.numberFor(op));
    }
  }

  private tick(): void {
    if (this.isAirplane && this.lane !== null) return this.lane.cut('close');
    if (this.lane === null) return this.connect();
    if (this.lane.received !== this.heardBytes) [this.heard, this.heardBytes] = [nanos(), this.lane.received];
    // The server says something every few seconds: silence is a link that is half-open.
    if (inMs(this.heard) > (this.lane.isOpen ? aliveWithinMs : 2500)) {
      this.venue.history.counters.add('half-open links noticed');
      return this.lane.cut('reset');
    }
    for (const [opId, sent] of this.sentAt) {
      if (inMs(sent.at) < answerWithinMs) continue;
      const op = this.venue.history.ops.get(opId);
      if (op === undefined || !this.storage.has(opId)) continue;
      if (sent.tries >= 2) {
        this.venue.history.counters.add('half-open links noticed');
        return this.lane.cut('reset');
      }
      this.sentAt.set(opId, { at: nanos(), tries: sent.tries + 1 });
      this.lane.send('command', { opId, command: op.command }, this.venue.history.numberFor(op));
    }
  }
}
