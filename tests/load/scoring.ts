// The scoring engine's rows of the benchmark: a whole result of a large event as a multiple of reading its numbers once, and what one
// changed mark costs. Everything in one process, the two sides in turns, medians over the rounds.
import { eventRule } from '#domain/event-rule/event-rule.ts';
import { columns } from '#domain/event-rule/columns.ts';
import { rational } from '#domain/numbers.ts';
import type { Contest, EntrySource } from '#domain/rules/contest.ts';
import { evaluate, type Evaluation } from '#domain/rules/evaluate.ts';
import { rank } from '#domain/rules/rank.ts';
import { exampleEvent } from '#tests/kit/example-event.ts';
import { median, percentile, rounded } from './figures.ts';

const size = { entries: 1000, judges: 100, items: 10 };
const rounds = 61;
const warmUps = 30;

/** Entries differ as they do in life, or the marks are chance alone and the whole field lies within a point. */
export type Spread = 'levels' | 'chance';

/**
 * The same marks in every run, in thousandths, by a small generator of whole numbers. Every twentieth entry has the marks of the one
 * before it with the judges in another order: equal in the trimmed and the untrimmed mean, so that the judges are compared.
 */
export function marksOf(spread: Spread): readonly (readonly (readonly (number | null)[])[])[] {
  let state = 20_260_101;
  const next = () => (state = (state * 48_271) % 2_147_483_647);
  const all: number[][][] = [];
  for (let entry = 0; entry < size.entries; entry += 1) {
    const level = spread === 'levels' ? 5000 + (next() % 4000) : 8000;
    const twin = entry % 20 === 19 ? all[entry - 1] : undefined;
    all.push(
      twin?.map((row) => [...row.slice(1), ...row.slice(0, 1)]) ??
        Array.from({ length: size.items }, () =>
          Array.from({ length: size.judges }, () => level - 1000 + (next() % 2000)),
        ),
    );
  }
  return all;
}

export const definition = exampleEvent(
  { entries: 0, judges: size.judges, items: size.items },
  {
    aggregate: { kind: 'trimmed-mean', dropHighest: 1, dropLowest: 1, minForTrim: 5, trimScope: 'judge-total' },
    tieBreakers: [{ kind: 'untrimmed-mean' }, { kind: 'head-to-head' }],
  },
);

export function contestOf(marks: ReturnType<typeof marksOf>): Contest {
  const entries = marks.map((rows, entry): EntrySource => ({
    id: `entry-${entry + 1}`,
    marks: { [columns.marks]: { rows } },
    numbers: { [columns.deductions]: rational(0n), [columns.bonuses]: rational(0n) },
    lists: {},
  }));
  const table = {
    id: columns.marks,
    judges: definition.panel.map(({ seat }) => seat),
    items: definition.criteria.map(({ id }) => id),
    decimals: 3,
  };
  return { tables: [table], entries, decisions: [] };
}

/** Reads every stored mark once, where it is stored: entry by entry, item by item, judge by judge. */
function readOnce({ entries }: Contest): number {
  let total = 0;
  for (const entry of entries)
    for (const row of entry.marks[columns.marks]?.rows ?? [])
      for (let judge = 0; judge < row.length; judge += 1) total += row[judge] ?? 0;
  return total;
}

function readFlat(flat: Int32Array): number {
  let total = 0;
  for (let at = 0; at < flat.length; at += 1) total += flat[at] ?? 0;
  return total;
}

const timed = <T>(work: () => T): readonly [number, T] => {
  const from = process.hrtime.bigint();
  const result = work();
  return [Number(process.hrtime.bigint() - from) / 1e6, result];
};

export interface ScoringReport {
  readonly fullMs: number;
  readonly fullP99Ms: number;
  readonly readMs: number;
  readonly flatMs: number;
  /** Of medians, and the smallest and largest of the rounds. */
  readonly multiple: number;
  readonly multipleFrom: number;
  readonly multipleTo: number;
  readonly flatMultiple: number;
  readonly changeMs: number;
  readonly changeP99Ms: number;
  /** Of the full computation in the same round. */
  readonly changeShare: number;
  readonly changeShareFrom: number;
  readonly changeShareTo: number;
  readonly recomputed: number;
  /** Entries that a tie-breaker was asked about. */
  readonly tied: number;
}

const computed = (rule: ReturnType<typeof eventRule>, contest: Contest) => {
  const evaluation = evaluate(rule, contest);
  return { evaluation, ranked: rank(evaluation) };
};

/** Entries of which some column was made again. */
const remade = (before: Evaluation, after: Evaluation): number =>
  before.contest.entries.filter((_, entry) =>
    before.rule.steps.some(({ id }) => before.cell(id, entry) !== after.cell(id, entry)),
  ).length;

export function measureScoring(spread: Spread): ScoringReport {
  const contest = contestOf(marksOf(spread));
  const flat = Int32Array.from(
    contest.entries.flatMap((entry) => entry.marks[columns.marks]?.rows.flat() ?? []),
    Number,
  );
  const times = { full: [] as number[], read: [] as number[], flat: [] as number[], change: [] as number[] };
  let [recomputed, tied] = [0, 0];
  for (let round = -warmUps; round < rounds; round += 1) {
    // A new event: nothing is remembered of the rounds before.
    const rule = eventRule({ ...definition });
    const [read, sum] = timed(() => readOnce(contest));
    const [flatRead, flatSum] = timed(() => readFlat(flat));
    const [full, first] = timed(() => computed(rule, contest));
    if (sum !== flatSum) throw new Error('the two loops read different numbers');
    const changed = (round + warmUps) % size.entries;
    const entries = contest.entries.map((entry, at) => (at === changed ? withOneMark(entry, round) : entry));
    const [change, second] = timed(() => computed(rule, { ...contest, entries }));
    recomputed = Math.max(recomputed, remade(first.evaluation, second.evaluation));
    tied = new Set(first.ranked.questions.flatMap((question) => question.tied)).size;
    // The first rounds warm up.
    if (round < 0) continue;
    times.full.push(full);
    times.read.push(read);
    times.flat.push(flatRead);
    times.change.push(change);
  }
  const ratios = times.full.map((full, round) => full / (times.read[round] ?? NaN));
  const shares = times.change.map((change, round) => change / (times.full[round] ?? NaN));
  return {
    fullMs: rounded(median(times.full)),
    fullP99Ms: rounded(percentile(times.full, 0.99)),
    readMs: rounded(median(times.read), 3),
    flatMs: rounded(median(times.flat), 3),
    multiple: rounded(median(times.full) / median(times.read)),
    multipleFrom: rounded(Math.min(...ratios)),
    multipleTo: rounded(Math.max(...ratios)),
    flatMultiple: rounded(median(times.full) / median(times.flat)),
    changeMs: rounded(median(times.change), 3),
    changeP99Ms: rounded(percentile(times.change, 0.99), 3),
    changeShare: rounded(median(times.change) / median(times.full), 3),
    changeShareFrom: rounded(Math.min(...shares), 3),
    changeShareTo: rounded(Math.max(...shares), 3),
    recomputed,
    tied,
  };
}

function withOneMark(entry: EntrySource, round: number): EntrySource {
  const rows = (entry.marks[columns.marks]?.rows ?? []).map((row, item) =>
    item === 0 ? row.map((mark, judge) => (judge === 0 ? 8000 + round : mark)) : row,
  );
  return { ...entry, marks: { [columns.marks]: { rows } } };
}
