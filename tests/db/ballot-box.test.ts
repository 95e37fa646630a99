// The ballot box with a real file: one vote a ballot, the same answer to the same operation, nothing changed after the seal, and a
// count that is right whatever came in which order. One law is tried with chance against a plain list of votes.
import fc from 'fast-check';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import type { Millis } from '#domain/ids.ts';
import { emptyTally, withBallot } from '#domain/voting/tally.ts';
import type { BallotBox, Paper, Vote } from '#db/ballot-box.ts';
import { merkleRoot, voteLeaf } from '#db/merkle.ts';
import { openBallotBox } from '#db/sqlite-ballot-box.ts';
import { ballot, newBoxFile, operation, paper, phone, runId, vote } from '#tests/kit/box.ts';

const open: BallotBox[] = [];
afterEach(() => open.splice(0).forEach((box) => box.close()));

function boxWith(papers: readonly Paper[] = [paper()], file = newBoxFile()): BallotBox {
  const box = openBallotBox(file);
  open.push(box);
  papers.forEach((each) => box.open(each));
  return box;
}

const outcomes = (box: BallotBox, ...votes: readonly Vote[]) => box.cast(votes).map(({ outcome }) => outcome);
const votesFor = (box: BallotBox) => box.tally(runId(1)).rows.map(({ votes }) => votes);
const receiptOf = (box: BallotBox, number: number) => box.find(runId(1), ballot(number))?.receipt;

describe('one vote a ballot', () => {
  it('counts the first of a ballot, inside a group as well, and says so of the others', () => {
    const box = boxWith();
    const second = vote(1, 'entry-2', { opId: operation('second') });
    expect(outcomes(box, vote(1), second, vote(2, 'entry-3'))).toEqual(['stored', 'already-cast', 'stored']);
    expect(outcomes(box, second)).toEqual(['already-cast']);
    expect(votesFor(box)).toEqual([1, 0, 1]);
    expect(box.seal(runId(1)).rejected).toEqual({ repeated: 2, late: 0, unknown: 0, revoked: 0 });
  });

  it('answers the same operation with the same receipt, before and after the seal, and counts it once', () => {
    const box = boxWith();
    const [first] = box.cast([vote(1)]);
    expect(first).toMatchObject({
      outcome: 'stored',
      vote: { receipt: expect.stringMatching(/^[2-9A-HJ-NP-Z]{10}$/) as string },
    });
    const again = { outcome: 'again', vote: first?.outcome === 'stored' ? first.vote : null };
    expect(box.cast([vote(1)])).toEqual([again]);
    box.seal(runId(1));
    expect(box.cast([vote(1)])).toEqual([again]);
    expect(votesFor(box)).toEqual([1, 0, 0]);
  });

  it('gives an operation with another content, and one from another phone, no receipt', () => {
    const box = boxWith();
    box.cast([vote(1)]);
    expect(outcomes(box, vote(1, 'entry-2'), vote(1, 'entry-1', { phone: phone(2) }))).toEqual([
      'already-cast',
      'already-cast',
    ]);
  });

  it('keeps runs apart', () => {
    const box = boxWith([paper(), paper({ run: runId(2) })]);
    expect(outcomes(box, vote(1), vote(1, 'entry-2', { run: runId(2) }))).toEqual(['stored', 'stored']);
    box.seal(runId(1));
    expect(outcomes(box, vote(2, 'entry-2', { run: runId(2) }))).toEqual(['stored']);
    expect(box.tally(runId(2)).ballots).toBe(2);
  });

  it('does not take a run that is opened after a restore for the one of that name before', () => {
    const box = boxWith();
    box.cast([vote(1)]);
    box.open(paper({ openedAt: 9000 as Millis }));
    expect(box.tally(runId(1)).ballots).toBe(0);
    expect(outcomes(box, vote(1, 'entry-2'))).toEqual(['stored']);
  });
});

