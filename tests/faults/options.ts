// The command line of `npm run faults`.
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { profiles } from './profiles.ts';

export interface Options {
  readonly profile: keyof typeof profiles;
  readonly seed: string;
  /** Only the planted bugs: all of them, or these. */
  readonly mutants: readonly string[] | 'all' | null;
  /** A file that the report is added to. */
  readonly report: string | null;
  /** Where counts are left for the test command. */
  readonly counts: string | null;
}

export const usage = `npm run faults -- [--profile smoke|gate|full] [--seed N] [--mutants [M1,M2 …]] [--report FILE]

  --profile   smoke (default): minutes, part of npm test · gate: before a merge · full: before a release
  --seed      plays the same schedule again; without it a new one is drawn and printed
  --mutants   plants bugs, one after the other, each of which has to be caught; without names all of them
  --report    adds the report as Markdown to this file
`;

function mutantsIn(text: string | undefined): Options['mutants'] {
  if (text === undefined) return null;
  return text === 'all' ? 'all' : text.split(',');
}

/** @returns the options, or a sentence. */
export function readOptions(args: readonly string[]): Options | string {
  // `--mutants` alone stands for all of them.
  const given = args.flatMap((arg, at) =>
    arg === '--mutants' && !/^M/.test(args[at + 1] ?? '') ? [arg, 'all'] : [arg],
  );
  try {
    const { values } = parseArgs({
      args: given,
      options: {
        profile: { type: 'string', default: 'smoke' },
        seed: { type: 'string' },
        mutants: { type: 'string' },
        report: { type: 'string' },
        counts: { type: 'string' },
      },
    });
    const profile = (['smoke', 'gate', 'full'] as const).find((known) => known === values.profile);
    if (profile === undefined) return usage;
    return {
      profile,
      seed: values.seed ?? randomBytes(8).readBigUInt64LE().toString(),
      mutants: mutantsIn(values.mutants),
      report: values.report ?? null,
      counts: values.counts ?? null,
    };
  } catch {
    return usage;
  }
}
