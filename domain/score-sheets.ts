// Each judge's sheets as paper and files show them: every mark with its receipt and version, line by line in running order.
// Nothing of an entry still open for scoring is in it; those lines say so instead.
import { isRemoved, newestVersion, sheetOf } from './entry-life.ts';
import { totalDecimals } from './entry-result.ts';
import type { CriterionId, EntryId, Millis, SeatId } from './ids.ts';
import { formatRounded } from './numbers.ts';
import { judgeTotal } from './rules/judge-total.ts';
import type { EntryLife, SheetStatus } from './state.ts';
import type { DefinedState } from './topic.ts';

export interface SheetLine {
  readonly entry: EntryId;
  /** `not-opened` and `open` stand for the entry: nothing of the sheet is told then. */
  readonly status: SheetStatus | 'not-opened' | 'open';
  /** Why it was returned, recused or absent. */
  readonly reason: string | null;
  /** In the order of the criteria; null without a sheet that may be told. */
  readonly marks: readonly { readonly criterion: CriterionId; readonly mark: string }[] | null;
  readonly total: string | null;
  /** How often it was handed in; 0 when never. */
  readonly version: number;
  readonly via: 'device' | 'paper' | null;
  readonly receipt: string | null;
  readonly at: Millis | null;
  readonly remark: string;
}

export interface ScoreSheet {
  readonly seat: SeatId;
  readonly lines: readonly SheetLine[];
}

const nothing = {
  reason: null,
  marks: null,
  total: null,
  version: 0,
  via: null,
  receipt: null,
  at: null,
  remark: '',
} as const;

function lineOf(state: DefinedState, seat: SeatId, entry: EntryId, life: EntryLife): SheetLine {
  const sheet = sheetOf(life, seat);
  const isSettledByHand = sheet.status === 'recused' || sheet.status === 'absent';
  if (life.scoring !== 'closed') {
    if (isSettledByHand) return { ...nothing, entry, status: sheet.status, reason: sheet.reason };
    return { ...nothing, entry, status: life.scoring === 'open' && !isRemoved(life) ? 'open' : 'not-opened' };
  }
  const newest = newestVersion(sheet);
  if (newest === null || isSettledByHand) return { ...nothing, entry, status: sheet.status, reason: sheet.reason };
  return {
    entry,
    status: sheet.status,
    reason: sheet.reason,
    marks: newest.marks,
    total: formatRounded(judgeTotal(state.definition.criteria, newest.marks), totalDecimals(state.definition)),
    version: newest.version,
    via: newest.via,
    receipt: newest.receipt,
    at: newest.at,
    remark: newest.remark,
  };
}

/** One sheet per judge, in seat order. */
export function scoreSheets(state: DefinedState): readonly ScoreSheet[] {
  return state.definition.panel.map(({ seat }) => ({
    seat,
    lines: state.order.flatMap((entry) => {
      const life = state.entries.get(entry);
      return life === undefined ? [] : [lineOf(state, seat, entry, life)];
    }),
  }));
}