describe('changing a vote', () => {
  const changing = paper({ mayChange: true });
  const change = vote(1, 'entry-2', { opId: operation('change') });

  it('puts the new choice in place of the former one, which stays readable', () => {
    const box = boxWith([changing]);
    box.cast([vote(1)]);
    const before = receiptOf(box, 1);
    expect(outcomes(box, change)).toEqual(['stored']);
    expect(votesFor(box)).toEqual([0, 1, 0]);
    expect([...box.readFormer(runId(1))]).toMatchObject([{ choice: ['entry-1'], receipt: before }]);
    expect(receiptOf(box, 1)).not.toBe(before);
  });

  it('does not change it back when the first operation arrives again', () => {
    const box = boxWith([changing]);
    box.cast([vote(1), change]);
    expect(outcomes(box, vote(1), change)).toEqual(['again', 'again']);
    expect(votesFor(box)).toEqual([0, 1, 0]);
  });

  it('is for the phone that cast it, and not for another one with the same code', () => {
    const box = boxWith([changing]);
    box.cast([vote(1)]);
    expect(outcomes(box, { ...change, phone: phone('thief') })).toEqual(['already-cast']);
    expect(votesFor(box)).toEqual([1, 0, 0]);
  });

  it('is too late after the seal', () => {
    const box = boxWith([changing]);
    box.cast([vote(1)]);
    box.seal(runId(1));
    expect(outcomes(box, change)).toEqual(['sealed']);
    expect(box.seal(runId(1)).rejected.late).toBe(1);
  });
});

describe('revoked ballots', () => {
  it('take their votes out of what is open and leave what is sealed alone', () => {
    const box = boxWith([paper(), paper({ run: runId(2) })]);
    box.cast([vote(1), vote(2), vote(1, 'entry-2', { run: runId(2) })]);
    const sealed = box.seal(runId(2));
    expect(box.revoke([ballot(1), ballot(1), ballot(9)])).toBe(1);
    expect(box.revoke([ballot(1)])).toBe(0);
    expect(box.tally(runId(1)).ballots).toBe(1);
    expect([...box.readFormer(runId(1))]).toMatchObject([{ ballot: ballot(1) }]);
    expect(box.seal(runId(1)).rejected.revoked).toBe(1);
    expect(box.seal(runId(2))).toEqual(sealed);
  });
});

describe('the seal', () => {
  it('is a root that whoever has the votes can compute again, whatever order they came in', () => {
    const box = boxWith();
    box.cast([vote(3, 'entry-2'), vote(1), vote(2)]);
    const { digest, tally } = box.seal(runId(1));
    const leaves = [...box.read(runId(1))]
      .map(({ receipt, choice }) => voteLeaf(receipt, choice).toString('hex'))
      .sort();
    expect(box.leaves(runId(1))).toEqual(leaves);
    expect(merkleRoot(leaves.map((leaf) => Buffer.from(leaf, 'hex'))).toString('hex')).toBe(digest);
    expect(tally).toEqual({
      ballots: 3,
      rows: [
        { option: 'entry-1', votes: 2, points: 2 },
        { option: 'entry-2', votes: 1, points: 1 },
        { option: 'entry-3', votes: 0, points: 0 },
      ],
    });
  });

  it('shows no leaf before, and is given again after', () => {
    const box = boxWith();
    box.cast([vote(1)]);
    expect(box.leaves(runId(1))).toBeNull();
    const seal = box.seal(runId(1));
    expect(outcomes(box, vote(2))).toEqual(['sealed']);
    expect(box.seal(runId(1))).toEqual({ ...seal, rejected: { ...seal.rejected, late: 1 } });
  });

  it('is kept by the file itself, against whoever has it open', () => {
    const file = newBoxFile();
    const box = boxWith([paper()], file);
    box.cast([vote(1)]);
    box.seal(runId(1));
    box.close();
    const db = new Database(file);
    for (const attempt of [
      'UPDATE vote SET choice = \'["entry-2"]\'',
      'DELETE FROM vote',
      "INSERT INTO vote SELECT 9, run, x'00', phone, choice, op, receipt, at FROM vote",
      "UPDATE run SET tally = '{}'",
      'UPDATE run SET digest = NULL',
      'DELETE FROM run',
    ])
      expect(() => db.exec(attempt)).toThrow(/sealed|never deleted/);
    db.close();
  });
});

