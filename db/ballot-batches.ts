// The secrets of ballot codes and the names of a roster: kept so that sheets can be printed again, and in no journal, no view and
// not in the ballot box, which knows hashes alone.
import type { Database } from 'better-sqlite3';
import type { Write } from './guarded-writes.ts';

export interface StoredBatch {
  /** As in the journal; a batch that is not there has never been issued. */
  readonly commitment: string;
  /** The operation that issued it: the same one sent again issues the same batch. */
  readonly opId: string;
  readonly kind: 'codes' | 'roster';
  readonly count: number;
  readonly secret: Buffer;
  /** Of a roster, one for each ballot in order. */
  readonly names: readonly string[] | null;
  readonly createdAt: number;
}

export interface BallotBatches {
  /** @throws JournalFailure as the journal's append does. */
  add(batch: StoredBatch): void;
  findByOperation(opId: string): StoredBatch | null;
  find(commitment: string): StoredBatch | null;
}

interface BatchRow extends Omit<StoredBatch, 'names'> {
  readonly names: string | null;
}

const columns = 'commitment, op_id AS opId, kind, count, secret, names, created_at AS createdAt';

export function sqliteBallotBatches(db: Database, guarded: Write): BallotBatches {
  const add = db.prepare<[BatchRow]>(
    `INSERT INTO ballot_batch (commitment, op_id, kind, count, secret, names, created_at)
     VALUES (@commitment, @opId, @kind, @count, @secret, @names, @createdAt)`,
  );
  const byOperation = db.prepare<[string], BatchRow>(`SELECT ${columns} FROM ballot_batch WHERE op_id = ?`);
  const byCommitment = db.prepare<[string], BatchRow>(`SELECT ${columns} FROM ballot_batch WHERE commitment = ?`);
  const toBatch = (row: BatchRow | undefined): StoredBatch | null =>
    row === undefined ? null : { ...row, names: row.names === null ? null : (JSON.parse(row.names) as string[]) };
  return {
    add: (batch) =>
      guarded(() => void add.run({ ...batch, names: batch.names === null ? null : JSON.stringify(batch.names) })),
    findByOperation: (opId) => toBatch(byOperation.get(opId)),
    find: (commitment) => toBatch(byCommitment.get(commitment)),
  };
}
