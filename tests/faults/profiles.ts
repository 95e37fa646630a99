// How much is done: smoke with every test run, gate before a merge, full before a release.
import type { FinalSettings } from './final.ts';
import type { Fault } from './nemesis/faults.ts';
import { calmNetwork, type NetworkFaults } from './nemesis/network.ts';
import type { Manners } from './workload/judge.ts';

export interface Profile {
  readonly name: 'smoke' | 'gate' | 'full';
  /** Played one after the other. */
  readonly finals: readonly FinalSettings[];
  /** Power cuts in all, shared by the finals whose writes are recorded. */
  readonly states: number;
  readonly mutants: readonly string[];
  /** What must have happened at least so often; otherwise the run has shown nothing and is UNKNOWN. */
  readonly sometimes: Readonly<Record<string, number>>;
}

export const manners: Manners = { everyMs: 56, again: 0.05, forged: 0.02, stale: 0.04, ahead: 0.1, slow: 0.01 };

export const badNetwork: NetworkFaults = {
  loseRequest: 0.004,
  loseAnswer: 0.01,
  badWeather: 0.15,
  cutEveryMs: 700,
  halfOpenEveryMs: 9000,
  repeatEveryMs: 60,
};

export const plain: FinalSettings = {
  name: 'final',
  size: { judges: 9, entries: 24, items: 2, opsPerSheet: 3, hasPictures: false },
  manners,
  network: badNetwork,
  faults: [],
  races: 0.3,
  neverReading: 1,
  flood: 0,
  isRecorded: false,
  restores: 0,
  memoryLimitMb: 400,
  limitMs: 600_000,
  patienceMs: 60_000,
  endsAtTrouble: false,
};

const times = (faults: Partial<Record<Fault, number>>): readonly Fault[] =>
  (Object.entries(faults) as [Fault, number][]).flatMap(([fault, count]) => Array<Fault>(count).fill(fault));

/** A final whose disk writes are recorded: acknowledgements come as fast as they can, so that the cuts after them say something. */
export const recorded: FinalSettings = {
  ...plain,
  name: 'recorded',
  size: { judges: 15, entries: 24, items: 1, opsPerSheet: 7, hasPictures: false },
  network: { ...calmNetwork, loseAnswer: 0.004 },
  faults: times({ kill: 2, term: 1, 'slow-disk': 1 }),
  isRecorded: true,
};

const smoke: Profile = {
  name: 'smoke',
  finals: [
    {
      ...plain,
      name: 'kills',
      restores: 1,
      size: { judges: 9, entries: 12, items: 2, opsPerSheet: 5, hasPictures: false },
      faults: times({
        kill: 1,
        'kill-aimed': 2,
        'kill-at-start': 1,
        'kill-twice': 1,
        term: 1,
        swap: 1,
        reload: 2,
        storm: 1,
      }),
    },
    {
      ...recorded,
      name: 'power and disk',
      size: { judges: 10, entries: 12, items: 1, opsPerSheet: 3, hasPictures: false },
      faults: times({
        kill: 1,
        'full-disk': 2,
        'failing-write': 2,
        'failing-flush': 1,
        clock: 2,
        'clock-and-kill': 1,
        pause: 1,
      }),
    },
  ],
  states: 200,
  mutants: ['M2', 'M3'],
  sometimes: {
    'score operations in the journal': 600,
    kills: 6,
    'answers lost': 3,
    'duplicates answered': 50,
    'late scores held': 1,
    'races of two consoles': 6,
    'writes refused by a full disk': 1,
    'crash states with unsynced writes': 40,
    'backups read through': 5,
    'backups restored and started': 1,
    'seats taken over': 1,
    'reloads with something waiting': 1,
    'heads told to observers': 10,
  },
};

const many = <T>(count: number, make: (number: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, at) => make(at + 1));

/** Finals of different sizes with so many kills each. */
const nights = (count: number, faults: Partial<Record<Fault, number>>, opsPerSheet: number): readonly FinalSettings[] =>
  many(count, (number) => ({
    ...plain,
    name: `final ${number}`,
    restores: 3,
    size: {
      judges: [30, 21, 24, 27][number % 4] ?? 24,
      entries: 24,
      items: 1 + (number % 3),
      opsPerSheet: opsPerSheet + (number % 4 === 0 ? -4 : number % 4 === 1 ? 4 : 0),
      hasPictures: number % 3 === 0,
    },
    flood: number % 3 === 0 ? 150 : 0,
    neverReading: 1 + (number % 3),
    faults: times(faults),
  }));

const usual: Partial<Record<Fault, number>> = {
  kill: 9,
  'kill-aimed': 7,
  'kill-at-start': 2,
  'kill-twice': 1,
  term: 2,
  pause: 3,
  clock: 3,
  'clock-and-kill': 2,
  'full-disk': 2,
  'failing-write': 2,
  'failing-flush': 1,
  'slow-disk': 2,
  storm: 2,
  swap: 2,
  reload: 5,
};

const gate: Profile = {
  name: 'gate',
  finals: [
    ...nights(8, usual, 21),
    ...many(3, (number) => ({ ...recorded, name: `recorded ${number}`, size: { ...recorded.size, opsPerSheet: 9 } })),
  ],
  states: 2000,
  mutants: [],
  sometimes: {
    'score operations in the journal': 100_000,
    kills: 200,
    'kills during start': 10,
    'operations caught between commit and answer': 40,
    'answers lost': 300,
    'requests lost': 100,
    'links made half-open': 40,
    'links cut': 200,
    'duplicates answered': 4000,
    'late scores held': 30,
    'late scores admitted': 5,
    'late scores dismissed': 5,
    'sheets returned': 10,
    'races of two consoles': 150,
    'writes refused by a full disk': 20,
    'writes failed': 8,
    'flushes failed': 4,
    'fault clock': 20,
    'fault pause': 20,
    'crash states': 2000,
    'crash states with unsynced writes': 400,
    'crash states opened by the product': 30,
    'seats taken over': 10,
    'former tablets fenced off': 8,
    'reloads with something waiting': 5,
    'heads told to observers': 100,
    'backups read through': 100,
    'backups asked for under load': 20,
    'backups restored and started': 20,
  },
};

const full: Profile = {
  ...gate,
  name: 'full',
  finals: [
    ...nights(24, { ...usual, kill: 22, 'kill-aimed': 14, 'kill-at-start': 3, 'kill-twice': 2 }, 15),
    ...many(10, (number) => ({ ...recorded, name: `recorded ${number}`, size: { ...recorded.size, opsPerSheet: 9 } })),
  ],
  states: 10_000,
  sometimes: {
    ...gate.sometimes,
    kills: 1000,
    'kills during start': 50,
    'operations caught between commit and answer': 100,
    'answers lost': 1000,
    'links made half-open': 120,
    'duplicates answered': 5000,
    'late scores held': 80,
    'races of two consoles': 300,
    'crash states': 10_000,
    'crash states with unsynced writes': 2000,
    'crash states opened by the product': 150,
  },
};

export const profiles = { smoke, gate, full } as const;
