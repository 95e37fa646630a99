// A device counts the server's time: whoever sets the device's own clock changes nothing.
import { afterEach, expect, it, vi } from 'vitest';
import { ServerClock } from '#client-kit/server-clock.ts';

afterEach(() => vi.useRealTimers());

it('a device whose clock is set a day forward or back goes on with the server’s time', () => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'], now: 1_000_000 });
  const clock = new ServerClock();
  expect(clock.now()).toBe(1_000_000);
  const asked = performance.now();
  vi.advanceTimersByTime(80);
  clock.set(5_000_000, asked);
  expect(clock).toMatchObject({ isSet: true, roundTripMs: 80 });
  // Half of the round trip is taken for the way back.
  expect(clock.now()).toBe(5_000_040);
  for (const day of [86_400_000, -86_400_000]) {
    vi.setSystemTime(Date.now() + day);
    expect(clock.now()).toBe(5_000_040);
  }
  vi.advanceTimersByTime(1000);
  expect(clock.now()).toBe(5_001_040);
});
