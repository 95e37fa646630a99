// The board and the final ranking as the hall sees them: only shown entries have a place, a score or a movement.
import { awardsOf, entryCard } from './entry-card.ts';
import { isRemoved } from './entry-life.ts';
import { boardStandings, standings, type Placed } from './standings.ts';
import type { PendingRow, RankingRow, SceneView } from './stage-view.ts';
import type { EntryLife } from './state.ts';
import type { DefinedState } from './topic.ts';

/** What a hall can read at once on a board. */
export const rowsPerPage = 15;

function row(state: DefinedState, placed: Placed): RankingRow {
  const { rules } = state.definition;
  const { result, rank, isTied, isInside } = placed;
  const previousRank = state.boardBefore.get(result.entry) ?? null;
  return {
    entry: entryCard(state, result.entry),
    rank,
    isTied,
    score: rules.reveal === 'never' ? null : result.score,
    previousRank,
    isNewest: state.newestRevealed === result.entry && previousRank === null,
    isInside,
    isCorrected: (state.entries.get(result.entry)?.revealVersion ?? 0) > 1,
    awards: awardsOf(state, placed),
  };
}

function pendingState(life: EntryLife): PendingRow['state'] {
  return life.status === 'done' ? 'pending' : life.status;
}

/** Rows of the published result; everyone outside the line stays without place and score. */
export function finalRows(state: DefinedState): {
  readonly rows: readonly RankingRow[];
  readonly finalists: readonly RankingRow['entry'][];
} {
  if (!state.isPublished) return { rows: [], finalists: [] };
  const placed = standings(state);
  const rows = placed.map((known) => row(state, known)).filter((known) => known.isInside);
  const outside = new Set(
    placed
      .filter((known) => !rows.some((inside) => inside.entry.id === known.result.entry))
      .map((known) => known.result.entry),
  );
  return { rows, finalists: state.order.filter((entry) => outside.has(entry)).map((entry) => entryCard(state, entry)) };
}

export function rankingScene(state: DefinedState, page: number): SceneView {
  const all = boardStandings(state).map((placed) => row(state, placed));
  const onBoard = new Set(all.map((known) => known.entry.id));
  const pending = state.order.flatMap((entry): readonly PendingRow[] => {
    const life = state.entries.get(entry);
    return life === undefined || (onBoard.has(entry) && !isRemoved(life))
      ? []
      : [{ entry: entryCard(state, entry), state: pendingState(life) }];
  });
  const lines = all.length + pending.length;
  const from = page * rowsPerPage;
  return {
    kind: 'ranking',
    rows: all.slice(from, from + rowsPerPage),
    pending: pending.slice(Math.max(0, from - all.length), Math.max(0, from + rowsPerPage - all.length)),
    cutLine: state.definition.rules.cutLine ?? null,
    page,
    pages: Math.max(1, Math.ceil(lines / rowsPerPage)),
    newest: state.newestRevealed,
  };
}
