// From marks to one total per judge: added up, or, where items have weights, each mark's share of full marks times the weight.
// A judge who left an item out has no total. [R-TOTAL]
import { divide, multiply, rational, sum, toRational, type Rational } from '../../numbers.ts';
import { NO_NOTES } from '../cell.ts';
import { MOST_UNITS, type EntryMarks, type MarkTable } from '../contest.ts';
import type { JudgeValues } from '../panel.ts';
import type { StepOf } from '../step-schema.ts';
import { rounded } from './rounding.ts';
import { expectForm, type EntryStep } from './step.ts';

interface Coefficients {
  /** What one unit of each item's mark gives, in units of the total. */
  readonly times: readonly number[];
  /** Units of the total that make one point. */
  readonly per: number;
}

const MOST_EXACT = BigInt(Number.MAX_SAFE_INTEGER);

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}

/** Integer coefficients over one denominator, or null where they would be too fine for exact integers. */
function coefficientsOf(step: StepOf<'judge-totals'>, table: MarkTable, items: number): Coefficients | null {
  const scale = 10n ** BigInt(table.decimals);
  const shares = step.weights?.map(({ full, weight }) => divide(toRational(weight), toRational(full)));
  if (shares === undefined) return { times: Array.from({ length: items }, () => 1), per: Number(scale) };
  const common = shares.reduce((least, { d }) => (least / gcd(least, d)) * d, 1n);
  const times = shares.map((share) => share.n * (common / share.d));
  const together = times.reduce((all, value) => all + (value < 0n ? -value : value), 0n);
  // A panel of a hundred such totals still adds up to an exact integer.
  const isExact = together * BigInt(MOST_UNITS) * 100n <= MOST_EXACT && common * scale <= MOST_EXACT;
  return isExact ? { times: times.map(Number), per: Number(common * scale) } : null;
}

// A step and a table meet for every entry of a contest, so their coefficients are worked out once.
const known = new WeakMap<StepOf<'judge-totals'>, WeakMap<MarkTable, Coefficients | null>>();

function coefficients(step: StepOf<'judge-totals'>, table: MarkTable, items: number): Coefficients | null {
  let ofStep = known.get(step);
  if (!ofStep) known.set(step, (ofStep = new WeakMap()));
  let found = ofStep.get(table);
  if (found === undefined) ofStep.set(table, (found = coefficientsOf(step, table, items)));
  return found;
}

/** A judge who left an item out has no total. */
const withGaps = (totals: readonly number[], rows: EntryMarks['rows']): readonly (number | null)[] =>
  totals.map((total, judge) => (rows.every((row) => row[judge] != null) ? total : null));

function inUnits({ times, per }: Coefficients, { rows }: EntryMarks, judges: number): JudgeValues {
  const totals = new Array<number>(judges).fill(0);
  let isComplete = true;
  // Plain loops that do nothing else: here every mark of a large contest is read.
  for (let item = 0; item < rows.length; item += 1) {
    const row = rows[item] as EntryMarks['rows'][number];
    const each = times[item] ?? 1;
    for (let judge = 0; judge < judges; judge += 1) {
      const mark = row[judge];
      if (mark == null) isComplete = false;
      else totals[judge] = (totals[judge] as number) + mark * each;
    }
  }
  return { form: 'units', units: isComplete ? totals : withGaps(totals, rows), per };
}

function inFractions(step: StepOf<'judge-totals'>, table: MarkTable, { rows }: EntryMarks): JudgeValues {
  const scale = 10n ** BigInt(table.decimals);
  const shareOf = (item: number): Rational => {
    const weight = step.weights?.[item];
    return weight === undefined ? rational(1n) : divide(toRational(weight.weight), toRational(weight.full));
  };
  const values = table.judges.map((_, judge) => {
    const marks = rows.map((row, item) => {
      const mark = row[judge];
      return mark === null || mark === undefined ? null : multiply(rational(BigInt(mark), scale), shareOf(item));
    });
    const given = marks.filter((mark) => mark !== null);
    return given.length < marks.length || marks.length === 0 ? null : rounded(sum(given), step);
  });
  return { form: 'exact', values };
}

export const judgeTotals: EntryStep<'judge-totals'> = (step, read) => {
  const { table, marks } = expectForm(read(step.of), 'marks');
  const plan = step.decimals === undefined ? coefficients(step, table, marks.rows.length) : null;
  // Without a named list of items each entry has its own, and a plan made for one would not fit another.
  const fits = plan !== null && marks.rows.length > 0 && marks.rows.length <= Math.max(plan.times.length, 1);
  const values = fits ? inUnits(plan, marks, table.judges.length) : inFractions(step, table, marks);
  return { form: 'judges', values, table, notes: NO_NOTES };
};
