// Votes and papers for tests of the ballot box, and a folder for its file.
import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Millis, OpId, RunId } from '#domain/ids.ts';
import type { BallotId, Paper, Vote } from '#db/ballot-box.ts';

const hex = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32);

export const ballot = (name: string | number) => hex(`ballot ${name}`) as BallotId;
export const phone = (name: string | number) => hex(`phone ${name}`) as BallotId;
export const operation = (name: string | number) => hex(`operation ${name}`) as OpId;
export const runId = (number: number) => `run-${number}` as RunId;

export const newBoxFile = () => join(mkdtempSync(join(tmpdir(), 'liangfen-box-')), 'ballots.db');

export const paper = (changes: Partial<Paper> = {}): Paper => ({
  run: runId(1),
  openedAt: 1000 as Millis,
  ask: { kind: 'choose', max: 1 },
  mayChange: false,
  options: ['entry-1', 'entry-2', 'entry-3'],
  ...changes,
});

/** Ballot, phone and operation of the same number, unless said otherwise. */
export const vote = (number: number, choice = 'entry-1', changes: Partial<Vote> = {}): Vote => ({
  run: runId(1),
  ballot: ballot(number),
  phone: phone(number),
  choice: [choice],
  opId: operation(number),
  at: (2000 + number) as Millis,
  ...changes,
});
