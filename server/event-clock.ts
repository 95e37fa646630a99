// The event's time: the wall clock as it stood at the start, then counted by a clock that nobody can set. Setting the
// computer's clock, by hand or from the network, changes nothing while the event runs; what the journal says is never undone.
import { uptime } from 'node:os';
import { performance } from 'node:perf_hooks';
import type { Millis } from '#domain/ids.ts';

export interface Clocks {
  /** Milliseconds since 1970, as the computer believes. */
  readonly wall: () => number;
  /** Milliseconds since some moment, never set; may stand still while the computer sleeps. */
  readonly counter: () => number;
  /** Milliseconds since the computer was switched on, its sleep included; coarse. */
  readonly sinceBoot: () => number;
}

/** What the event's time was at a moment since the computer was switched on: it tells the next process on the same boot. */
export interface ClockAnchor {
  /** Which boot it was. */
  readonly boot: string;
  readonly sinceBoot: number;
  readonly at: number;
}

export const computerClocks: Clocks = {
  wall: () => Date.now(),
  counter: () => performance.now(),
  sinceBoot: () => uptime() * 1000,
};

/** Two clocks that are read one after the other, one of them in steps of up to a second, differ by less than this. */
const coarseMs = 2500;
/** How often it is looked whether the computer slept. */
const lookEveryMs = 1000;

export class EventClock {
  private readonly clocks: Clocks;
  /** The event's time is the counter plus this. */
  private offset: number;
  /** The time since boot is the counter plus this, until the computer sleeps. */
  private bootOffset: number;
  private lookedAt: number;

  /** @param anchor of an earlier process on this boot; null where there is none. */
  constructor(anchor: Omit<ClockAnchor, 'boot'> | null = null, clocks: Clocks = computerClocks) {
    this.clocks = clocks;
    const counter = clocks.counter();
    const sinceBoot = clocks.sinceBoot();
    this.offset = (anchor === null ? clocks.wall() : anchor.at + sinceBoot - anchor.sinceBoot) - counter;
    this.bootOffset = sinceBoot - counter;
    this.lookedAt = counter;
  }

  now(): Millis {
    const counter = this.clocks.counter();
    if (counter - this.lookedAt >= lookEveryMs) this.countSleep(counter);
    return Math.round(counter + this.offset) as Millis;
  }

  /** What has been recorded has been: the time goes on from there at the earliest. */
  notBefore(at: number): void {
    this.offset += Math.max(0, at - this.now());
  }

  anchor(): Omit<ClockAnchor, 'boot'> {
    return { at: this.now(), sinceBoot: this.clocks.sinceBoot() };
  }

  private countSleep(counter: number): void {
    this.lookedAt = counter;
    const slept = this.clocks.sinceBoot() - (counter + this.bootOffset);
    if (slept < coarseMs) return;
    this.bootOffset += slept;
    this.offset += slept;
  }
}
