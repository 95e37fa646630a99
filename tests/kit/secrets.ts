// Which numbers a seat must not hold at a moment: worked out here from the state alone, independently of the views, so
// that a test can search the bytes of a view for them.
import type { EventDefinition } from '#domain/definition.ts';
import { entryResult, judgeTotals, type EntryResult } from '#domain/entry-result.ts';
import type { EntryId, SeatId } from '#domain/ids.ts';
import { absolute, formatRounded } from '#domain/numbers.ts';
import { openOutliers } from '#domain/outliers.ts';
import { judgeTotal } from '#domain/rules/judge-total.ts';
import type { Seat } from '#domain/seat.ts';
import type { EntryLife, FinalState } from '#domain/state.ts';

/** Entered at the console, which therefore knows them. */
const figuresOf = ({ figureEntries }: FinalState, entry: EntryId): readonly string[] =>
  figureEntries.flatMap(({ figures }) => figures.flatMap((known) => (known.entry === entry ? [known.figure] : [])));

/** What each part gave: figure, score and weighted points. */
const partNumbers = ({ parts }: EntryResult): readonly string[] =>
  parts.flatMap(({ figure, score, points }) => [figure, score, points].filter((number) => number !== null));

/** Every number there ever was about one entry: all versions of all marks and figures, totals, held ones, and the result with its parts. */
function numbersOf(
  state: FinalState,
  definition: EventDefinition,
  entry: EntryId,
  life: EntryLife,
  only?: SeatId,
): Set<string> {
  const numbers = new Set<string>();
  const sheets = [
    ...[...life.sheets].flatMap(([seat, sheet]) => sheet.versions.map(({ marks }) => ({ seat, marks }))),
    ...life.held,
  ].filter(({ seat }) => only === undefined || seat === only);
  for (const { marks } of sheets) {
    for (const { mark } of marks) numbers.add(mark);
    numbers.add(formatRounded(judgeTotal(definition.criteria, marks), definition.rules.decimals));
  }
  const result = only === undefined ? entryResult(state, entry) : null;
  if (result !== null) {
    numbers.add(result.score).add(result.panelScore);
    for (const number of partNumbers(result)) numbers.add(number);
  }
  if (only === undefined) {
    for (const figure of figuresOf(state, entry)) numbers.add(figure);
    for (const { others, difference } of openOutliers(definition, life))
      for (const number of [others, absolute(difference)])
        numbers.add(formatRounded(number, definition.rules.decimals));
  }
  return numbers;
}

/** What a revealed entry tells the hall. */
function toldNumbers(
  state: FinalState,
  definition: EventDefinition,
  entry: EntryId,
  life: EntryLife,
): readonly string[] {
  const result = entryResult(state, entry);
  if (result === null || life.result !== 'revealed' || definition.rules.reveal === 'never') return [];
  const totals = judgeTotals(definition, life, result).flatMap(({ total }) => (total === null ? [] : [total]));
  return [result.score, result.panelScore, ...totals, ...partNumbers(result)];
}

function mayKnow(
  state: FinalState,
  definition: EventDefinition,
  entry: EntryId,
  life: EntryLife,
  seat: Seat,
): Iterable<string> {
  switch (seat.role) {
    case 'operator':
      return life.scoring === 'closed' ? numbersOf(state, definition, entry, life) : figuresOf(state, entry);
    case 'judge':
      return numbersOf(state, definition, entry, life, seat.seat);
    case 'screen':
    case 'cue':
    case 'audience':
      return toldNumbers(state, definition, entry, life);
  }
}

/** Numbers that are none of this seat's business now. One that it may also know from elsewhere is not among them. */
export function secretsFrom(state: FinalState, seat: Seat): readonly string[] {
  const { definition } = state;
  if (definition === null) return [];
  const lives = [...state.entries];
  const known = new Set(lives.flatMap(([entry, life]) => [...mayKnow(state, definition, entry, life, seat)]));
  const all = lives.flatMap(([entry, life]) => [...numbersOf(state, definition, entry, life)]);
  return all.filter((number) => !known.has(number));
}

/** The first of the numbers that stands in the text as a number of its own, not as a part of another. */
export function found(text: string, numbers: readonly string[]): string | null {
  const standing = new Set(text.match(/\d+(?:\.\d+)?/g));
  return numbers.find((number) => standing.has(number)) ?? null;
}
