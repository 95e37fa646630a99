// Keeps the unsaved draft on this computer, so that a reload, a crash or a dead server costs no typing. Pictures make it
// too large for local storage; a browser that denies the database only loses this safety net.
import { openDB } from 'idb';
import type { EventDefinition } from '#domain/definition.ts';

export interface StoredDraft {
  /** The server's definition version the draft was made from. */
  readonly version: number;
  readonly definition: EventDefinition;
}

const store = 'drafts';
const database = () => openDB('liangfen-set-up', 1, { upgrade: (db) => void db.createObjectStore(store) });

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

/** One draft per event: the epoch is the key. */
export const loadDraft = (epoch: string): Promise<StoredDraft | null> =>
  withStore(async (db) => ((await db.get(store, epoch)) as StoredDraft | undefined) ?? null);

/** @returns whether the draft is kept. */
export const keepDraft = async (epoch: string, draft: StoredDraft): Promise<boolean> =>
  (await withStore(async (db) => (await db.put(store, draft, epoch), true))) ?? false;

export const dropDraft = (epoch: string): Promise<unknown> => withStore((db) => db.delete(store, epoch));
