// The moment, moving: the server's clock as a value that screens can read, a few times a second.
import type { Millis } from '#domain/ids.ts';

const tickMs = 200;

export class Ticking {
  at = $state(0 as Millis);

  /** Call in a component's set-up; it stops with the component. */
  constructor(now: () => number) {
    this.at = now() as Millis;
    $effect(() => {
      const ticking = setInterval(() => (this.at = now() as Millis), tickMs);
      return () => clearInterval(ticking);
    });
  }
}
