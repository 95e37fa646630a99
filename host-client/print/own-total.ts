// What a judge's signed sheet says beside a total: how it follows from the marks where items have weights, and what became of it in
// the panel. Nothing of other judges is in it.
import { withResult } from '#client-kit/derivation/line-sentence.ts';
import { eventNaming, speaker } from '#client-kit/derivation/naming.ts';
import { summed } from '#client-kit/derivation/operands.ts';
import type { Line } from '#domain/explain/derivation.ts';
import type { EntryId, SeatId } from '#domain/ids.ts';
import type { Locale } from '#domain/text.ts';
import type { ResultsDocument } from '#protocol/http.ts';

const isOf = (line: Line, seat: SeatId): boolean => line.at?.what === 'judge' && line.at.judge === seat;

/** Each a short sentence; none for an entry that has no result yet. */
export function ownTotal(results: ResultsDocument, entry: EntryId, seat: SeatId, locale: Locale): readonly string[] {
  const derivation = results.rows.find((row) => row.entry.id === entry)?.derivation;
  if (!derivation) return [];
  const voice = { say: speaker(locale), name: eventNaming(results.names, locale), locale };
  const total = derivation.lines.find((line) => line.kind === 'judge-totals' && isOf(line, seat));
  const isWeighted = total?.operands.some(({ share }) => share !== undefined) ?? false;
  const own = derivation.lines
    .filter((line) => line.kind === 'panel' && line.at === null)
    .flatMap(({ operands }) => operands)
    .find(({ of }) => of.what === 'judge' && of.judge === seat);
  const fate = own === undefined || own.fate === 'counted' ? [] : [voice.say(`fate.${own.fate}`)];
  const counted = own?.countedAs ? [voice.say('countedAs', { value: own.countedAs.shown })] : [];
  return [
    ...(total && isWeighted ? [withResult(summed(total.operands, voice, false), total, voice)] : []),
    ...fate,
    ...counted,
  ];
}
