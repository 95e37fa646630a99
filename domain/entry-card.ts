// An entry as every screen shows it, and the awards a rank falls into.
import type { EntryId } from './ids.ts';
import type { EntryCard } from './stage-view.ts';
import type { Text } from './text.ts';
import type { DefinedState } from './topic.ts';

export function entryCard(state: DefinedState, id: EntryId): EntryCard {
  const entry = state.definition.entries.find((known) => known.id === id);
  return {
    id,
    runningNumber: state.order.indexOf(id) + 1,
    entryNumber: entry?.number ?? '',
    title: entry?.title ?? {},
    stageTitle: entry?.stageTitle ?? null,
    subdistrict: entry?.subdistrict ?? null,
    community: entry?.community ?? null,
    summary: entry?.summary ?? null,
  };
}

/** The awards of a placed entry. Who shares a rank across the line and is outside for it has none of those inside. [R-LINE] */
export const awardsOf = (
  state: DefinedState,
  { rank, isInside }: { readonly rank: number; readonly isInside: boolean },
): readonly Text[] => (!isInside && rank <= (state.definition.rules.cutLine ?? rank) ? [] : awardsAt(state, rank));

/** Names of the awards that a rank falls into, in the order of the definition. */
export const awardsAt = (state: DefinedState, rank: number): readonly Text[] =>
  state.definition.awards.filter((award) => award.fromRank <= rank && rank <= award.toRank).map((award) => award.name);
