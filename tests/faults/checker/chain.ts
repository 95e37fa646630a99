// The chain of the journal, verified as docs/journal.md tells anybody to do it.
import { createHash } from 'node:crypto';
import type { Row } from '../history/journal-file.ts';

export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const names = Object.keys(value).sort();
  const members = value as Record<string, unknown>;
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(members[name])}`).join(',')}}`;
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What an operation's content is recognised by. */
export const contentHash = (seat: unknown, command: unknown): string => sha256(canonical({ seat, command }));

/** @returns the number of the first record that is not as it was written, or null. */
export function brokenAt(rows: readonly Row[]): number | null {
  let before = '0'.repeat(64);
  let number = 0;
  for (const { hash, prevHash, ...record } of rows) {
    number += 1;
    if (record.seq !== number || prevHash !== before || sha256(before + canonical(record)) !== hash) return number;
    before = hash;
  }
  return null;
}
