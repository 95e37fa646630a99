// A phone's connection to the hall: dials again by itself, changes the way when one does not lead there, asks questions and
// takes what it is told. Speaks as much of Socket.IO 5 as a phone needs.
import { byPolling, byWebSocket, type Carrier } from './carriers.ts';

const dialForMs = 5_000;
const firstPauseMs = 500;
const longestPauseMs = 5_000;
const answerWithinMs = 8_000;

export interface HallEars {
  readonly onOpen: () => void;
  /** The hall is still there. */
  readonly onHeard: () => void;
  readonly onEvent: (name: string, what: unknown) => void;
  readonly onLost: () => void;
  readonly onRefused: (code: string) => void;
}

export class HallSocket {
  isOpen = false;
  private readonly auth: object;
  private readonly ears: HallEars;
  private carrier: Carrier | null = null;
  /** What an earlier carrier still says is nobody's business. */
  private turn = 0;
  private failures = 0;
  private isByWebSocket = false;
  private doWebSocketsWork = false;
  private patienceMs = dialForMs;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked = 0;
  private readonly waiting = new Map<number, (answer: unknown) => void>();

  constructor(auth: object, ears: HallEars) {
    this.auth = auth;
    this.ears = ears;
  }

  /** Leaves whatever there was and begins anew, at once. */
  dial(): void {
    this.leave();
    const turn = this.turn;
    const now =
      <T extends readonly unknown[]>(act: (...what: T) => void) =>
      (...what: T) => {
        if (turn === this.turn) act(...what);
      };
    this.patienceMs = dialForMs;
    this.wait();
    try {
      // Requests cost the hall more, so they are for those who cannot come otherwise: a hall that is down is not a captive network.
      const open = !this.doWebSocketsWork && this.failures % 3 === 2 ? byPolling : byWebSocket;
      this.isByWebSocket = open === byWebSocket;
      this.carrier = open(
        now((packet) => this.hear(packet)),
        now(() => this.lost()),
      );
    } catch {
      this.lost();
    }
  }

  /** Null when nobody knows whether the hall has heard it. */
  ask<Answer>(event: string, message: object): Promise<Answer | null> {
    if (!this.isOpen) return Promise.resolve(null);
    const id = ++this.asked;
    return new Promise((resolve) => {
      const answered = (answer: unknown) => {
        this.waiting.delete(id);
        resolve(answer as Answer | null);
      };
      this.waiting.set(id, answered);
      setTimeout(answered, answerWithinMs, null);
      this.send(`42${id}${JSON.stringify([event, message])}`);
    });
  }

  private hear(packet: string): void {
    this.wait();
    const kind = packet.slice(0, 2);
    const from = packet.indexOf('[');
    if (packet[0] === '0') {
      const { pingInterval, pingTimeout } = JSON.parse(packet.slice(1)) as Record<
        'pingInterval' | 'pingTimeout',
        number
      >;
      this.patienceMs = pingInterval + pingTimeout;
      this.send(`40${JSON.stringify(this.auth)}`);
    } else if (packet[0] === '2') {
      this.send('3');
      this.ears.onHeard();
    } else if (packet[0] === '1' || kind === '41') {
      this.lost();
    } else if (kind === '40') {
      this.isOpen = true;
      this.doWebSocketsWork ||= this.isByWebSocket;
      this.failures = 0;
      this.ears.onOpen();
    } else if (kind === '44') {
      this.ears.onRefused((JSON.parse(packet.slice(2)) as { message: string }).message);
      this.lost();
    } else if (kind === '42') {
      const [name, what] = JSON.parse(packet.slice(from)) as [string, unknown];
      this.ears.onEvent(name, what);
    } else if (kind === '43') {
      this.waiting.get(Number(packet.slice(2, from)))?.((JSON.parse(packet.slice(from)) as unknown[])[0]);
    }
  }

  private send(packet: string): void {
    try {
      this.carrier?.send(packet);
    } catch {
      this.lost();
    }
  }

  /** A hall that says nothing for so long is gone, whatever the network believes. */
  private wait(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.lost(), this.patienceMs);
  }

  private lost(): void {
    this.leave();
    const pause = Math.min(longestPauseMs, firstPauseMs * 2 ** this.failures++);
    // Spread, so that a hall that comes back is not run over.
    this.timer = setTimeout(() => this.dial(), pause * (0.5 + Math.random()));
    this.ears.onLost();
  }

  private leave(): void {
    this.turn += 1;
    this.isOpen = false;
    clearTimeout(this.timer);
    this.carrier?.close();
    this.carrier = null;
    for (const unanswered of [...this.waiting.values()]) unanswered(null);
  }
}
