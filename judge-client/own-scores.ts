// What a judge may know of the own earlier scores: totals, averages, and where the present one would stand among them.
// Only this judge's own numbers are in it; they are exact until they are shown.
import type { CriterionId, EntryId } from '#domain/ids.ts';
import {
  compare,
  divide,
  formatRounded,
  parseDecimal,
  rational,
  sum,
  toRational,
  type Rational,
} from '#domain/numbers.ts';
import type { CriterionLine, JudgeView, OwnSheet } from '#domain/roles/judge-view.ts';
import { judgeTotal } from '#domain/rules/judge-total.ts';

export type Marks = ReadonlyMap<CriterionId, string>;

const valueOf = (text: string): Rational | null => {
  const decimal = parseDecimal(text);
  return decimal === null ? null : toRational(decimal);
};

const mean = (values: readonly Rational[]): Rational | null =>
  values.length === 0 ? null : divide(sum(values), rational(BigInt(values.length)));

/** Null until every item has a mark. */
export function totalOf(criteria: readonly CriterionLine[], marks: Marks): Rational | null {
  const given = criteria.flatMap(({ id }) => {
    const mark = parseDecimal(marks.get(id) ?? '');
    return mark === null ? [] : [{ criterion: id, mark }];
  });
  if (given.length !== criteria.length) return null;
  const lines = criteria.map(({ id, maxScore, weight }) => ({
    id,
    maxScore: parseDecimal(maxScore) ?? ('1' as never),
    ...(weight === null ? {} : { weight: parseDecimal(weight) ?? undefined }),
  }));
  return judgeTotal(lines, given);
}

/** What one item adds to the total, as shown in the review. */
export function shareOf(criterion: CriterionLine, mark: string, decimals: number): string {
  const share = totalOf([criterion], new Map([[criterion.id, mark]]));
  return share === null ? '' : formatRounded(share, decimals);
}

/** Sheets of this judge with a score in force, other than the one looked at. */
export const scoredSheets = (view: JudgeView, except: EntryId | null = null): readonly OwnSheet[] =>
  view.sheets.filter(({ entry, total, status }) => total !== null && status !== 'taken-back' && entry.id !== except);

/** This judge's own average for an item so far; null before the first score. */
export function ownAverage(view: JudgeView, criterion: CriterionId, decimals: number, except: EntryId): string | null {
  const marks = scoredSheets(view, except).flatMap((sheet) => {
    const mark = sheet.marks.find((known) => known.criterion === criterion)?.mark;
    return (mark === undefined ? null : valueOf(mark)) ?? [];
  });
  const average = mean(marks);
  return average === null ? null : formatRounded(average, decimals);
}

export interface OwnSpread {
  readonly count: number;
  readonly mean: string;
  readonly highest: string;
  readonly lowest: string;
}

/** Null before the first score. */
export function ownSpread(view: JudgeView, sheets: readonly OwnSheet[]): OwnSpread | null {
  const totals = sheets.flatMap((sheet) => (sheet.total === null ? [] : (valueOf(sheet.total) ?? [])));
  const sorted = [...totals].sort(compare);
  const [lowest, average, highest] = [sorted[0], mean(totals), sorted[sorted.length - 1]];
  if (lowest === undefined || highest === undefined || average === null) return null;
  const show = (value: Rational) => formatRounded(value, view.totalDecimals);
  return { count: totals.length, mean: show(average), highest: show(highest), lowest: show(lowest) };
}

/** Where a total stands among this judge's own: 1 is the highest; equal totals share a place. */
export function ownPlace(total: string, sheets: readonly OwnSheet[]): number {
  const value = valueOf(total);
  if (value === null) return 1;
  return 1 + sheets.filter((sheet) => compare(valueOf(sheet.total ?? '') ?? value, value) > 0).length;
}
