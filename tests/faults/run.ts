// One run: the finals of a profile one after the other, then the power cuts, the verdict, and what is kept when it is not good.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Findings } from './checker/finding.ts';
import { startTimes } from './checker/limits.ts';
import { Chance } from './chance.ts';
import { inMs, nanos } from './clock.ts';
import { cutPower } from './crash-states/power-cuts.ts';
import { playFinal, type Bench, type FinalOutcome, type FinalSettings } from './final.ts';
import { Counters } from './history/counters.ts';
import type { Run } from './report/markdown.ts';
import { judge } from './report/verdict.ts';

export interface RunSettings {
  readonly name: string;
  readonly finals: readonly FinalSettings[];
  readonly states: number;
  readonly sometimes: Readonly<Record<string, number>>;
}

/** In memory where that can be had: thousands of small states are written and read. */
export const newFolder = (): string =>
  mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'liangfen-faults-'));

export async function run(
  settings: RunSettings,
  bench: Omit<Bench, 'folder'>,
  seed: string,
  say: (line: string) => void,
): Promise<Run> {
  const begun = nanos();
  const folder = newFolder();
  const chance = new Chance(seed);
  const findings = new Findings();
  const counters = new Counters();
  const [startMs, firstAckMs, convergedMs, floorMs]: [number[], number[], number[], number[]] = [[], [], [], []];
  let memoryMb = 0;
  let isKept = false;
  const recordedFinals = settings.finals.filter(({ isRecorded }) => isRecorded).length;
  for (const final of settings.finals) {
    const outcome = await playFinal(final, { ...bench, folder }, chance.of(final.name));
    const { history, trace, rows } = outcome;
    if (trace !== null) {
      const states = Math.ceil(settings.states / recordedFinals);
      const cuts = { trace, history, rows, states, product: bench.product, folder };
      await cutPower(cuts, chance.of(`${final.name} power`), outcome.findings, history.counters);
    }
    findings.join(outcome.findings);
    counters.join(history.counters);
    startMs.push(...startTimes(history));
    firstAckMs.push(...history.starts.flatMap((start) => start.firstAckMs ?? []));
    floorMs.push(...history.floorMs);
    convergedMs.push(...history.convergedMs);
    memoryMb = Math.max(memoryMb, ...history.memoryMb);
    say(`${final.name}: ${describe(outcome)}`);
    if (outcome.findings.all.length > 0) {
      outcome.findings.all.slice(0, 5).forEach(({ invariant, what }) => say(`  ${invariant}: ${what}`));
      history.write(join(folder, final.name));
      isKept = true;
    } else rmSync(join(folder, final.name), { recursive: true, force: true });
  }
  if (!isKept) rmSync(folder, { recursive: true, force: true });
  return {
    profile: settings.name,
    seed,
    seconds: inMs(begun) / 1000,
    findings,
    counters,
    judged: judge(findings, counters, settings.sometimes),
    sometimes: settings.sometimes,
    startMs,
    firstAckMs,
    convergedMs,
    floorMs,
    memoryMb,
    kept: isKept ? folder : null,
  };
}

function describe({ findings, history, rows, seconds }: FinalOutcome): string {
  const { counters } = history;
  const found = findings.all.length === 0 ? 'nothing found' : `FOUND ${[...findings.broken()].join(' ')}`;
  return `${rows.length} records, ${counters.of('score operations in the journal')} score operations, ${counters.of('kills')} kills, ${counters.of('crash states')} crash states, ${Math.round(seconds)} s: ${found}`;
}
