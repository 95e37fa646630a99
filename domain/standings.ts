// Rule + deductions + tie-breakers → the placed list, with the step that decided. A function of results alone: the order
// in which scores arrived does not matter.
import type { EventDefinition, TieBreaker } from './definition.ts';
import { hasResult, isShownToHall } from './entry-life.ts';
import { entryResult, type EntryResult } from './entry-result.ts';
import type { EntryId } from './ids.ts';
import { compare } from './numbers.ts';
import type { OpenTie } from './roles/operator-view.ts';
import type { FinalState, TieDecision } from './state.ts';
import { tieValue } from './ties/index.ts';

export interface Placed {
  readonly result: EntryResult;
  readonly rank: number;
  /** Shares its rank with another entry. */
  readonly isTied: boolean;
  /** The tie-breaker that separated it from an equal score; null when the score alone did. */
  readonly decidedBy: TieBreaker['kind'] | null;
}

interface Group {
  readonly results: readonly EntryResult[];
  readonly decidedBy: TieBreaker['kind'] | null;
}

/** Splits into groups of equal value, best first. */
function splitBy(
  results: readonly EntryResult[],
  value: (result: EntryResult) => EntryResult['final'],
): readonly (readonly EntryResult[])[] {
  const sorted = [...results].sort((a, b) => compare(value(b), value(a)));
  const groups: EntryResult[][] = [];
  for (const result of sorted) {
    const last = groups.at(-1);
    if (last?.[0] && compare(value(last[0]), value(result)) === 0) last.push(result);
    else groups.push([result]);
  }
  return groups;
}

function applyChain(group: Group, chain: readonly TieBreaker[], decisions: readonly TieDecision[]): readonly Group[] {
  const [breaker, ...rest] = chain;
  if (group.results.length === 1 || breaker === undefined) return [group];
  const valueOf = tieValue(breaker);
  const values = new Map(group.results.map((result) => [result, valueOf(result, { tied: group.results, decisions })]));
  if ([...values.values()].includes(null)) return applyChain(group, rest, decisions);
  const parts = splitBy(group.results, (result) => values.get(result) ?? result.ranked);
  return parts.flatMap((results) =>
    applyChain({ results, decidedBy: parts.length > 1 ? breaker.kind : group.decidedBy }, rest, decisions),
  );
}

/** The placed list of the given results; within a shared rank in the order given. */
export function place(
  definition: EventDefinition,
  results: readonly EntryResult[],
  decisions: readonly TieDecision[],
): readonly Placed[] {
  const groups = splitBy(results, (result) => result.ranked).flatMap((equal) =>
    applyChain({ results: equal, decidedBy: null }, definition.rules.tieBreakers, decisions),
  );
  let before = 0;
  return groups.flatMap((group, index) => {
    const rank = definition.rules.rankStyle === 'dense' ? index + 1 : before + 1;
    before += group.results.length;
    return group.results.map((result) => ({
      result,
      rank,
      isTied: group.results.length > 1,
      decidedBy: group.decidedBy,
    }));
  });
}

function resultsOf(state: FinalState, wanted: (entry: EntryId) => boolean): readonly EntryResult[] {
  const { definition } = state;
  if (definition === null) return [];
  return state.order.flatMap((entry) => {
    const life = state.entries.get(entry);
    if (life === undefined || !wanted(entry) || !hasResult(definition, life)) return [];
    const result = entryResult(definition, entry, life);
    return result === null ? [] : [result];
  });
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
  const { definition } = state;
  if (definition === null) return [];
  return once(knownAll, state, () =>
    place(
      definition,
      resultsOf(state, () => true),
      state.tieDecisions,
    ),
  );
}

/** The entry's score as it is or would be published; empty for one that has none. */
export const publishedScore = (state: FinalState, entry: EntryId | undefined): string =>
  standings(state).find(({ result }) => result.entry === entry)?.result.score ?? '';

/** Only what the hall has been shown, placed among itself. */
export function shownStandings(state: FinalState): readonly Placed[] {
  const { definition } = state;
  if (definition === null) return [];
  return once(knownShown, state, () =>
    place(
      definition,
      resultsOf(state, (entry) => isShownToHall(state, entry)),
      state.tieDecisions,
    ),
  );
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
      return placed === undefined ? [] : [{ ...placed, rank, isTied }];
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
  if (definition === null || !asksPanel(definition)) return [];
  const undecided = place(
    definition,
    standings(state).map(({ result }) => result),
    [],
  );
  return [...sharedRanks(undecided).values()];
}
