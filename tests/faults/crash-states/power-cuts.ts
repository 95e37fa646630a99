// Power cuts: after a final whose disk writes were recorded, many states are made that the disk may hold if the power had gone at some
// moment. Each must open without a repair, be undamaged, and hold every operation that had been acknowledged by then.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brokenAt } from '../checker/chain.ts';
import type { Findings } from '../checker/finding.ts';
import type { Chance } from '../chance.ts';
import type { Counters } from '../history/counters.ts';
import type { History } from '../history/history.ts';
import { readJournal, type Row } from '../history/journal-file.ts';
import { ProductProcess } from '../product/process.ts';
import { freePort } from '../product/ports.ts';
import { ask } from '../wire/http.ts';
import { Disk, type Mode } from './disk.ts';
import { readTrace, type DiskOp } from './trace-file.ts';

export interface PowerCuts {
  readonly trace: string;
  readonly history: History;
  /** The journal as it stood in the end. */
  readonly rows: readonly Row[];
  readonly states: number;
  readonly product: string;
  readonly folder: string;
}

interface Ack {
  readonly at: number;
  readonly seq: number;
}

const modes: readonly Mode[] = ['drop', 'drop', 'keep', 'random', 'torn'];
/** One in so many states is opened by the product itself. */
const realEvery = 50;

/** Acknowledgements as the devices received them, each with the highest number told until then. */
function acksOf(history: History): readonly Ack[] {
  const acks = [...history.ops.values()].flatMap(({ answers }) =>
    answers.flatMap(({ at, answer }) => (answer.ok ? [{ at, seq: answer.seq }] : [])),
  );
  let highest = 0;
  return acks.sort((a, b) => a.at - b.at).map(({ at, seq }) => ({ at, seq: (highest = Math.max(highest, seq)) }));
}

/** The first element for which the order says "after". */
function firstAfter<T>(list: readonly T[], isAfter: (value: T) => boolean): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isAfter(list[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Half of the cuts come right after an acknowledgement, a third between a write and its flush, the rest anywhere. */
function cutAt(ops: readonly DiskOp[], acks: readonly Ack[], chance: Chance): number {
  if (acks.length > 0 && chance.is(0.5)) {
    const { at } = chance.pick(acks);
    return firstAfter(ops, ({ begun }) => begun > at);
  }
  const anywhere = chance.below(ops.length + 1);
  if (chance.is(0.4)) return anywhere;
  for (let at = anywhere; at < ops.length; at += 1) if (ops[at]?.kind === 'S') return at;
  return anywhere;
}

export async function cutPower(cuts: PowerCuts, chance: Chance, findings: Findings, counters: Counters): Promise<void> {
  const ops = readTrace(cuts.trace);
  const acks = acksOf(cuts.history);
  const wanted = Array.from({ length: cuts.states }, () => cutAt(ops, acks, chance)).sort((a, b) => a - b);
  const disk = new Disk();
  let done = 0;
  for (const [number, cut] of wanted.entries()) {
    for (; done < cut; done += 1) disk.take(ops[done] as DiskOp);
    const mode = chance.pick(modes);
    counters.add('crash states');
    if (disk.hasUnsynced) counters.add('crash states with unsynced writes');
    // An acknowledgement that came before the next write began must survive.
    const begun = ops[cut]?.begun ?? Number.MAX_SAFE_INTEGER;
    const known = firstAfter(acks, ({ at }) => at >= begun);
    const seq = acks[known - 1]?.seq ?? 0;
    const folder = join(cuts.folder, `state-${number}`);
    mkdirSync(folder, { recursive: true });
    for (const { path, content } of disk.state(mode, chance)) writeFileSync(folder + path, content);
    const name = `power cut ${number} (${mode}, before write ${cut} of ${ops.length})`;
    const rows = checkState(join(folder, 'liangfen.db'), name, seq, cuts.rows, findings);
    if (rows !== null && number % realEvery === realEvery - 1) {
      await checkWithProduct(cuts.product, folder, name, rows, chance, findings);
      counters.add('crash states opened by the product');
    }
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns how many records the state holds, or null when it cannot be opened. */
function checkState(file: string, name: string, seq: number, final: readonly Row[], findings: Findings): number | null {
  findings.look('I1');
  findings.look('I10');
  try {
    const { rows, integrity } = readJournal(file);
    if (integrity !== 'ok') findings.add('I10', `${name}: SQLite finds the file damaged: ${integrity}`);
    if (rows.length < seq)
      findings.add(
        'I1',
        `${name}: ${seq - rows.length} acknowledged records are lost (${seq} were told, ${rows.length} are there)`,
      );
    const isPrefix = rows.every((row, at) => row.hash === final[at]?.hash && row.body === final[at].body);
    if (!isPrefix) {
      const broken = brokenAt(rows);
      findings.add(
        'I10',
        `${name}: ${broken === null ? 'the records are not those of the final journal' : `the chain is broken at ${broken}`}`,
      );
    }
    return rows.length;
  } catch (error) {
    findings.add('I1', `${name}: cannot be opened: ${String(error)}`);
    return null;
  }
}

async function checkWithProduct(
  product: string,
  data: string,
  name: string,
  rows: number,
  chance: Chance,
  findings: Findings,
): Promise<void> {
  const port = await freePort(chance);
  const started = new ProductProcess({ product, data, port, environment: {} });
  const isReady = (await started.ready()) !== null;
  const health = isReady ? await ask({ port, owner: 'observer', path: '/healthz' }) : null;
  const seq = health === null ? null : (JSON.parse(health.text) as { seq: number }).seq;
  findings.expect(
    'I1',
    seq === rows,
    () =>
      `${name}: the product ${isReady ? `came up at ${seq}` : `did not start: ${started.complaints}`}; the file holds ${rows}`,
  );
  await started.end('SIGKILL');
}
