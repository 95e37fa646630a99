// The scoring engine's rows of the benchmark: a whole result of a large event as a multiple of reading its numbers once, and what one
// changed mark costs. Everything in one process, the two sides in turns, medians over the rounds.
import { eventRule } from '#domain/event-rule/event-rule.ts';
import { columns } from '#domain/event-rule/columns.ts';
import { rational } from '#domain/numbers.ts';
import type { Contest, EntrySource } from '#domain/rules/contest.ts';
import { evaluate, type Evaluation } from '#domain/rules/evaluate.ts';
import { rank } from '#domain/rules/rank.ts';
import { exampleEvent } from '#tests/kit/example-event.ts';
import { median, rounded } from './figures.ts';

const size = { entries: 1000, judges: 100, items: 10 };
const rounds = 41;

/** The same marks in every run: 7.000 to 9.999 in thousandths, by a small generator of whole numbers. */
function marksOf(): readonly (readonly (readonly (number | null)[])[])[] {
  let state = 20_260_101;
  const next = () => (state = (state * 48_271) % 2_147_483_647);
  return Array.from({ length: size.entries }, () =>
    Array.from({ length: size.items }, () => Array.from({ length: size.judges }, () => 7000 + (next() % 3000))),
  );
}

const definition = exampleEvent(
  { entries: 0, judges: size.judges, items: size.items },
  {
    aggregate: { kind: 'trimmed-mean', dropHighest: 1, dropLowest: 1, minForTrim: 5, trimScope: 'judge-total' },
    tieBreakers: [{ kind: 'untrimmed-mean' }, { kind: 'head-to-head' }],
  },
);

function contestOf(marks: ReturnType<typeof marksOf>): Contest {
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
  readonly readMs: number;
  readonly flatMs: number;
  /** Of medians, and the smallest and largest of the rounds. */
  readonly multiple: number;
  readonly multipleFrom: number;
  readonly multipleTo: number;
  readonly flatMultiple: number;
  readonly changeMs: number;
  readonly changeShare: number;
  readonly recomputed: number;
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

export function measureScoring(): ScoringReport {
  const contest = contestOf(marksOf());
  const flat = Int32Array.from(contest.entries.flatMap((entry) => entry.marks[columns.marks]?.rows.flat() ?? []), Number);
  const times = { full: [] as number[], read: [] as number[], flat: [] as number[], change: [] as number[] };
  let [recomputed, tied] = [0, 0];
  for (let round = -5; round < rounds; round += 1) {
    // A new event: nothing is remembered of the rounds before.
    const rule = eventRule({ ...definition });
    const [read, sum] = timed(() => readOnce(contest));
    const [flatRead, flatSum] = timed(() => readFlat(flat));
    const [full, first] = timed(() => computed(rule, contest));
    if (sum !== flatSum) throw new Error('the two loops read different numbers');
    const changed = (round + 5) % size.entries;
    const entries = contest.entries.map((entry, at) => (at === changed ? withOneMark(entry, round) : entry));
    const [change, second] = timed(() => computed(rule, { ...contest, entries }));
    recomputed = Math.max(recomputed, remade(first.evaluation, second.evaluation));
    tied = first.ranked.questions.length;
    // The first rounds warm up.
    if (round < 0) continue;
    times.full.push(full);
    times.read.push(read);
    times.flat.push(flatRead);
    times.change.push(change);
  }
  const ratios = times.full.map((full, round) => full / (times.read[round] ?? NaN));
  return {
    fullMs: rounded(median(times.full)),
    readMs: rounded(median(times.read), 3),
    flatMs: rounded(median(times.flat), 3),
    multiple: rounded(median(times.full) / median(times.read)),
    multipleFrom: rounded(Math.min(...ratios)),
    multipleTo: rounded(Math.max(...ratios)),
    flatMultiple: rounded(median(times.full) / median(times.flat)),
    changeMs: rounded(median(times.change), 3),
    changeShare: rounded(median(times.change) / median(times.full), 3),
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
