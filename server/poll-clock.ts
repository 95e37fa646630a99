// Closes polls whose time is over, by the event's clock: while the server runs, and at once after a start that comes too late.
import { randomBytes } from 'node:crypto';
import type { OpId } from '#domain/ids.ts';
import type { PollRun } from '#domain/voting/poll-run.ts';
import type { EventClock } from './event-clock.ts';
import type { LiveEvent } from './live-event.ts';

/** Timers stand still while a computer sleeps, and a full disk may take the closing a moment later. */
const lookAgainMs = 1000;

export class PollClock {
  private readonly event: LiveEvent;
  private readonly clock: EventClock;
  private timer: NodeJS.Timeout | null = null;
  private isClosing = false;
  private isStopped = false;

  constructor(event: LiveEvent, clock: EventClock) {
    this.event = event;
    this.clock = clock;
    event.onChange(() => this.wait());
    this.wait();
  }

  stop(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.isStopped = true;
  }

  private timed(): readonly PollRun[] {
    return this.event.state.pollRuns.filter(({ status, closesAt }) => status === 'open' && closesAt !== null);
  }

  private wait(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    const times = this.timed().map(({ closesAt }) => (closesAt ?? 0) - this.clock.now());
    if (times.length === 0 || this.isClosing || this.isStopped) return;
    this.timer = setTimeout(() => void this.look(), Math.min(lookAgainMs, Math.max(0, Math.min(...times))));
  }

  private async look(): Promise<void> {
    const now = this.clock.now();
    const over = this.timed().filter(({ closesAt }) => (closesAt ?? now) <= now);
    this.isClosing = true;
    const answers = await Promise.all(
      over.map(({ run }) =>
        this.event.submit({ role: 'audience' }, 'poll clock', randomBytes(16).toString('hex') as OpId, {
          type: 'poll.expire',
          run,
        }),
      ),
    );
    this.isClosing = false;
    if (this.isStopped || answers.every(({ ok }) => ok)) this.wait();
    else this.timer = setTimeout(() => void this.look(), lookAgainMs);
  }
}
