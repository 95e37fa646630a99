// Which ballot codes there are, by their hashes: the hall's process can tell a good code from a made-up one and holds none.
import type { BallotId } from '#db/ballot-box.ts';
import type { BoxBatch } from '#protocol/hall.ts';
import { ballotOf, canonicalCode, codeHash } from '../ballot-code.ts';

export type CodeFound =
  | { readonly state: 'good'; readonly kind: BoxBatch['kind']; readonly ballot: BallotId }
  | { readonly state: 'unknown' | 'revoked' };

export class BallotRoll {
  private readonly known: ReadonlyMap<string, { readonly kind: BoxBatch['kind']; readonly number: number }>;
  private readonly revoked: ReadonlySet<number>;

  constructor(batches: readonly BoxBatch[] = [], revoked: readonly number[] = []) {
    this.known = new Map(
      batches.flatMap(({ kind, from, hashes }) =>
        hashes.map((hash, at) => [hash, { kind, number: from + at }] as const),
      ),
    );
    this.revoked = new Set(revoked);
  }

  find(typed: string): CodeFound {
    const code = canonicalCode(typed);
    const hash = code === null ? '' : codeHash(code);
    const known = this.known.get(hash);
    if (known === undefined) return { state: 'unknown' };
    return this.revoked.has(known.number)
      ? { state: 'revoked' }
      : { state: 'good', kind: known.kind, ballot: ballotOf(hash) };
  }

  /** What was cast with these counts no more. */
  revokedBallots(): readonly BallotId[] {
    if (this.revoked.size === 0) return [];
    return [...this.known].filter(([, { number }]) => this.revoked.has(number)).map(([hash]) => ballotOf(hash));
  }
}
