// The embedded ballot box: a SQLite file of its own in WAL mode with synchronous=FULL, so that a vote with a receipt survives
// the power cord. Every run's count is written with the votes that made it and read at the start; sealing counts anew.
import Database from 'better-sqlite3';
import { randomBytes } from 'node:crypto';
import type { RunId } from '#domain/ids.ts';
import type { Choice } from '#domain/voting/choice.ts';
import type { Rejected } from '#domain/voting/poll-run.ts';
import { emptyTally, withBallot, type Tally } from '#domain/voting/tally.ts';
import type { BallotBox, Cast, Seal, StoredVote, Vote } from './ballot-box.ts';
import { votes } from './box-migrations/0001-votes.ts';
import { boxRows, type BoxRows, type KnownRun } from './box-rows.ts';
import { guardedWrites } from './guarded-writes.ts';
import { StoreUnusable } from './journal.ts';
import { makeRoomInLog } from './log-room.ts';
import { leafOfText, merkleRoot } from './merkle.ts';
import { makeReceipt } from './receipt.ts';
import { unusable } from './verify.ts';

export const boxName = 'ballots.db';

const migrations = [votes];

/** A process of the hall that is ending may still hold the file. */
const lockWaitMs = 5000;
/** 200 kB between two turns of the event loop. */
const pagesAtOnce = 50;

function migrate(db: Database.Database): void {
  const version = db.pragma('user_version', { simple: true }) as number;
  if (version > migrations.length) throw new StoreUnusable('store.too-new', String(version));
  if (version === migrations.length) return;
  db.transaction(() => {
    migrations.slice(version).forEach((sql) => db.exec(sql));
    if (version === 0) db.prepare('INSERT INTO box (singleton, key) VALUES (1, ?)').run(randomBytes(32));
    db.pragma(`user_version = ${migrations.length}`);
  })();
}

function readKey(db: Database.Database): Buffer {
  const row = db.prepare<[], { key: Buffer }>('SELECT key FROM box').get();
  if (row === undefined) throw new StoreUnusable('store.damaged', db.name);
  return row.key;
}

/** One vote within the transaction of its group; the tally moves with it. */
function castOne(rows: BoxRows, run: KnownRun, vote: Vote): Cast {
  const stored: StoredVote = { ...vote, receipt: makeReceipt() };
  const { ask, mayChange } = run.paper;
  if (run.digest === null && rows.add(run, stored)) {
    run.tally = withBallot(run.tally, ask, vote.choice);
    return { outcome: 'stored', vote: stored };
  }
  const before = rows.find(run, vote.ballot);
  const isSame = (known: StoredVote) => known.phone === vote.phone && String(known.choice) === String(vote.choice);
  const earlier = before?.opId === vote.opId ? before : rows.findFormer(run, vote.ballot, vote.opId);
  if (earlier !== null) return isSame(earlier) ? { outcome: 'again', vote: earlier } : { outcome: 'already-cast' };
  if (before !== null && (before.phone !== vote.phone || !mayChange)) return { outcome: 'already-cast' };
  if (before === null || run.digest !== null) return { outcome: 'sealed' };
  rows.change(run, stored);
  run.tally = withBallot(withBallot(run.tally, ask, before.choice, -1), ask, vote.choice);
  return { outcome: 'stored', vote: stored };
}

/** Equal choices are equal bytes: they are counted as bytes, and each is looked at once. */
function recount(rows: BoxRows, run: KnownRun): { readonly tally: Tally; readonly leaves: readonly Buffer[] } {
  const counts = new Map<string, number>();
  const leaves: Buffer[] = [];
  for (const { receipt, choice } of rows.cast(run)) {
    counts.set(choice, (counts.get(choice) ?? 0) + 1);
    leaves.push(leafOfText(receipt, choice));
  }
  const tally = [...counts].reduce(
    (sum, [choice, times]) => withBallot(sum, run.paper.ask, JSON.parse(choice) as Choice, times),
    emptyTally(run.paper.options),
  );
  return { tally, leaves: leaves.sort((a, b) => Buffer.compare(a, b)) };
}

const rejectedBy: { readonly [Outcome in Cast['outcome']]: keyof Rejected | null } = {
  stored: null,
  again: null,
  'already-cast': 'repeated',
  sealed: 'late',
};

