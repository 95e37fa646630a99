// The server's time on this device: asked for, then counted by a clock that nobody can set. What the device itself
// believes the time to be changes nothing.
export class ServerClock {
  /** False until the server has been asked: then the device's own clock is the best guess. */
  isSet = false;
  roundTripMs: number | null = null;
  private offset = Date.now() - performance.now();

  now(): number {
    return Math.round(performance.now() + this.offset);
  }

  /** @param askedAt of performance.now(), as the answer's arrival. */
  set(serverNow: number, askedAt: number, answeredAt = performance.now()): void {
    this.roundTripMs = Math.round(answeredAt - askedAt);
    // Half of the round trip is the best guess for one way.
    this.offset = serverNow - (askedAt + answeredAt) / 2;
    this.isSet = true;
  }
}