describe('opening it again', () => {
  it('knows the votes, the count, what was rejected, and the key', () => {
    const file = newBoxFile();
    const first = boxWith([paper()], file);
    first.cast([vote(1), vote(2, 'entry-3')]);
    first.reject(runId(1), 'unknown');
    first.writeDown();
    const [key, receipt] = [first.key, receiptOf(first, 1)];
    first.close();
    const box = boxWith([paper()], file);
    expect(box.key).toEqual(key);
    expect(receiptOf(box, 1)).toBe(receipt);
    expect(votesFor(box)).toEqual([1, 0, 1]);
    expect(box.seal(runId(1)).rejected.unknown).toBe(1);
    expect(outcomes(box, vote(1))).toEqual(['again']);
  });

  it('is refused to a second process as long as the first one lives', () => {
    const file = newBoxFile();
    boxWith([paper()], file);
    expect(() => openBallotBox(file, 0)).toThrow('store.locked');
  });
});

const asks = [
  { kind: 'choose', max: 2 },
  { kind: 'rank', max: 3 },
] as const;

const step = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('cast' as const),
      group: fc.array(
        fc.record({
          number: fc.integer({ min: 1, max: 6 }),
          by: fc.integer({ min: 1, max: 2 }),
          op: fc.integer({ min: 1, max: 12 }),
          choice: fc.shuffledSubarray(['entry-1', 'entry-2', 'entry-3'], { minLength: 1, maxLength: 2 }),
        }),
        { minLength: 1, maxLength: 6 },
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('revoke' as const), number: fc.integer({ min: 1, max: 6 }) }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'reopen' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'seal' as const }) },
);

describe('votes, changes, repeats, revocations, seals and restarts in any order', () => {
  it.each([true, false])('leave in the box what a plain list of votes says (may change: %s)', (mayChange) => {
    fc.assert(
      fc.property(fc.constantFrom(...asks), fc.array(step, { maxLength: 25 }), (ask, steps) => {
        const file = newBoxFile();
        const about = paper({ ask, mayChange });
        let box = openBallotBox(file);
        box.open(about);
        const current = new Map<string, Vote>();
        const past: Vote[] = [];
        let isSealed = false;
        for (const each of steps) {
          if (each.kind === 'reopen') {
            box.close();
            box = openBallotBox(file);
            box.open(about);
          } else if (each.kind === 'seal') {
            box.seal(runId(1));
            isSealed = true;
          } else if (each.kind === 'revoke') {
            box.revoke([ballot(each.number)]);
            if (!isSealed) current.delete(ballot(each.number));
          } else {
            const group = each.group.map(({ number, by, op, choice }) =>
              vote(number, '', {
                choice: ask.kind === 'rank' ? choice : choice.toSorted(),
                phone: phone(by),
                opId: operation(op),
              }),
            );
            box.cast(group).forEach((cast, at) => {
              const sent = group[at];
              if (sent === undefined) throw new Error('more answers than votes');
              const before = current.get(sent.ballot);
              const isChange = before?.phone === sent.phone && mayChange;
              if (cast.outcome === 'stored') {
                expect(isSealed).toBe(false);
                expect(before === undefined || isChange).toBe(true);
                current.set(sent.ballot, sent);
                past.push(sent);
              } else if (cast.outcome === 'again') expect(past).toContainEqual({ ...sent, at: cast.vote.at });
              else if (!isSealed) expect(before).toBeDefined();
            });
          }
          const tally = [...current.values()].reduce(
            (sum, { choice }) => withBallot(sum, ask, choice),
            emptyTally(about.options),
          );
          expect(box.tally(runId(1))).toEqual(tally);
        }
        expect(box.seal(runId(1)).tally.ballots).toBe(current.size);
        expect(new Set([...box.read(runId(1))].map((each) => each.ballot))).toEqual(new Set(current.keys()));
        box.close();
      }),
      { numRuns: 40 },
    );
  });
});
