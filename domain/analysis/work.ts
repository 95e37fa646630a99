// A long computation in slices: it stops wherever something else may be done meanwhile, so that nobody's score waits for a
// statistic. What it computes does not depend on who takes the slices, or when.

/** Goes on when asked for the next slice; its return value is the result. */
export type Work<T> = Generator<undefined, T, undefined>;

/** All slices at once. */
export function finished<T>(work: Work<T>): T {
  for (;;) {
    const slice = work.next();
    if (slice.done === true) return slice.value;
  }
}
