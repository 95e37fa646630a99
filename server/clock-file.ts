// Hands the event's time from one process to the next on the same boot: a clock that was set between a crash and the restart
// changes nothing either. A clean end takes the note away, so that whoever stops the server may set the clock.
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClockAnchor, EventClock } from './event-clock.ts';

const fileIn = (data: string) => join(data, 'clock.json');

/** Which boot of the computer this is; where the system has no name for it, the supervisor's life stands for it. */
export function bootName(supervisor: string | null): string | null {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return supervisor;
  }
}

export function readAnchor(data: string, boot: string | null): ClockAnchor | null {
  try {
    const noted = JSON.parse(readFileSync(fileIn(data), 'utf8')) as Partial<ClockAnchor>;
    const isOfThisBoot = boot !== null && noted.boot === boot;
    if (!isOfThisBoot || !Number.isFinite(noted.at) || !Number.isFinite(noted.sinceBoot)) return null;
    return noted as ClockAnchor;
  } catch {
    return null;
  }
}

/** Without it the event goes on; only a clock set between a crash and the restart would then be believed. */
export function writeAnchor(data: string, boot: string | null, clock: EventClock): void {
  if (boot === null) return;
  try {
    const file = fileIn(data);
    writeFileSync(`${file}.new`, JSON.stringify({ boot, ...clock.anchor() } satisfies ClockAnchor));
    renameSync(`${file}.new`, file);
  } catch {
    // A full disk, which is shown elsewhere.
  }
}

export function forgetAnchor(data: string): void {
  rmSync(fileIn(data), { force: true });
}
