// The browser's database as a lasting place: one table of texts, each write on the medium before it is reported where the
// browser can do that. It needs no secure context, so it works on a hall's plain HTTP.
import { openDB, type IDBPDatabase } from 'idb';
import { deviceStorage } from './device-storage.ts';
import { DeviceStore, type LastingPlace } from './device-store.ts';

const name = 'liangfen';
const table = 'kept';

class BrowserDatabase implements LastingPlace {
  private database: Promise<IDBPDatabase> | null = null;

  async readAll(): Promise<readonly (readonly [string, string])[]> {
    return this.attempt(async (database) => {
      const inside = database.transaction(table);
      const [keys, values] = await Promise.all([inside.store.getAllKeys(), inside.store.getAll()]);
      return keys.map((key, index) => [key as string, values[index] as string] as const);
    });
  }

  write(key: string, value: string): Promise<void> {
    return this.attempt(async (database) => {
      const inside = database.transaction(table, 'readwrite', { durability: 'strict' });
      await Promise.all([inside.store.put(value, key), inside.done]);
    });
  }

  remove(key: string): Promise<void> {
    return this.attempt(async (database) => {
      const inside = database.transaction(table, 'readwrite');
      await Promise.all([inside.store.delete(key), inside.done]);
    });
  }

  private open(): Promise<IDBPDatabase> {
    this.database ??= openDB(name, 1, {
      upgrade: (database) => void database.createObjectStore(table),
      // A page of another version must not wait for this one.
      blocking: (_now, _blocked, event) => (event.target as IDBDatabase).close(),
      terminated: () => (this.database = null),
    });
    return this.database;
  }

  /** Some browsers drop the connection of a page that slept: a second one is tried before the database is given up. */
  private async attempt<T>(act: (database: IDBPDatabase) => Promise<T>): Promise<T> {
    try {
      return await act(await this.open());
    } catch {
      this.database = null;
      return act(await this.open());
    }
  }
}

/** This device's store. The browser is asked not to clear it when space runs short; what it answers changes nothing. */
export function openDeviceStore(): Promise<DeviceStore> {
  // Private modes and embedded browsers have no such things, or throw when they are touched.
  try {
    void (navigator.storage as StorageManager | undefined)?.persist?.().catch(() => false);
  } catch {
    // A bonus only.
  }
  const hasDatabase = typeof indexedDB !== 'undefined';
  return DeviceStore.open(hasDatabase ? new BrowserDatabase() : null, deviceStorage());
}