function sqliteBox(db: Database.Database): BallotBox {
  const guarded = guardedWrites();
  const rows = boxRows(db);
  const known = new Map<RunId, KnownRun>();
  /** Runs whose number of rejected attempts is not written yet. */
  const unwritten = new Set<KnownRun>();

  const runOf = (run: RunId): KnownRun => {
    const found = known.get(run);
    if (found === undefined) throw new Error(`${run} has not been opened`);
    return found;
  };
  const reject = (run: KnownRun, why: keyof Rejected) => {
    run.rejected = { ...run.rejected, [why]: run.rejected[why] + 1 };
    unwritten.add(run);
  };
  const writeRejected = () => unwritten.forEach((run) => void rows.countRejected(run));
  /** Everything happens, durably and at once, or nothing, in memory as well. */
  const together = <T>(work: () => T): T => {
    const before = [...known.values()].map((run) => [run, run.tally, run.rejected] as const);
    try {
      const result = guarded(() => db.transaction(work).immediate());
      unwritten.clear();
      return result;
    } catch (error) {
      for (const [run, tally, rejected] of before) Object.assign(run, { tally, rejected });
      throw error;
    }
  };

  return {
    key: readKey(db),
    open(paper) {
      if (known.get(paper.run)?.paper.openedAt === paper.openedAt) return;
      known.set(
        paper.run,
        guarded(() => rows.run(paper, emptyTally(paper.options))),
      );
    },
    isSealed: (run) => runOf(run).digest !== null,
    cast: (group) =>
      together(() => {
        const touched = new Set<KnownRun>();
        const outcomes = group.map((vote) => {
          const run = runOf(vote.run);
          const cast = castOne(rows, run, vote);
          const why = rejectedBy[cast.outcome];
          if (why !== null) reject(run, why);
          if (cast.outcome === 'stored') touched.add(run);
          return cast;
        });
        touched.forEach((run) => void rows.count(run));
        writeRejected();
        return outcomes;
      }),
    reject: (run, why) => reject(runOf(run), why),
    writeDown() {
      if (unwritten.size > 0) together(writeRejected);
    },
    revoke(ballots) {
      const open = [...known.values()].filter(({ digest }) => digest === null);
      const cast = open.flatMap((run) => [...new Set(ballots)].flatMap((ballot) => rows.find(run, ballot) ?? []));
      if (cast.length === 0) return 0;
      together(() => {
        for (const { run: id, ballot, choice } of cast) {
          const run = runOf(id);
          rows.revoke(run, ballot);
          run.tally = withBallot(run.tally, run.paper.ask, choice, -1);
          rows.count(run);
          reject(run, 'revoked');
        }
        writeRejected();
      });
      return cast.length;
    },
    find: (run, ballot) => rows.find(runOf(run), ballot),
    tally: (run) => runOf(run).tally,
    seal(id): Seal {
      const run = runOf(id);
      if (run.digest === null) {
        const { tally, leaves } = recount(rows, run);
        const digest = merkleRoot(leaves).toString('hex');
        together(() => {
          writeRejected();
          rows.seal(run, tally, digest);
        });
        Object.assign(run, { tally, digest });
      }
      return { tally: run.tally, rejected: run.rejected, digest: run.digest ?? '' };
    },
    read: (run) => rows.votes(runOf(run)),
    readFormer: (run) => rows.formerVotes(runOf(run)),
    leaves(id) {
      const run = runOf(id);
      return run.digest === null ? null : recount(rows, run).leaves.map((leaf) => leaf.toString('hex'));
    },
    copyTo: async (copy) => void (await db.backup(copy, { progress: () => pagesAtOnce })),
    close: () => void db.close(),
  };
}

/**
 * Opens or creates the box in one file. A second process on the same file is refused while the first one lives.
 * @throws StoreUnusable
 */
export function openBallotBox(file: string, waitMs = lockWaitMs): BallotBox {
  let db: Database.Database;
  try {
    db = new Database(file, { timeout: waitMs });
  } catch (error) {
    throw new StoreUnusable('store.unwritable', file, error);
  }
  try {
    // The hall is the one writer and the one reader of a live box.
    db.pragma('locking_mode = EXCLUSIVE');
    db.pragma('journal_mode = WAL');
    // NORMAL would lose votes that have a receipt with the power.
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    db.pragma('trusted_schema = OFF');
    migrate(db);
    const box = sqliteBox(db);
    makeRoomInLog(db);
    return box;
  } catch (error) {
    db.close();
    throw unusable(error, file);
  }
}
