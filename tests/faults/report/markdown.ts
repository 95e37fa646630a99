// The report of one run, as text that people read and that docs/faults-report.md keeps.
import type { Findings } from '../checker/finding.ts';
import { quantile } from '../checker/limits.ts';
import type { Counters } from '../history/counters.ts';
import { invariants, type Invariant } from './invariants.ts';
import { summed, type Judged } from './verdict.ts';

export interface Run {
  readonly profile: string;
  readonly seed: string;
  readonly seconds: number;
  readonly findings: Findings;
  readonly counters: Counters;
  readonly judged: Judged;
  readonly sometimes: Readonly<Record<string, number>>;
  readonly startMs: readonly number[];
  readonly firstAckMs: readonly number[];
  /** What starting an empty Node took meanwhile. */
  readonly floorMs: readonly number[];
  readonly convergedMs: readonly number[];
  readonly memoryMb: number;
  readonly kept: string | null;
}

const ms = (values: readonly number[]): string =>
  values.length === 0
    ? 'none'
    : `median ${Math.round(quantile(values, 0.5) ?? 0)} ms, 99 % ${Math.round(quantile(values, 0.99) ?? 0)} ms, of ${values.length}`;

function lineOf({ id, promise, missing }: Invariant, findings: Findings): string {
  if (missing !== undefined) return `| ${id} | ${promise} | – | does not apply: ${missing} |`;
  const looked = findings.looked.get(id) ?? 0;
  const state = findings.broken().has(id) ? '**broken**' : looked > 0 ? 'holds' : 'not looked at';
  return `| ${id} | ${promise} | ${looked} | ${state} |`;
}

export function reportOf(run: Run): string {
  const { findings, counters, judged } = run;
  const wanted = new Map(Object.entries(run.sometimes));
  const lines = [
    `## ${run.profile}, seed ${run.seed}: ${judged.verdict}`,
    '',
    [
      `${Math.round(run.seconds)} s`,
      `start to address: ${ms(run.startMs)}`,
      `an empty Node meanwhile: ${ms(run.floorMs)}`,
      `start to first acknowledgement: ${ms(run.firstAckMs)}`,
      `quiet to the same picture: ${ms(run.convergedMs)}`,
      `most memory: ${run.memoryMb} MB`,
    ].join(' · '),
    '',
    '| invariant | promise | looked at | |',
    '|---|---|---:|---|',
    ...invariants.map((invariant) => lineOf(invariant, findings)),
    '',
    '| what happened | times | at least |',
    '|---|---:|---:|',
    ...counters.all().map(([name, count]) => `| ${name} | ${count} | ${wanted.get(name) ?? ''} |`),
    ...judged.missing.filter(({ is }) => is === 0).map(({ name, wanted: least }) => `| ${name} | **0** | ${least} |`),
    '',
    ...judged.missing.map(({ name, is, wanted: least }) => `- Not enough happened: ${name} ${is} of ${least}.`),
    ...summed(findings.all).flatMap(({ invariant, count, first }) => [
      '',
      `**${invariant}** (${count})`,
      ...first.map((what) => `- ${what}`),
    ]),
    ...(run.kept === null ? [] : ['', `History, trace and data are kept in ${run.kept}.`]),
  ];
  return `${lines.join('\n')}\n`;
}
