// Runs and votes of the ballot box as rows of SQLite, and the statements on them. Ids are kept as their bytes: a million votes
// are a hundred megabytes and not two.
import type { Database } from 'better-sqlite3';
import type { Millis, OpId, RunId } from '#domain/ids.ts';
import type { Choice } from '#domain/voting/choice.ts';
import type { Rejected } from '#domain/voting/poll-run.ts';
import type { Tally } from '#domain/voting/tally.ts';
import type { BallotId, Paper, StoredVote } from './ballot-box.ts';

interface VoteRow {
  readonly ballot: Buffer;
  readonly phone: Buffer;
  readonly choice: string;
  readonly op: Buffer;
  readonly receipt: string;
  readonly at: number;
}

interface RunRow extends Rejected {
  readonly id: number;
  readonly paper: string;
  readonly tally: string;
  readonly digest: string | null;
}

export interface KnownRun {
  readonly id: number;
  readonly paper: Paper;
  tally: Tally;
  rejected: Rejected;
  digest: string | null;
}

const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex');

const toRow = (vote: StoredVote): VoteRow => ({
  ballot: bytes(vote.ballot),
  phone: bytes(vote.phone),
  choice: JSON.stringify(vote.choice),
  op: bytes(vote.opId),
  receipt: vote.receipt,
  at: vote.at,
});

const toVote = (run: RunId, row: VoteRow): StoredVote => ({
  run,
  ballot: row.ballot.toString('hex') as BallotId,
  phone: row.phone.toString('hex') as BallotId,
  choice: JSON.parse(row.choice) as Choice,
  opId: row.op.toString('hex') as OpId,
  receipt: row.receipt,
  at: row.at as Millis,
});

const toRun = ({ id, paper, tally, digest, repeated, late, unknown, revoked }: RunRow): KnownRun => ({
  id,
  paper: JSON.parse(paper) as Paper,
  tally: JSON.parse(tally) as Tally,
  rejected: { repeated, late, unknown, revoked },
  digest,
});

const columns = 'ballot, phone, choice, op, receipt, at';

/** What can be asked of the rows and done to them; whoever calls holds the transaction. */
export function boxRows(db: Database) {
  const runs = db.prepare<[string, number], RunRow>(
    'SELECT id, paper, tally, digest, repeated, late, unknown, revoked FROM run WHERE name = ? AND opened_at = ?',
  );
  const addRun = db.prepare<[string, number, string, string]>(
    'INSERT INTO run (name, opened_at, paper, tally) VALUES (?, ?, ?, ?)',
  );
  const count = db.prepare<[string, number]>('UPDATE run SET tally = ? WHERE id = ?');
  const countRejected = db.prepare<[Rejected & { id: number }]>(
    'UPDATE run SET repeated = @repeated, late = @late, unknown = @unknown, revoked = @revoked WHERE id = @id',
  );
  const seal = db.prepare<[string, string, number]>('UPDATE run SET tally = ?, digest = ? WHERE id = ?');
  const add = db.prepare<[VoteRow & { run: number }]>(
    `INSERT INTO vote (run, ${columns}) VALUES (@run, @ballot, @phone, @choice, @op, @receipt, @at)
     ON CONFLICT (run, ballot) DO NOTHING`,
  );
  const find = db.prepare<[number, Buffer], VoteRow>(`SELECT ${columns} FROM vote WHERE run = ? AND ballot = ?`);
  const change = db.prepare<[VoteRow & { run: number }]>(
    'UPDATE vote SET choice = @choice, op = @op, receipt = @receipt, at = @at WHERE run = @run AND ballot = @ballot',
  );
  const keep = db.prepare<[string, number, Buffer]>(
    `INSERT INTO former_vote (run, ${columns}, because) SELECT run, ${columns}, ? FROM vote WHERE run = ? AND ballot = ?`,
  );
  const remove = db.prepare<[number, Buffer]>('DELETE FROM vote WHERE run = ? AND ballot = ?');
  const findFormer = db.prepare<[number, Buffer, Buffer], VoteRow>(
    `SELECT ${columns} FROM former_vote WHERE run = ? AND ballot = ? AND op = ? AND because = 'changed'`,
  );
  const all = db.prepare<[number], VoteRow>(`SELECT ${columns} FROM vote WHERE run = ? ORDER BY ballot`);
  const allFormer = db.prepare<[number], VoteRow>(
    `SELECT ${columns} FROM former_vote WHERE run = ? ORDER BY ballot, id`,
  );
  const cast = db.prepare<[number], Pick<VoteRow, 'receipt' | 'choice'>>(
    'SELECT receipt, choice FROM vote WHERE run = ?',
  );

  function* votes(run: KnownRun, rows: Iterable<VoteRow>): Iterable<StoredVote> {
    for (const row of rows) yield toVote(run.paper.run, row);
  }
  const stored = ({ paper }: KnownRun, row: VoteRow | undefined) => (row === undefined ? null : toVote(paper.run, row));

  return {
    /** The run of that name and time, added with nothing in it where there is none. */
    run(paper: Paper, tally: Tally): KnownRun {
      const known = runs.get(paper.run, paper.openedAt);
      if (known !== undefined) return toRun(known);
      const { lastInsertRowid } = addRun.run(paper.run, paper.openedAt, JSON.stringify(paper), JSON.stringify(tally));
      return {
        id: Number(lastInsertRowid),
        paper,
        tally,
        rejected: { repeated: 0, late: 0, unknown: 0, revoked: 0 },
        digest: null,
      };
    },
    count: ({ id, tally }: KnownRun) => count.run(JSON.stringify(tally), id),
    countRejected: ({ id, rejected }: KnownRun) => countRejected.run({ ...rejected, id }),
    seal: ({ id }: KnownRun, tally: Tally, digest: string) => seal.run(JSON.stringify(tally), digest, id),
    /** @returns false, and nothing is written, when the ballot has a vote. */
    add: ({ id }: KnownRun, vote: StoredVote): boolean => add.run({ ...toRow(vote), run: id }).changes === 1,
    find: (run: KnownRun, ballot: BallotId) => stored(run, find.get(run.id, bytes(ballot))),
    findFormer: (run: KnownRun, ballot: BallotId, opId: OpId) =>
      stored(run, findFormer.get(run.id, bytes(ballot), bytes(opId))),
    change({ id }: KnownRun, vote: StoredVote): void {
      keep.run('changed', id, bytes(vote.ballot));
      change.run({ ...toRow(vote), run: id });
    },
    revoke({ id }: KnownRun, ballot: BallotId): void {
      keep.run('revoked', id, bytes(ballot));
      remove.run(id, bytes(ballot));
    },
    votes: (run: KnownRun) => votes(run, all.iterate(run.id)),
    formerVotes: (run: KnownRun) => votes(run, allFormer.iterate(run.id)),
    /** Receipt and the text of the choice alone, as fast as rows can be read. */
    cast: ({ id }: KnownRun): Iterable<Pick<VoteRow, 'receipt' | 'choice'>> => cast.iterate(id),
  };
}

export type BoxRows = ReturnType<typeof boxRows>;
