// The server's time as a screen may show it: after a cut it goes on by itself for a minute, then nobody knows it.

const trustedForMs = 60_000;

export function hallClock(serverNow: number, offlineSince: number | null): number | null {
  return offlineSince !== null && serverNow - offlineSince > trustedForMs ? null : serverNow;
}
