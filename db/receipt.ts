// The receipt of a vote: ten characters that can be read aloud and typed, drawn by chance, so that nobody can guess another
// voter's. 32 letters, each byte's five lower bits.
import { randomBytes } from 'node:crypto';

/** Neither 0 nor O, neither 1 nor I. */
export const receiptLetters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const length = 10;

export const makeReceipt = (): string => Array.from(randomBytes(length), (byte) => receiptLetters[byte % 32]).join('');
