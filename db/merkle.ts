// One hash that stands for many: the tree of RFC 6962, section 2.1, over SHA-256. Leaves and nodes are hashed with different
// first bytes, so that neither can be passed off as the other. docs/voting.md says the same for who wants to check it.
import { hash } from 'node:crypto';
import type { Choice } from '#domain/voting/choice.ts';

const leafByte = Buffer.from([0]);
const nodeByte = Buffer.from([1]);

const sha256 = (data: Buffer | string): Buffer => hash('sha256', data, 'buffer');

export const leafHash = (data: Buffer | string): Buffer =>
  sha256(typeof data === 'string' ? `\0${data}` : Buffer.concat([leafByte, data]));

const nodeHash = (left: Buffer, right: Buffer): Buffer => sha256(Buffer.concat([nodeByte, left, right]));

/** The largest power of two below `size`: so many leaves are in the left half. */
function leftOf(size: number): number {
  let left = 1;
  while (left * 2 < size) left *= 2;
  return left;
}

/** One level up: an odd one at the end goes up as it is, which is the tree of RFC 6962 built from below. */
function levelUp(level: readonly Buffer[]): readonly Buffer[] {
  const above: Buffer[] = [];
  for (let at = 0; at < level.length; at += 2) {
    const [left, right] = [level[at], level[at + 1]];
    if (left !== undefined) above.push(right === undefined ? left : nodeHash(left, right));
  }
  return above;
}

/** Over leaves that are hashed already, in their order; of none it is the hash of nothing. */
export function merkleRoot(leaves: readonly Buffer[]): Buffer {
  let level = leaves;
  while (level.length > 1) level = levelUp(level);
  return level[0] ?? sha256('');
}

/** What has to be known besides the leaf to compute the root, from below. */
export function inclusionPath(leaves: readonly Buffer[], at: number): readonly Buffer[] {
  if (leaves.length <= 1) return [];
  const left = leftOf(leaves.length);
  const [near, far] = [leaves.slice(0, left), leaves.slice(left)];
  return at < left
    ? [...inclusionPath(near, at), merkleRoot(far)]
    : [...inclusionPath(far, at - left), merkleRoot(near)];
}

/** The root that a leaf in that place leads to. */
export function rootFrom(leaf: Buffer, at: number, size: number, path: readonly Buffer[]): Buffer {
  const last = path.at(-1);
  if (size <= 1 || last === undefined) return leaf;
  const left = leftOf(size);
  const rest = path.slice(0, -1);
  return at < left
    ? nodeHash(rootFrom(leaf, at, left, rest), last)
    : nodeHash(last, rootFrom(leaf, at - left, size - left, rest));
}

/** The leaf of a vote: who has the receipt and remembers the choice can compute it, and nobody else can. */
export const voteLeaf = (receipt: string, choice: Choice): Buffer => leafOfText(receipt, JSON.stringify(choice));

/** The same, of a choice that is in its text already. */
export const leafOfText = (receipt: string, choice: string): Buffer => leafHash(`${receipt}\n${choice}`);
