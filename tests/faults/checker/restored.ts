// A backup that was made under load, restored by the documented command and started as another computer would: the same records, a new
// epoch, the chain without a gap, the judges' sessions valid, and what the backup has in it answered as it was the first time.
import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Chance } from '../chance.ts';
import type { History, Op } from '../history/history.ts';
import { readJournal, type Row } from '../history/journal-file.ts';
import { freePort } from '../product/ports.ts';
import { ProductProcess } from '../product/process.ts';
import { askAgain } from '../workload/ask-again.ts';
import { brokenAt } from './chain.ts';
import type { Findings } from './finding.ts';

export interface Restoring {
  /** Where the command line and the built server are. */
  readonly product: string;
  readonly data: string;
  readonly folder: string;
  readonly times: number;
  readonly history: History;
  readonly rows: readonly Row[];
  /** Of seats that were never taken over, by device. */
  readonly cookies: ReadonlyMap<string, string>;
}

const most = 12;

export async function checkRestored(restoring: Restoring, chance: Chance, findings: Findings): Promise<void> {
  const folder = join(restoring.data, 'backups');
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.db')) : [];
  for (const [at, name] of chance.shuffled(names).slice(0, restoring.times).entries())
    await restoreOne(restoring, join(folder, name), join(restoring.folder, `restored-${at}`), name, chance, findings);
}

async function restoreOne(
  { product, history, rows, cookies }: Restoring,
  backup: string,
  data: string,
  name: string,
  chance: Chance,
  findings: Findings,
): Promise<void> {
  const length = readJournal(backup).rows.length;
  const problem = await runRestore(product, backup, data);
  findings.expect('I10', problem === null, () => `backup ${name} could not be restored: ${problem}`);
  if (problem !== null) return;
  const port = await freePort(chance);
  const started = new ProductProcess({ product, data, port, environment: {} });
  if ((await started.ready()) === null)
    return findings.add('I10', `the server does not start on restored ${name}: ${started.complaints}`);
  const device = chance.pick([...cookies.keys()]);
  const ops = [...history.ops.values()].filter(
    ({ owner, answers }) => owner === device && answers.some(({ answer }) => answer.ok),
  );
  const asked = chance.shuffled(ops).slice(0, most);
  const { refusedBy, answers } = await askAgain(port, cookies.get(device) ?? '', asked);
  findings.expect('I10', refusedBy === null, () => `${device} was not let in by restored ${name}: ${refusedBy}`);
  await started.end('SIGTERM');
  for (const op of asked) checkAnswer(op, length, answers.get(op.opId), name, findings);
  const restored = readJournal(join(data, 'liangfen.db')).rows;
  const isSame = restored.slice(0, length).every(({ hash }, at) => hash === rows[at]?.hash);
  const [first] = restored.slice(length);
  const isNew = first?.type === 'event.restored' && first.epoch !== rows[0]?.epoch;
  findings.expect(
    'I10',
    isSame && isNew && brokenAt(restored) === null,
    () => `restored ${name} is not the backup's ${length} records and a new epoch after them`,
  );
  history.counters.add('backups restored and started');
}

const seqOf = (op: Op): number => {
  const first = op.answers.find(({ answer }) => answer.ok)?.answer;
  return first?.ok === true ? first.seq : 0;
};

/** In the backup: as it was. Not in it: decided anew, whatever comes of it. */
function checkAnswer(
  op: Op,
  length: number,
  answer: Op['answers'][number]['answer'] | undefined,
  name: string,
  findings: Findings,
): void {
  const seq = seqOf(op);
  const isAnswered = answer !== undefined && (answer.ok || !answer.retryable);
  findings.expect('I16', isAnswered, () => `${op.opId.slice(0, 8)} was not answered by restored ${name}`);
  if (seq <= length)
    findings.expect(
      'I5',
      answer?.ok === true && answer.seq === seq,
      () => `${op.opId.slice(0, 8)} was ${seq}, restored ${name} says ${JSON.stringify(answer)}`,
    );
}

/** @returns what it complained of, or null. */
function runRestore(product: string, backup: string, data: string): Promise<string | null> {
  const program = join(product, 'scripts/liangfen.mjs');
  return new Promise((resolve) =>
    execFile(process.execPath, [program, 'restore', backup, '--data', data], (error, stdout, stderr) =>
      resolve(error === null ? null : `${stdout}${stderr}`.trim() || error.message),
    ),
  );
}
