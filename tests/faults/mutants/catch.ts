// Lets each planted bug loose in a short run. The harness is tested by this: a bug that is not caught is a hole in it.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench } from '../final.ts';
import { inMs, nanos } from '../clock.ts';
import { newFolder, run } from '../run.ts';
import { mutants } from './list.ts';
import type { Mutant } from './mutant.ts';
import { plant } from './plant.ts';
import { mutantRuns } from './runs.ts';

export interface Caught {
  readonly mutant: Mutant;
  readonly isCaught: boolean;
  /** What was broken, or why the bug could not be let loose. */
  readonly by: string;
  readonly seconds: number;
  readonly first: string;
}

const withinSeconds = 120;
/** They wait more than they work. */
const atOnce = 2;

export async function catchMutants(
  wanted: readonly string[] | 'all',
  bench: Omit<Bench, 'folder'>,
  seed: string,
  say: (line: string) => void,
): Promise<readonly Caught[]> {
  const waiting = mutants.filter(({ id }) => wanted === 'all' || wanted.includes(id));
  const caught = new Map<string, Caught>();
  const next = [...waiting];
  const work = async () => {
    for (let mutant = next.shift(); mutant !== undefined; mutant = next.shift()) {
      const result = await catchOne(mutant, bench, seed);
      const outcome = result.isCaught ? 'caught' : 'NOT CAUGHT';
      say(`${mutant.id} ${mutant.bug}: ${outcome} in ${Math.round(result.seconds)} s by ${result.by}`);
      caught.set(mutant.id, result);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return waiting.flatMap(({ id }) => caught.get(id) ?? []);
}

async function catchOne(mutant: Mutant, bench: Omit<Bench, 'folder'>, seed: string): Promise<Caught> {
  const begun = nanos();
  const folder = newFolder();
  try {
    const planted = await plant(mutant, bench.product, folder);
    if ('failed' in planted)
      return { mutant, isCaught: false, by: planted.failed, seconds: inMs(begun) / 1000, first: '' };
    const settings = { name: mutant.id, ...mutantRuns[mutant.against], sometimes: {} };
    const done = await run(settings, { ...bench, product: planted.built }, `${seed}/${mutant.id}`, () => {});
    if (done.kept !== null) rmSync(done.kept, { recursive: true, force: true });
    const broken = [...done.findings.broken()].sort();
    const seconds = inMs(begun) / 1000;
    const first = done.findings.all.find(({ invariant }) => mutant.trips.includes(invariant))?.what ?? '';
    const isCaught = broken.some((invariant) => mutant.trips.includes(invariant)) && seconds <= withinSeconds;
    return { mutant, isCaught, by: broken.join(', ') || 'nothing', seconds, first };
  } finally {
    rmSync(join(folder), { recursive: true, force: true });
  }
}
