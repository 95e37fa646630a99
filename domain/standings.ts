// Rule + deductions + tie-breakers → the placed list, with the step that decided. A function of results alone: the order
// in which scores arrived does not matter.
import { isInsideLine } from './cut-line.ts';
import type { EventDefinition } from './definition.ts';
import { isShownToHall } from './entry-life.ts';
import { resultAt, type EntryResult } from './entry-result.ts';
import { fieldOf, undecidedField, type Field } from './field.ts';
import type { EntryId } from './ids.ts';
import type { OpenTie } from './roles/operator-view.ts';
import { rank as rankField } from './rules/rank.ts';
import type { TieBreaker } from './scoring-rules.ts';
import type { FinalState } from './state.ts';

export interface Placed {
  readonly result: EntryResult;
  readonly rank: number;
  /** Shares its rank with another entry. */
  readonly isTied: boolean;
  /** The tie-breaker that separated it from an equal score; null when the score alone did. */
  readonly decidedBy: TieBreaker['kind'] | null;
  /** Wins or advances; everybody where there is no line. */
  readonly isInside: boolean;
}

/** The placed list of these entries of the field among themselves; of equal ones in running order. */
export function placeField(
  field: Field,
  definition: EventDefinition,
  wanted: (entry: EntryId) => boolean,
): readonly Placed[] {
  const members = field.entries.flatMap((entry, at) => (wanted(entry) ? [at] : []));
  const { placed } = rankField(field.evaluation, members);
  const sharing = new Map<bigint, number>();
  for (const { place: rank } of placed) sharing.set(rank.n, (sharing.get(rank.n) ?? 0) + 1);
  return placed.flatMap(({ entry, place: rank, isShared, decidedBy }) => {
    const result = resultAt(field, definition, entry);
    const isInside = isInsideLine(definition.rules, Number(rank.n), sharing.get(rank.n) ?? 1);
    const breaker = decidedBy === null ? undefined : definition.rules.tieBreakers[decidedBy];
    return result === null
      ? []
      : [{ result, rank: Number(rank.n), isTied: isShared, isInside, decidedBy: breaker?.kind ?? null }];
  });
}

/** Some entries of the event placed among themselves, by results computed on the whole field. */
export function placedAmong(state: FinalState, wanted: (entry: EntryId) => boolean): readonly Placed[] {
  const { definition } = state;
  const field = fieldOf(state);
  return definition === null || field === null ? [] : placeField(field, definition, wanted);
}

// State is immutable, so both lists are made once per state, however many seats ask.
const knownAll = new WeakMap<FinalState, readonly Placed[]>();
const knownShown = new WeakMap<FinalState, readonly Placed[]>();

function once(
  cache: WeakMap<FinalState, readonly Placed[]>,
  state: FinalState,
  make: () => readonly Placed[],
): readonly Placed[] {
  let list = cache.get(state);
  if (list === undefined) cache.set(state, (list = make()));
  return list;
}

/** Every entry that has a result: for the operator and the ceremony, never for the hall. */
export function standings(state: FinalState): readonly Placed[] {
  return once(knownAll, state, () => placedAmong(state, () => true));
}

/** The entry's score as it is or would be published; empty for one that has none. */
export const publishedScore = (state: FinalState, entry: EntryId | undefined): string =>
  standings(state).find(({ result }) => result.entry === entry)?.result.score ?? '';

/** Only what the hall has been shown, placed among itself. */
export function shownStandings(state: FinalState): readonly Placed[] {
  return once(knownShown, state, () => placedAmong(state, (entry) => isShownToHall(state, entry)));
}

/**
 * The board of the hall: what has been shown, placed among itself. A ceremony tells final places, so while one is on that
 * tells the hall something new, the board holds only what it has unveiled. [R-BOARD]
 */
export function boardStandings(state: FinalState): readonly Placed[] {
  const { ceremony } = state;
  const shown = shownStandings(state);
  if (ceremony === null || state.isPublished || shown.length === standings(state).length) return shown;
  const unveiled = ceremony.steps.slice(0, ceremony.unveiled);
  return unveiled
    .flatMap(({ entry, rank }) => {
      const placed = shown.find((known) => known.result.entry === entry);
      const isTied = unveiled.some((other) => other.rank === rank && other.entry !== entry);
      return placed === undefined ? [] : [{ ...placed, rank, isTied, isInside: true }];
    })
    .sort((a, b) => a.rank - b.rank);
}

/** Ranks after which something ends or before which something begins: the cut line and the bounds of each award. */
function lines(definition: EventDefinition): readonly number[] {
  const { cutLine } = definition.rules;
  return [
    ...(cutLine === undefined ? [] : [cutLine]),
    ...definition.awards.flatMap((award) => [award.fromRank - 1, award.toRank]),
  ];
}

/** Entries that share a rank, by rank. */
function sharedRanks(placed: readonly Placed[]): ReadonlyMap<number, readonly EntryId[]> {
  const groups = new Map<number, EntryId[]>();
  for (const { rank, isTied, result } of placed)
    if (isTied) groups.set(rank, [...(groups.get(rank) ?? []), result.entry]);
  return groups;
}

const asksPanel = (definition: EventDefinition) =>
  definition.rules.tieBreakers.some((breaker) => breaker.kind === 'panel-decision');

/** Shared places that wait for the panel's decision; those that cross a line block the ceremony. [R-TIE-LINE] */
export function openTies(state: FinalState): readonly OpenTie[] {
  const { definition } = state;
  if (definition === null || !asksPanel(definition)) return [];
  return [...sharedRanks(standings(state))].map(([fromRank, entries]) => {
    const toRank = fromRank + entries.length - 1;
    return { entries, fromRank, toRank, blocks: lines(definition).some((line) => fromRank <= line && line < toRank) };
  });
}

/** What the panel may decide, also anew: entries that everything but its decisions leaves equal. [R-TIE-AGAIN] */
export function decidableTies(state: FinalState): readonly (readonly EntryId[])[] {
  const { definition } = state;
  const field = undecidedField(state);
  if (definition === null || field === null || !asksPanel(definition)) return [];
  return [...sharedRanks(placeField(field, definition, () => true)).values()];
}
