// What a ballot code (投票码) looks like on paper and as it is typed, and the hash by which the hall knows it: the hall's process
// holds no code.
import { createHash, createHmac } from 'node:crypto';
import type { BallotId } from '#db/ballot-box.ts';

/** Neither 0 nor O, neither 1 nor I: 32 letters, five bits each. */
const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const length = 10;
const canonical = new RegExp(`^[${letters}]{${length}}$`);

/** `XXXXX-XXXXX`, as printed. */
export const printedCode = (code: string): string => `${code.slice(0, 5)}-${code.slice(5)}`;

/** As printed or typed: lower case, full-width letters, dashes and spaces are forgiven. Null when it can be no code. */
export function canonicalCode(typed: string): string | null {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '');
  return canonical.test(code) ? code : null;
}

export const codeHash = (code: string): string =>
  createHash('sha256').update(`liangfen ballot code\n${code}`).digest('hex');

/** 128 bits are enough to tell ballots apart, and half the room. */
export const ballotOf = (hash: string): BallotId => hash.slice(0, 32) as BallotId;

/** The code of one ballot of a batch: whoever has the secret can print the sheet again, and nobody else can. */
export function deriveCode(secret: Buffer, place: number): string {
  const bytes = createHmac('sha256', secret).update(`liangfen ballot ${place}`).digest();
  return Array.from(bytes.subarray(0, length), (byte) => letters[byte % letters.length]).join('');
}
