// Keeps the unsaved draft on this computer, so that a reload, a crash or a dead server costs no typing. Pictures make it
// too large for local storage; a browser that denies the database only loses this safety net.
import { openDB } from 'idb';
import type { EventDefinition } from '#domain/definition.ts';
import { makeOpId } from '#client-kit/op-id.ts';

export interface StoredDraft {
  /** The server's definition version the draft was made from. */
  readonly version: number;
  readonly definition: EventDefinition;
}
interface Kept extends StoredDraft {
  readonly epoch: string;
  readonly keptAt: number;
}

const store = 'drafts';
/** A draft of another window counts as left behind when it has not been touched for so long. */
const abandonedAfterMs = 10_000;
const database = () =>
  openDB('liangfen-set-up', 2, {
    upgrade(db) {
      if (db.objectStoreNames.contains(store)) db.deleteObjectStore(store);
      db.createObjectStore(store);
    },
  });

/** This window, across reloads: two windows of one browser must not take each other's half-typed words for their own. */
function thisWindow(): string {
  const key = 'liangfen.set-up.window';
  try {
    const known = sessionStorage.getItem(key) ?? makeOpId();
    sessionStorage.setItem(key, known);
    return known;
  } catch {
    return 'window'; // Storage can be denied; then there is one draft for all windows.
  }
}

async function withStore<T>(use: (db: Awaited<ReturnType<typeof database>>) => Promise<T>): Promise<T | null> {
  try {
    const db = await database();
    try {
      return await use(db);
    } finally {
      db.close();
    }
  } catch {
    return null;
  }
}

/** This window's draft of the event, or the newest that a closed window has left behind; it becomes this window's. */
export const loadDraft = (epoch: string): Promise<StoredDraft | null> =>
  withStore(async (db) => {
    const own = (await db.get(store, thisWindow())) as Kept | undefined;
    if (own?.epoch === epoch) return own;
    const keys = await db.getAllKeys(store);
    const drafts = await Promise.all(keys.map(async (key) => ({ key, kept: (await db.get(store, key)) as Kept })));
    const [left] = drafts
      .filter(({ kept }) => kept.epoch === epoch && Date.now() - kept.keptAt > abandonedAfterMs)
      .sort((a, b) => b.kept.keptAt - a.kept.keptAt);
    if (left === undefined) return null;
    await db.delete(store, left.key);
    await db.put(store, left.kept, thisWindow());
    return left.kept;
  });

/** @returns whether the draft is kept. */
export const keepDraft = async (epoch: string, draft: StoredDraft): Promise<boolean> => {
  const kept: Kept = { ...draft, epoch, keptAt: Date.now() };
  return (await withStore(async (db) => (await db.put(store, kept, thisWindow()), true))) ?? false;
};

export const dropDraft = (): Promise<unknown> => withStore((db) => db.delete(store, thisWindow()));
