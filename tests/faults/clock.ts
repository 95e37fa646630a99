// The driver's clock: nanoseconds of the machine's monotonic clock, the very one the recorder of disk writes uses, so that
// "acknowledged before this write" can be told.
export const nanos = (): number => Number(process.hrtime.bigint());
export const inMs = (from: number, to: number = nanos()): number => Math.round((to - from) / 1e4) / 100;

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits for a condition of the world outside. @returns whether it came in time. */
export async function until(condition: () => boolean, patienceMs: number, everyMs = 10): Promise<boolean> {
  const begun = nanos();
  while (!condition()) {
    if (inMs(begun) > patienceMs) return false;
    await sleep(everyMs);
  }
  return true;
}
