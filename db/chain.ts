// The hash chain of the journal and the canonical JSON it is computed over: docs/journal.md says the same in words
// for a verifier in another language.
import { createHash } from 'node:crypto';
import type { JournalRecord } from './journal.ts';

/** Keys sorted, no white space: the same value always gives the same text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

export const genesisHash = '0'.repeat(64);

/** SHA-256 over the previous hash and the canonical JSON of everything else in the record. */
export function hashOf(record: Omit<JournalRecord, 'hash'>): string {
  const { prevHash, ...rest } = record;
  return sha256(prevHash + canonicalJson(rest));
}
