// What a device keeps: in its database as soon as it says so, in local storage where there is none, never older than it was.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deviceStorage } from '#client-kit/device-storage.ts';
import { DeviceStore, type LastingPlace } from '#client-kit/device-store.ts';
import { MemoryStorage } from './memory-storage.ts';

const key = 'liangfen.outbox/1';

/** A database whose answers can be held back or refused. */
class Database implements LastingPlace {
  kept = new Map<string, string>();
  writes: string[] = [];
  refuses = false;
  isSilent = false;

  async readAll() {
    await this.answer();
    return [...this.kept];
  }
  async write(name: string, value: string) {
    await this.answer();
    this.writes.push(value);
    this.kept.set(name, value);
  }
  async remove(name: string) {
    await this.answer();
    this.kept.delete(name);
  }
  private async answer(): Promise<void> {
    if (this.isSilent) await new Promise(() => {});
    if (this.refuses) throw new Error('quota');
  }
}

let database: Database;
let local: MemoryStorage;
const open = (place: LastingPlace | null = database) =>
  DeviceStore.open(
    place,
    deviceStorage(() => local),
  );

beforeEach(() => {
  database = new Database();
  local = new MemoryStorage();
});
afterEach(() => vi.useRealTimers());

describe('what a device keeps', () => {
  it('is known at once and reported only when the database has it', async () => {
    const store = await open();
    const written = store.write(key, 'a');
    expect(store.read(key)).toBe('a');
    expect(await written).toBe(true);
    expect(database.kept.get(key)).toBe('a');
    expect(local.length).toBe(0);
  });

  it('is there when the tab was killed before the database had it, and not older than it was', async () => {
    const store = await open();
    await store.write(key, 'a');
    database.isSilent = true;
    void store.write(key, 'b');
    // No turn of the event loop in between: this is all the tab was given.
    database = Object.assign(new Database(), { kept: database.kept });
    const reloaded = await open();
    expect(reloaded.read(key)).toBe('b');
    await reloaded.write(key, 'b');
    expect(database.kept.get(key)).toBe('b');
    expect(local.length).toBe(0);
  });

  it('is there after a reload and gone after it was removed', async () => {
    await (await open()).write(key, 'a');
    const reloaded = await open();
    expect(reloaded.keys('liangfen.outbox/')).toEqual([key]);
    await reloaded.remove(key);
    expect((await open()).read(key)).toBeNull();
  });

  it('is the newest of many quick changes, in a few writes', async () => {
    const store = await open();
    await Promise.all(Array.from({ length: 50 }, (_, step) => store.write(key, String(step))));
    expect(database.kept.get(key)).toBe('49');
    expect(database.writes.length).toBeLessThan(4);
  });

  it('goes to local storage when the database refuses, and is not forgotten for it', async () => {
    const store = await open();
    await store.write(key, 'old');
    database.refuses = true;
    expect(await store.write(key, 'new')).toBe(true);
    database.refuses = false;
    const reloaded = await open();
    expect(reloaded.read(key)).toBe('new');
    await vi.waitFor(() => expect(database.kept.get(key)).toBe('new'));
    expect(local.length).toBe(0);
  });

  it('waits two seconds at most for a database that does not answer', async () => {
    vi.useFakeTimers();
    const store = await open();
    database.isSilent = true;
    const written = store.write(key, 'a');
    await vi.advanceTimersByTimeAsync(2000);
    expect(await written).toBe(true);
    expect(local.getItem(key)).toBe('a');
    const opening = open();
    await vi.advanceTimersByTimeAsync(2000);
    expect((await opening).read(key)).toBe('a');
  });

  it('stays in the page where nothing lasts, and says so', async () => {
    const store = await DeviceStore.open(
      null,
      deviceStorage(() => null),
    );
    expect(await store.write(key, 'a')).toBe(false);
    expect(store.read(key)).toBe('a');
  });

  it('is taken over from what earlier pages left in local storage, and nothing else is touched', async () => {
    local.setItem(key, 'left');
    local.setItem('liangfen.draft/e/s/1/0', 'draft');
    local.setItem('liangfen.locale', 'en');
    const store = await open();
    expect(store.read(key)).toBe('left');
    await vi.waitFor(() => expect(database.kept.size).toBe(2));
    await vi.waitFor(() => expect(local.length).toBe(1));
    expect(local.getItem('liangfen.locale')).toBe('en');
  });
});
