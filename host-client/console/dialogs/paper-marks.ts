// A paper sheet while it is typed: which items are filled, which are wrong and why, by the same rule the server uses.
import { reader } from '#client-kit/locale.svelte.ts';
import { sentenceOf } from '#client-kit/wording/refusals.ts';
import type { Criterion } from '#domain/definition.ts';
import type { Mark } from '#domain/marks.ts';
import { compare, isOnStep, parseDecimal, toRational } from '#domain/numbers.ts';

/** What the scorer typed, by item; full-width digits and commas are what Chinese keyboards give. */
export const tidied = (typed: string): string => typed.normalize('NFKC').replace(',', '.').replace('。', '.').trim();

/** The sentence that says what is wrong with one item; empty while it is right or still blank. */
export function problemOf(criterion: Criterion, typed: string): string {
  const written = tidied(typed);
  if (written === '') return '';
  const { minAllowed: min, maxAllowed: max, entryStep: step } = criterion;
  const mark = parseDecimal(written);
  const value = mark === null ? null : toRational(mark);
  if (mark === null || value === null || compare(value, toRational(min)) < 0 || compare(value, toRational(max)) > 0)
    return sentenceOf('sheet.mark-out-of-range', { min, max }, reader.locale);
  return isOnStep(mark, min, step) ? '' : sentenceOf('sheet.mark-off-step', { step }, reader.locale);
}

/** The marks when every item is filled and right; null before. */
export function completeMarks(
  criteria: readonly Criterion[],
  typed: Readonly<Record<string, string>>,
): readonly Mark[] | null {
  const marks = criteria.flatMap((criterion): readonly Mark[] => {
    const written = typed[criterion.id] ?? '';
    const mark = parseDecimal(tidied(written));
    return mark === null || problemOf(criterion, written) !== '' ? [] : [{ criterion: criterion.id, mark }];
  });
  return marks.length === criteria.length ? marks : null;
}
