// How well the server hears a judge's device, and what the device last said about itself. An unsteady one is named before it
// becomes a silent one.
import type { SeatId } from '#domain/ids.ts';
import type { Presence } from '#protocol/messages.ts';

export interface Reception {
  readonly isOnline: boolean;
  readonly lastHeardMs: number | null;
  readonly roundTripMs: number | null;
  readonly waiting: number;
  readonly version: string | null;
  readonly cuts: number;
  readonly weakness: 'unsteady' | 'slow' | null;
}

/** Within five minutes, the span the server counts them for. */
const manyCuts = 3;
const slowMs = 1500;

export function receptionOf(presence: Presence | null, seat: SeatId, now: number): Reception | null {
  const known = presence?.judges.find((judge) => judge.seat === seat);
  if (known === undefined) return null;
  const { isOnline, lastHeardAt, roundTripMs, waiting, version, cuts } = known;
  const isSlow = isOnline && (roundTripMs ?? 0) >= slowMs;
  return {
    isOnline,
    lastHeardMs: lastHeardAt === null ? null : Math.max(0, now - lastHeardAt),
    roundTripMs: isOnline ? roundTripMs : null,
    waiting,
    version: version === '' ? null : version,
    cuts,
    weakness: cuts >= manyCuts ? 'unsteady' : isSlow ? 'slow' : null,
  };
}

/** "1.8": tenths of a second, for a person. */
export function seconds(ms: number): string {
  const tenths = Math.round(ms / 100);
  return `${Math.floor(tenths / 10)}.${tenths % 10}`;
}
