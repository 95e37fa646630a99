// Repeatable chance: the same seed gives the same day, and a failing day can be played again.

/** @returns a function that gives whole numbers from 0 to `below` − 1. */
export function chance(seed: number): (below: number) => number {
  let state = seed >>> 0 || 1;
  return (below) => {
    // xorshift32: enough for orders of arrival, no secret depends on it.
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

export function shuffled<T>(values: readonly T[], next: (below: number) => number): T[] {
  const mixed = [...values];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const chosen = next(last + 1);
    const [a, b] = [mixed[last], mixed[chosen]];
    if (a !== undefined && b !== undefined) [mixed[last], mixed[chosen]] = [b, a];
  }
  return mixed;
}
