// What a page keeps on its device: the browser's local storage, or this page's memory where the browser denies it. The
// caller is told which of the two it was, because a person must know whether a reload would lose it.
export interface DeviceStorage {
  read(key: string): string | null;
  /** @returns whether it survives a reload. */
  write(key: string, value: string): boolean;
  remove(key: string): void;
  keys(prefix: string): readonly string[];
}

/** `open` throws or gives null in private modes and embedded browsers; it is asked every time, because that can change. */
export function deviceStorage(open: () => Storage | null = () => localStorage): DeviceStorage {
  const memory = new Map<string, string>();
  const attempt = <T>(act: (storage: Storage) => T): T | null => {
    try {
      const storage = open();
      return storage === null ? null : act(storage);
    } catch {
      return null;
    }
  };
  return {
    read: (key) => memory.get(key) ?? attempt((storage) => storage.getItem(key)),
    write(key, value) {
      const isKept = attempt((storage) => {
        storage.setItem(key, value);
        return storage.getItem(key) === value;
      });
      if (isKept === true) memory.delete(key);
      else memory.set(key, value);
      return isKept === true;
    },
    remove(key) {
      memory.delete(key);
      attempt((storage) => storage.removeItem(key));
    },
    keys(prefix) {
      const kept = attempt((storage) => Array.from({ length: storage.length }, (_, index) => storage.key(index))) ?? [];
      const all = new Set([...memory.keys(), ...kept.filter((key) => key !== null)]);
      return [...all].filter((key) => key.startsWith(prefix)).sort();
    },
  };
}
