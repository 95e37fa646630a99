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
import type { PollRun } from '#domain/voting/poll-run.ts';

/** Entered at the console, which therefore knows them. */
const figuresOf = ({ figureEntries }: FinalState, entry: EntryId): readonly string[] =>
  figureEntries.flatMap(({ figures }) => figures.flatMap((known) => (known.entry === entry ? [known.figure] : [])));

/** Counts of an entry in polls, and the figures they gave. A count by hand is known to who entered it. */
const countsOf = (
  { pollRuns, figureEntries }: FinalState,
  entry: EntryId,
  isMeant: (run: PollRun) => boolean,
): readonly string[] =>
  pollRuns
    .filter(isMeant)
    .flatMap((run) => [
      ...[...(run.result?.rows ?? []), ...(run.handCount?.counts ?? [])]
        .filter(({ option }) => option === entry || run.entry === entry)
        .flatMap((row) => [String(row.votes), ...('points' in row ? [String(row.points)] : [])]),
      ...figureEntries
        .filter((known) => known.run === run.run)
        .flatMap(({ figures }) => figures.flatMap((known) => (known.entry === entry ? [known.figure] : []))),
    ]);
const isRevealed = (run: PollRun) => run.isRevealed && run.status === 'counted';

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
    for (const figure of [...figuresOf(state, entry), ...countsOf(state, entry, () => true)]) numbers.add(figure);
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
      return life.scoring === 'closed'
        ? numbersOf(state, definition, entry, life)
        : [...figuresOf(state, entry), ...countsOf(state, entry, ({ result }) => result !== null)];
    case 'judge':
      return numbersOf(state, definition, entry, life, seat.seat);
    case 'screen':
    case 'cue':
    case 'audience':
      return [...toldNumbers(state, definition, entry, life), ...countsOf(state, entry, isRevealed)];
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
