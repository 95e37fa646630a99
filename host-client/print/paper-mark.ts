// A mark as it stands on paper: with the decimals of its item's step, so that a column of marks lines up.
import { formatRounded, parseDecimal, toRational } from '#domain/numbers.ts';

export function paperMark(mark: string, step: string): string {
  const decimal = parseDecimal(mark);
  return decimal === null ? mark : formatRounded(toRational(decimal), step.split('.')[1]?.length ?? 0);
}
