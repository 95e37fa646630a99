// The tree of RFC 6962: known roots, and every leaf leads to the root by its own way and by no other.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { inclusionPath, leafHash, merkleRoot, rootFrom, voteLeaf } from '#db/merkle.ts';

const hex = (text: string) => Buffer.from(text, 'hex');
const leavesOf = (size: number) => Array.from({ length: size }, (_, at) => leafHash(`leaf ${at}`));

/** The definition of RFC 6962, section 2.1, word for word. */
function rootByDefinition(leaves: readonly Buffer[]): Buffer {
  const [only] = leaves;
  if (only === undefined) return createHash('sha256').digest();
  if (leaves.length === 1) return only;
  const left = 2 ** Math.floor(Math.log2(leaves.length - 1));
  return createHash('sha256')
    .update(Buffer.from([1]))
    .update(rootByDefinition(leaves.slice(0, left)))
    .update(rootByDefinition(leaves.slice(left)))
    .digest();
}

describe('the root over leaves', () => {
  it('is the one that certificate transparency has for its own test data', () => {
    const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
    const leaves = inputs.map((input) => leafHash(hex(input)));
    expect(merkleRoot([]).toString('hex')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(merkleRoot(leaves.slice(0, 1)).toString('hex')).toBe(
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    );
    expect(merkleRoot(leaves).toString('hex')).toBe('5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328');
  });

  it('is that of the definition for every number of leaves', () => {
    for (let size = 0; size <= 33; size += 1)
      expect(merkleRoot(leavesOf(size))).toEqual(rootByDefinition(leavesOf(size)));
  });

  it('is reached from every leaf by its own way, and from no other leaf', () => {
    for (const size of [1, 2, 3, 7, 8, 9, 33]) {
      const leaves = leavesOf(size);
      const root = merkleRoot(leaves);
      leaves.forEach((leaf, at) => {
        const path = inclusionPath(leaves, at);
        expect(rootFrom(leaf, at, size, path)).toEqual(root);
        if (size > 1) expect(rootFrom(leafHash('another'), at, size, path)).not.toEqual(root);
      });
    }
  });
});

describe('the leaf of a vote', () => {
  it('can be computed by whoever has the receipt and remembers the choice', () => {
    const expected = createHash('sha256').update('\0ABCDEFGH23\n["entry-1","entry-2"]').digest();
    expect(voteLeaf('ABCDEFGH23', ['entry-1', 'entry-2'])).toEqual(expected);
    expect(voteLeaf('ABCDEFGH23', ['entry-1'])).not.toEqual(expected);
  });
});
