// A second, deliberately simple calculator: whole hundredths in BigInt, school arithmetic, no code of the product. What
// the screens show at the end of a day must be what this says.

/** A judge's sheet: the mark per item, as typed. */
export type Marks = readonly string[];

export interface Scored {
  readonly entry: string;
  /** Valid sheets only: whoever is recused or absent is not here. */
  readonly sheets: readonly Marks[];
  /** Points off, as typed. */
  readonly deductions: readonly string[];
}

export interface Line {
  readonly entry: string;
  readonly score: string;
  readonly rank: number;
}

/** "17.4" → 1740n. */
export function hundredths(text: string): bigint {
  const [whole = '0', fraction = ''] = text.split('.');
  return BigInt(whole + fraction.padEnd(2, '0'));
}

export function twoDecimals(value: bigint): string {
  const digits = value.toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

const add = (values: readonly bigint[]) => values.reduce((sum, value) => sum + value, 0n);
const ascending = (values: readonly bigint[]) => [...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));

/** A judge's total as a screen shows it. */
export const totalOf = (marks: Marks): string => twoDecimals(add(marks.map(hundredths)));

/** The sum of the totals that count and how many they are: one highest and one lowest are out when there are five or more. */
function counted(sheets: readonly Marks[]): { readonly sum: bigint; readonly count: bigint } {
  const totals = ascending(sheets.map((marks) => add(marks.map(hundredths))));
  const kept = totals.length >= 5 ? totals.slice(1, -1) : totals;
  return { sum: add(kept), count: BigInt(kept.length) };
}

/** Half up, once, after the deductions; never below zero. */
export function scoreOf({ sheets, deductions }: Pick<Scored, 'sheets' | 'deductions'>): string {
  const { sum, count } = counted(sheets);
  const points = sum - add(deductions.map(hundredths)) * count;
  return twoDecimals(points <= 0n ? 0n : (2n * points + count) / (2n * count));
}

/** Sum over the valid sheets and their number, to be compared as a mean. */
type Mean = readonly [bigint, bigint];
const compareMeans = ([a, m]: Mean, [b, n]: Mean) => (a * n > b * m ? -1 : a * n < b * m ? 1 : 0);

/**
 * The ranking of the demonstration event: score, then the mean of all totals, then the mean in the item for ties, then the
 * panel's decision (best first); whoever is still equal shares the rank and the next ranks are left out.
 */
export function rankingOf(entries: readonly Scored[], tieItem: number, decision: readonly string[] = []): Line[] {
  const known = entries.map(({ entry, sheets, deductions }) => ({
    entry,
    score: scoreOf({ sheets, deductions }),
    all: [add(sheets.flatMap((marks) => marks.map(hundredths))), BigInt(sheets.length)] as const,
    item: [add(sheets.map((marks) => hundredths(marks[tieItem] ?? '0'))), BigInt(sheets.length)] as const,
  }));
  const compare = (a: (typeof known)[number], b: (typeof known)[number]) => {
    if (a.score !== b.score) return hundredths(a.score) > hundredths(b.score) ? -1 : 1;
    const byMean = compareMeans(a.all, b.all) || compareMeans(a.item, b.item);
    if (byMean !== 0 || !decision.includes(a.entry) || !decision.includes(b.entry)) return byMean;
    return decision.indexOf(a.entry) - decision.indexOf(b.entry);
  };
  return known.sort(compare).map(({ entry, score }, index, sorted) => ({
    entry,
    score,
    rank: 1 + sorted.findIndex((other) => compare(other, sorted[index] ?? other) === 0),
  }));
}
