// The hall's time on this phone, from the date a plain answer carries: right to a second, which is what a running clock shows.
// What the phone itself believes the time to be changes nothing.
import { ServerClock } from '#client-kit/server-clock.ts';

/** The whole hall asks when a poll opens; spread, it does not ask at once. */
const spreadMs = 3_000;

const clock = new ServerClock();
let isAsked = false;

async function ask(): Promise<void> {
  try {
    const askedAt = performance.now();
    const { headers } = await fetch('/healthz', { cache: 'no-store' });
    const date = Date.parse(headers.get('date') ?? '');
    // A date is cut off to its second: half of one is the best guess for what is missing.
    if (!Number.isNaN(date)) clock.set(date + 500, askedAt);
  } catch {
    // Without an answer there is no running clock, and it is asked again.
  }
  isAsked = clock.isSet;
}

/** Null until the hall has been asked. */
export function hallNow(): number | null {
  if (!isAsked) {
    isAsked = true;
    setTimeout(() => void ask(), Math.random() * spreadMs);
  }
  return clock.isSet ? clock.now() : null;
}
