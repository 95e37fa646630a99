// The short runs that planted bugs are let loose in: each aims at the part of the product where the bug is.
import type { FinalSettings } from '../final.ts';
import { calmNetwork } from '../nemesis/network.ts';
import { badNetwork, plain, recorded } from '../profiles.ts';
import type { Mutant } from './mutant.ts';

export interface MutantRun {
  readonly finals: readonly FinalSettings[];
  readonly states: number;
}

const small: FinalSettings = {
  ...plain,
  size: { judges: 10, entries: 6, items: 1, opsPerSheet: 5, hasPictures: false },
  limitMs: 75_000,
  patienceMs: 8000,
  endsAtTrouble: true,
};

const one = (final: Partial<FinalSettings>, states = 0): MutantRun => ({ finals: [{ ...small, ...final }], states });

export const mutantRuns: Readonly<Record<Mutant['against'], MutantRun>> = {
  kill: one({ name: 'mutant', faults: ['kill-aimed', 'kill-aimed', 'kill', 'kill-aimed', 'kill', 'kill-aimed'] }),
  network: one({
    name: 'mutant',
    network: { ...badNetwork, loseAnswer: 0.03, repeatEveryMs: 25 },
    manners: { ...plain.manners, again: 0.2, forged: 0.1, stale: 0.3 },
    races: 0.8,
  }),
  power: {
    finals: [
      {
        ...recorded,
        size: { ...small.size, opsPerSheet: 3 },
        faults: ['kill'],
        limitMs: 75_000,
        patienceMs: 8000,
        endsAtTrouble: true,
      },
    ],
    states: 60,
  },
  disk: one({
    name: 'mutant',
    network: calmNetwork,
    faults: ['full-disk', 'failing-write', 'failing-flush', 'full-disk', 'failing-write', 'failing-flush', 'kill'],
  }),
  slow: one({
    name: 'mutant',
    size: { ...small.size, entries: 3, hasPictures: true },
    network: calmNetwork,
    neverReading: 6,
    memoryLimitMb: 420,
    flood: 600,
    limitMs: 105_000,
  }),
  sums: one({
    name: 'mutant',
    size: { ...small.size, entries: 14, opsPerSheet: 1 },
    network: calmNetwork,
  }),
  swap: one({ name: 'mutant', faults: ['swap', 'swap', 'swap'] }),
};
