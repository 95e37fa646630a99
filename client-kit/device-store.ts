// What must outlive this page, whatever happens to it: read once at the start, then kept in the browser's database, in its
// local storage where there is no database, and in this page's memory where both refuse. The caller is told which it was.
import type { DeviceStorage } from './device-storage.ts';

/** A place that is slower than a variable and lasts longer than the page. */
export interface LastingPlace {
  readAll(): Promise<readonly (readonly [string, string])[]>;
  /** Resolves when it is as safe as this device can make it. */
  write(key: string, value: string): Promise<void>;
  remove(key: string): Promise<void>;
}

/** A browser whose database answers later than this is taken for one without: some never answer at all. */
const patienceMs = 2000;
/** What earlier pages left in local storage; everything else there belongs to somebody else. */
const ours = ['liangfen.outbox/', 'liangfen.draft/', 'liangfen.judge-view/', 'liangfen.judge.focus'] as const;

function within<T>(promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no answer')), patienceMs);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

export class DeviceStore {
  private readonly known = new Map<string, string>();
  private readonly written = new Map<string, string>();
  private readonly underWay = new Map<string, Promise<boolean>>();
  private readonly fallback: DeviceStorage;
  private place: LastingPlace | null;

  private constructor(place: LastingPlace | null, fallback: DeviceStorage) {
    this.place = place;
    this.fallback = fallback;
  }

  /** Everything this device has kept is known when it resolves, and it always does. */
  static async open(place: LastingPlace | null, fallback: DeviceStorage): Promise<DeviceStore> {
    const store = new DeviceStore(place, fallback);
    try {
      for (const [key, value] of place === null ? [] : await within(place.readAll())) {
        store.known.set(key, value);
        store.written.set(key, value);
      }
    } catch {
      store.place = null;
    }
    // Local storage holds only what the database has not got yet, so what is there is the newer one.
    for (const key of ours.flatMap((prefix) => fallback.keys(prefix))) {
      const value = fallback.read(key);
      if (value === null) continue;
      store.known.set(key, value);
      void store.bring(key);
    }
    return store;
  }

  read(key: string): string | null {
    return this.known.get(key) ?? null;
  }

  keys(prefix: string): readonly string[] {
    return [...this.known.keys()].filter((key) => key.startsWith(prefix)).sort();
  }

  /** Known at once. @returns, as soon as it is safe, whether it survives a reload. */
  write(key: string, value: string): Promise<boolean> {
    this.known.set(key, value);
    // The database needs a moment, and a tab can be killed in it: until then local storage has the value.
    this.fallback.write(key, value);
    return this.bring(key);
  }

  remove(key: string): Promise<boolean> {
    this.known.delete(key);
    this.fallback.remove(key);
    return this.bring(key);
  }

  /** One after the other for each key, always the newest value: a hundred steps of a slider are a few writes. */
  private bring(key: string): Promise<boolean> {
    const before = this.underWay.get(key) ?? Promise.resolve(true);
    const brought = before.then(() => this.settle(key));
    this.underWay.set(key, brought);
    void brought.then(() => {
      if (this.underWay.get(key) === brought) this.underWay.delete(key);
    });
    return brought;
  }

  private async settle(key: string): Promise<boolean> {
    const value = this.known.get(key);
    if (this.place !== null && this.written.get(key) === value) {
      this.fallback.remove(key);
      return true;
    }
    try {
      if (this.place === null) throw new Error('no database');
      await within(value === undefined ? this.place.remove(key) : this.place.write(key, value));
      if (value === undefined) this.written.delete(key);
      else this.written.set(key, value);
      // A newer value that came meanwhile still needs its place there.
      if (this.known.get(key) === value) this.fallback.remove(key);
      return true;
    } catch {
      // Whoever refused or fell silent once is not waited for again.
      this.place = null;
      if (value !== undefined) return this.fallback.write(key, value);
      this.fallback.remove(key);
      return true;
    }
  }
}
