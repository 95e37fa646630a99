// Ballot codes (投票码): made in batches, each from a secret of its own that is on the disk before the journal has the batch's
// commitment; from the secret the sheets can be printed again. A batch without its fact has never been issued.
import { randomBytes } from 'node:crypto';
import type { OpId } from '#domain/ids.ts';
import type { Seat } from '#domain/seat.ts';
import type { BallotBatch } from '#domain/voting/poll-run.ts';
import type { BallotBatches, StoredBatch } from '#db/ballot-batches.ts';
import { leafHash, merkleRoot } from '#db/merkle.ts';
import type { BoxBatch } from '#protocol/hall.ts';
import type { BallotSheet } from '#protocol/ballots.ts';
import type { Answer } from '#protocol/messages.ts';
import { codeHash, deriveCode, printedCode } from './ballot-code.ts';
import type { LiveEvent } from './live-event.ts';

export interface BatchOrder {
  readonly opId: OpId;
  readonly kind: StoredBatch['kind'];
  readonly count: number;
  readonly names: readonly string[] | null;
}

const codesOf = ({ secret, count }: Pick<StoredBatch, 'secret' | 'count'>): readonly string[] =>
  Array.from({ length: count }, (_, at) => deriveCode(secret, at + 1));

/** Root over the hashes of the codes, in their order: codes that are made afterwards would show. */
const commitmentTo = (hashes: readonly string[]): string =>
  merkleRoot(hashes.map((hash) => leafHash(Buffer.from(hash, 'hex')))).toString('hex');

export class BallotCodes {
  private readonly store: BallotBatches;
  private readonly event: LiveEvent;
  private readonly now: () => number;
  private readonly hashes = new Map<string, readonly string[]>();

  constructor(store: BallotBatches, event: LiveEvent, now: () => number) {
    this.store = store;
    this.event = event;
    this.now = now;
  }

  /** @throws JournalFailure when the secret cannot be stored; then there is no batch. */
  issue(seat: Seat, device: string, order: BatchOrder): Promise<Answer> {
    const { kind, count, commitment } = this.store.findByOperation(order.opId) ?? this.make(order);
    return this.event.submit(seat, device, order.opId, { type: 'ballots.issue', kind, count, commitment });
  }

  /** What the hall is told: it recognises a code and cannot make one. */
  boxBatches(): readonly BoxBatch[] {
    return this.issued().map(({ fact, stored }) => ({
      kind: fact.kind,
      from: fact.from,
      hashes: this.hashesOf(stored),
    }));
  }

  /** What is printed, batch by batch. */
  sheets(): readonly BallotSheet[] {
    const { revokedBallots } = this.event.state;
    return this.issued().map(({ fact: { batch, kind, from, count, at }, stored }) => ({
      ...{ batch, kind, from, count, at },
      cards: codesOf(stored).map((code, place) => ({
        number: from + place,
        code: printedCode(code),
        name: stored.names?.[place] ?? null,
        isRevoked: revokedBallots.has(from + place),
      })),
    }));
  }

  private make({ opId, kind, count, names }: BatchOrder): StoredBatch {
    const secret = randomBytes(32);
    const hashes = codesOf({ secret, count }).map(codeHash);
    const commitment = commitmentTo(hashes);
    const batch: StoredBatch = { commitment, opId, kind, count, secret, names, createdAt: this.now() };
    this.store.add(batch);
    this.hashes.set(commitment, hashes);
    return batch;
  }

  private issued(): readonly { readonly fact: BallotBatch; readonly stored: StoredBatch }[] {
    return this.event.state.ballotBatches.flatMap((fact) => {
      const stored = this.store.find(fact.commitment);
      return stored === null ? [] : [{ fact, stored }];
    });
  }

  private hashesOf(batch: StoredBatch): readonly string[] {
    const known = this.hashes.get(batch.commitment) ?? codesOf(batch).map(codeHash);
    this.hashes.set(batch.commitment, known);
    return known;
  }
}
