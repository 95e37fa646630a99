// npx liangfen restore BACKUP --data DIR: opens a verified backup as an event that goes on, on this computer.
import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { restoreWords } from '#client-kit/wording/restore.ts';
import { fill } from '#client-kit/wording/translate.ts';
import { canonicalJson, sha256 } from '#db/chain.ts';
import { StoreUnusable, type NewEntry } from '#db/journal.ts';
import { FolderInUse, restoreStore } from '#db/restore.ts';
import type { VerifiedStore } from '#db/verify.ts';
import type { FactOf } from '#domain/facts.ts';
import type { Millis } from '#domain/ids.ts';
import type { Locale } from '#domain/text.ts';

export interface RestoreOrder {
  readonly locale: Locale;
  readonly backup: string;
  readonly data: string;
}

/** The first record of the new epoch: where the event came from. */
function origin(from: VerifiedStore, now: number): NewEntry {
  const backedUpAt = (from.backedUpAt ?? from.at) as Millis;
  const fact: FactOf<'event.restored'> = {
    type: 'event.restored',
    fromEpoch: from.epoch,
    atSeq: from.seq,
    head: from.head,
    backedUpAt,
  };
  const seat = { role: 'operator' };
  return {
    at: Math.max(now, from.at, backedUpAt),
    opId: randomBytes(16).toString('hex'),
    opHash: sha256(canonicalJson({ seat, command: fact })),
    by: canonicalJson(seat),
    device: 'restore',
    type: fact.type,
    body: canonicalJson(fact),
  };
}

function sentenceFor(error: unknown, file: string, folder: string, locale: Locale): string {
  const words = restoreWords[locale];
  if (error instanceof FolderInUse) return fill(words.folderInUse, { folder });
  if (error instanceof StoreUnusable) {
    const isFact = /^\d+$/.test(error.detail);
    const word = error.code === 'store.damaged' && !isFact ? 'notABackup' : error.code;
    return fill(words[word], { file, at: error.detail });
  }
  const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return fill(words.notRestored, { folder, reason });
}

export async function restore({ locale, backup, data }: RestoreOrder): Promise<{ code: 0 | 2; text: string }> {
  const [file, folder] = [resolve(backup), resolve(data)];
  try {
    const { seq, head, epoch } = await restoreStore(file, folder, (from) => origin(from, Date.now()));
    return { code: 0, text: fill(restoreWords[locale].restored, { folder, n: seq, head, event: epoch }) };
  } catch (error) {
    return { code: 2, text: sentenceFor(error, file, folder, locale) };
  }
}
