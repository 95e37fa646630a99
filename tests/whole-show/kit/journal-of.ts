// Reads the journal that a stopped server left behind: what is in it is what happened.
import { join } from 'node:path';
import type { Fact } from '#domain/facts.ts';
import { openSqlite } from '#db/sqlite.ts';

export interface Written {
  readonly seq: number;
  readonly opId: string;
  readonly fact: Fact;
}

/** Opening verifies the whole chain. */
export function journalOf(data: string): readonly Written[] {
  const { journal } = openSqlite(join(data, 'liangfen.db'));
  const records = [...journal.read()].map(({ seq, opId, body }) => ({ seq, opId, fact: JSON.parse(body) as Fact }));
  journal.close();
  return records;
}
