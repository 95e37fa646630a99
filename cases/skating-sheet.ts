// What the methods of ballroom dancing share: places written as one base-36 digit per judge, and a refusal turned into a sentence.
import type { SkatingRefusal } from '#domain/rules/skating/sheet.ts';

/** "3a1" is the 3rd, 10th and 1st place by three judges. */
export const placesIn = (digits: string): readonly number[] => [...digits].map((digit) => Number.parseInt(digit, 36));

/** The result, unless it is a refusal. @throws TypeError, with a sentence. */
export function accepted<Result extends object>(id: string, result: Result | SkatingRefusal): Result {
  if ('refused' in result)
    throw new TypeError(
      `${id}: ${result.refused} (dance ${result.dance ?? '?'}, couple ${result.couple ?? '?'}, judge ${result.judge ?? '?'})`,
    );
  return result;
}

/** Rows for columns: [couple][dance] as [dance][couple]. */
export const turned = <Item extends object>(table: readonly (readonly Item[])[]): readonly (readonly Item[])[] =>
  [...(table[0] ?? []).keys()].map((column) => table.flatMap((row) => row[column] ?? []));
