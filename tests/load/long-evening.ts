// Row P10: how soon the first score is acknowledged after a start, with a hundred thousand facts in the journal and a million votes in
// the box. The floor is reading the same rows once.
import Database from 'better-sqlite3';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalJson, sha256 } from '#db/chain.ts';
import type { BallotId } from '#db/ballot-box.ts';
import type { NewEntry } from '#db/journal.ts';
import { openBallotBox } from '#db/sqlite-ballot-box.ts';
import { openSqlite } from '#db/sqlite.ts';
import type { Fact } from '#domain/facts.ts';
import type { Millis, OpId, RunId } from '#domain/ids.ts';
import type { Seat } from '#domain/seat.ts';
import { Device } from '#tests/kit/server.ts';
import { ServerProcess } from '#tests/whole-show/kit/server-process.ts';
import { median, percentile, rounded } from './figures.ts';
import { votingEvent } from './hall/voting-hall.ts';
import type { Row } from './row.ts';

const facts = 100_000;
const votes = 1_000_000;
const repeats = 5;

const operator: Seat = { role: 'operator' };
const hex = (bytes: number, of: string) =>
  createHash('sha256')
    .update(of)
    .digest('hex')
    .slice(0, 2 * bytes);

/** A day on which every sheet is handed in and taken back, over and over. */
function* longDay(): Generator<readonly [Seat, Fact]> {
  const definition = votingEvent(1);
  const order = definition.entries.map(({ id }) => id);
  yield [operator, { type: 'event.defined', definition }];
  yield [operator, { type: 'rules.confirmed', definitionVersion: 1 }];
  yield [operator, { type: 'event.started' }];
  for (const entry of order) {
    yield [operator, { type: 'stage.called', entry }];
    yield [operator, { type: 'scoring.opened', entries: [entry] }];
  }
  const marks = definition.criteria.map(({ id }) => ({ criterion: id, mark: '17.5' as never }));
  for (let version = 1; ; version += 1)
    for (const entry of order)
      for (const { seat } of definition.panel) {
        const by: Seat = { role: 'judge', seat };
        yield [by, { type: 'score.submitted', entry, seat, version, marks, remark: '', receipt: '01-1-AAAA' }];
        yield [by, { type: 'score.taken-back', entry, seat, version }];
      }
}

function fillJournal(file: string): void {
  const { journal } = openSqlite(file);
  const group: NewEntry[] = [];
  for (const [by, fact] of longDay()) {
    const seq = journal.lastSeq + group.length + 1;
    if (seq > facts) break;
    group.push({
      at: 1_700_000_000_000 + seq,
      opId: hex(16, `op ${seq}`),
      opHash: sha256(String(seq)),
      by: canonicalJson(by),
      device: 'bench',
      type: fact.type,
      body: canonicalJson(fact),
    });
    if (group.length === 5000) journal.append(group.splice(0));
  }
  journal.append(group);
  journal.close();
}

function fillBox(file: string): void {
  const box = openBallotBox(file);
  const run = 'run-1' as RunId;
  const options = votingEvent(1).entries.map(({ id }) => id);
  box.open({ run, openedAt: 1 as Millis, ask: { kind: 'choose', max: 1 }, mayChange: false, options });
  for (let from = 0; from < votes; from += 20_000)
    box.cast(
      Array.from({ length: 20_000 }, (_, at) => {
        const ballot = hex(16, `ballot ${from + at}`) as BallotId;
        return {
          run,
          ballot,
          phone: ballot,
          choice: [options[at % options.length] ?? ''],
          opId: randomBytes(16).toString('hex') as OpId,
          at: 1 as Millis,
        };
      }),
    );
  box.close();
}

/** Every row of both files, in the order in which they lie. */
function readOnce(folder: string): number {
  const from = process.hrtime.bigint();
  for (const [name, table] of [
    ['liangfen.db', 'journal'],
    ['ballots.db', 'votes'],
  ] as const) {
    const db = new Database(join(folder, name), { readonly: true });
    let rows = 0;
    for (const _row of db.prepare(`SELECT * FROM ${table}`).iterate()) rows += 1;
    if (rows === 0) throw new Error(`${name} is empty`);
    db.close();
  }
  return Number(process.hrtime.bigint() - from) / 1e6;
}

/** From the process's start to the first acknowledgement. */
async function start(data: string): Promise<number> {
  const from = process.hrtime.bigint();
  const server = await ServerProcess.start([], data);
  const desk = await new Device(server.url).join(server.operatorCode);
  const answer = await desk.post('/api/command', {
    opId: randomBytes(16).toString('hex'),
    command: { type: 'hall.set-locale', locale: 'en' },
  });
  const ms = Number(process.hrtime.bigint() - from) / 1e6;
  if (!answer.ok) throw new Error(await answer.text());
  await server.stop();
  return ms;
}

export async function measureLongEvening(): Promise<readonly Row[]> {
  const data = mkdtempSync(join(tmpdir(), 'liangfen-evening-'));
  fillJournal(join(data, 'liangfen.db'));
  fillBox(join(data, 'ballots.db'));
  const [starts, reads]: [number[], number[]] = [[], []];
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    reads.push(readOnce(data));
    starts.push(await start(data));
  }
  const ratios = starts.map((ms, at) => ms / (reads[at] ?? NaN));
  return [
    {
      row: 'P10',
      what: 'start to first acknowledgement, 100,000 facts and 1,000,000 votes; floor: reading these rows once',
      target: '≤ 3',
      ratio: rounded(median(ratios)),
      ratioFrom: rounded(Math.min(...ratios)),
      ratioTo: rounded(Math.max(...ratios)),
      isMet: median(ratios) <= 3,
      real: rounded(median(starts)),
      realP99: rounded(percentile(starts, 0.99)),
      floor: rounded(median(reads)),
    },
  ];
}
