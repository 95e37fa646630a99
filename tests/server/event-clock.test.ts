// The event's time against clocks that are set, that sleep and that stop with the process.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bootName, forgetAnchor, readAnchor, writeAnchor } from '#server/clock-file.ts';
import { EventClock, type Clocks } from '#server/event-clock.ts';

const day = 24 * 60 * 60 * 1000;
const noon = 1_700_000_000_000;

/** A computer whose clock can be set and that can sleep; a process's counter begins anew at its start. */
class Computer {
  wall = noon;
  boot = 5_000_000;
  counter = 0;
  readonly clocks: Clocks = {
    wall: () => this.wall,
    counter: () => this.counter,
    sinceBoot: () => Math.floor(this.boot / 1000) * 1000,
  };

  pass(ms: number): void {
    this.wall += ms;
    this.boot += ms;
    this.counter += ms;
  }

  sleep(ms: number): void {
    this.wall += ms;
    this.boot += ms;
  }

  startProcess(): void {
    this.counter = 0;
  }
}

describe("the event's time", () => {
  it('begins with the wall clock and goes on evenly while that one is set a day forth or back', () => {
    const computer = new Computer();
    const clock = new EventClock(null, computer.clocks);
    computer.pass(1500);
    expect(clock.now()).toBe(noon + 1500);
    computer.wall += day;
    computer.pass(1000);
    expect(clock.now()).toBe(noon + 2500);
    computer.wall -= 2 * day;
    computer.pass(7);
    expect(clock.now()).toBe(noon + 2507);
  });

  it('counts the hours a computer slept', () => {
    const computer = new Computer();
    const clock = new EventClock(null, computer.clocks);
    computer.pass(10_000);
    computer.sleep(8 * 60 * 60 * 1000);
    computer.pass(3000);
    expect(Math.abs(clock.now() - computer.wall)).toBeLessThanOrEqual(1000);
  });

  it('is never before what was recorded, and runs on from there', () => {
    const computer = new Computer();
    computer.wall = noon - day;
    const clock = new EventClock(null, computer.clocks);
    clock.notBefore(noon);
    expect(clock.now()).toBe(noon);
    computer.pass(1234);
    expect(clock.now()).toBe(noon + 1234);
    clock.notBefore(noon - day);
    expect(clock.now()).toBe(noon + 1234);
  });

  it.each([day, -day])('is handed to the next process, whatever the clock was set by (%i ms)', (jump) => {
    const computer = new Computer();
    const first = new EventClock(null, computer.clocks);
    computer.pass(60_000);
    const anchor = first.anchor();
    computer.pass(5000);
    computer.wall += jump;
    computer.startProcess();
    const second = new EventClock(anchor, computer.clocks);
    // The time since the computer was switched on is known to the second.
    expect(Math.abs(second.now() - (noon + 65_000))).toBeLessThanOrEqual(1000);
  });
});

describe('the note that hands it on', () => {
  const folder = () => mkdtempSync(join(tmpdir(), 'liangfen-clock-'));

  it('holds for the same boot only', () => {
    const data = folder();
    const clock = new EventClock(null, new Computer().clocks);
    writeAnchor(data, 'this boot', clock);
    expect(readAnchor(data, 'this boot')).toMatchObject({ at: noon });
    expect(readAnchor(data, 'another boot')).toBeNull();
    expect(readAnchor(data, null)).toBeNull();
  });

  it('is taken away by a clean end, and is never needed', () => {
    const data = folder();
    writeAnchor(data, 'boot', new EventClock());
    forgetAnchor(data);
    forgetAnchor(data);
    expect(readAnchor(data, 'boot')).toBeNull();
    writeAnchor(join(data, 'missing'), 'boot', new EventClock());
    expect(readAnchor(join(data, 'missing'), 'boot')).toBeNull();
  });

  it('stays with the boot while processes come and go', () => {
    expect(bootName('supervisor')).toBe(bootName('supervisor'));
    expect(bootName('supervisor')).not.toBeNull();
  });
});
