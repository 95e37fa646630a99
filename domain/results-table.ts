// The result as rows for files and print: places, scores with their breakdown, every judge's total and marks. Made from
// results that are closed and complete only.
import { awardsAt, entryCard } from './entry-card.ts';
import { isRemoved } from './entry-life.ts';
import { judgeTotals } from './entry-result.ts';
import type { CriterionId, EntryId, SeatId } from './ids.ts';
import { standings } from './standings.ts';
import type { EntryCard, JudgeTotal, RuleNote } from './stage-view.ts';
import type { EntryStatus, FinalState } from './state.ts';
import type { Text } from './text.ts';

export interface ResultRow {
  readonly entry: EntryCard;
  readonly rank: number;
  readonly isTied: boolean;
  readonly score: string;
  readonly panelScore: string;
  readonly deductions: readonly { readonly points: string; readonly reason: string }[];
  readonly rule: RuleNote;
  readonly judges: readonly (JudgeTotal & {
    readonly marks: readonly { readonly criterion: CriterionId; readonly mark: string }[];
  })[];
  readonly awards: readonly Text[];
  readonly isInside: boolean;
  readonly revealVersion: number;
  readonly correctionReason: string | null;
}

export interface ResultsTable {
  readonly format: 'liangfen-results/1';
  readonly event: Text;
  readonly organizer: Text | null;
  readonly isPublished: boolean;
  readonly criteria: readonly { readonly id: CriterionId; readonly name: Text }[];
  readonly seats: readonly { readonly seat: SeatId; readonly number: number; readonly name: Text }[];
  readonly rows: readonly ResultRow[];
  /** Without a place: removed, or not complete yet. */
  readonly unplaced: readonly {
    readonly entry: EntryCard;
    readonly status: EntryStatus;
    readonly reason: string | null;
  }[];
}

/** Null without a defined event. */
export function resultsTable(state: FinalState): ResultsTable | null {
  const { definition } = state;
  if (definition === null) return null;
  const whole = { ...state, definition };
  const placed = standings(state);
  const rows = placed.flatMap(({ result, rank, isTied }): readonly ResultRow[] => {
    const life = state.entries.get(result.entry);
    if (life === undefined) return [];
    const marksOf = (seat: SeatId) => result.sheets.find((sheet) => sheet.seat === seat)?.marks ?? [];
    return [
      {
        entry: entryCard(whole, result.entry),
        rank,
        isTied,
        score: result.score,
        panelScore: result.panelScore,
        deductions: life.deductions
          .filter((known) => known.withdrawnBecause === null)
          .map(({ points, reason }) => ({ points, reason })),
        rule: result.panel.rule,
        judges: judgeTotals(definition, life, result).map((total) => ({ ...total, marks: marksOf(total.seat) })),
        awards: awardsAt(whole, rank),
        isInside: definition.rules.cutLine === undefined || rank <= definition.rules.cutLine,
        revealVersion: life.revealVersion,
        correctionReason: life.revealVersion > 1 ? life.correctionReason : null,
      },
    ];
  });
  const hasPlace = new Set<EntryId>(rows.map((row) => row.entry.id));
  const unplaced = state.order.flatMap((entry) => {
    const life = state.entries.get(entry);
    if (life === undefined || hasPlace.has(entry)) return [];
    return [
      { entry: entryCard(whole, entry), status: life.status, reason: isRemoved(life) ? life.statusReason : null },
    ];
  });
  return {
    format: 'liangfen-results/1',
    event: definition.name,
    organizer: definition.organizer ?? null,
    isPublished: state.isPublished,
    criteria: definition.criteria.map(({ id, name }) => ({ id, name })),
    seats: definition.panel.map(({ seat, number, name }) => ({ seat, number, name })),
    rows,
    unplaced,
  };
}
