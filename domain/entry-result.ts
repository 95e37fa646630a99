// One entry's result, exact, with its working: each judge's total and what became of it, the panel score, the deductions.
import type { EventDefinition } from './definition.ts';
import { newestVersion, sheetOf } from './entry-life.ts';
import type { EntryId, SeatId } from './ids.ts';
import { compare, formatRounded, roundHalfUp, subtract, sum, toRational, ZERO, type Rational } from './numbers.ts';
import { panelScore } from './rules/index.ts';
import { judgeTotal } from './rules/judge-total.ts';
import type { PanelScore, ValidSheet } from './rules/panel.ts';
import type { JudgeTotal } from './stage-view.ts';
import type { EntryLife } from './state.ts';

/** A judge's total is shown with as many decimals as the result. */
export const totalDecimals = (definition: EventDefinition): number => definition.rules.decimals;

export interface EntryResult {
  readonly entry: EntryId;
  readonly sheets: readonly ValidSheet[];
  readonly panel: PanelScore;
  readonly deducted: Rational;
  /** Exact, after deductions, never below zero. */
  readonly final: Rational;
  /** As published: rounded half up once. */
  readonly score: string;
  readonly panelScore: string;
  /** What ranking compares: the published or the exact value, as the rules state. */
  readonly ranked: Rational;
}

function validSheets(definition: EventDefinition, life: EntryLife): readonly ValidSheet[] {
  return definition.panel.flatMap((judge) => {
    const sheet = sheetOf(life, judge.seat);
    const version = sheet.status === 'submitted' ? newestVersion(sheet) : null;
    return version === null
      ? []
      : [{ seat: judge.seat, marks: version.marks, total: judgeTotal(definition.criteria, version.marks) }];
  });
}

function computeResult(definition: EventDefinition, entry: EntryId, life: EntryLife): EntryResult | null {
  const sheets = validSheets(definition, life);
  if (sheets.length === 0) return null;
  const { rules, criteria } = definition;
  const panel = panelScore(sheets, criteria, rules.aggregate);
  const deducted = sum(
    life.deductions
      .filter((deduction) => deduction.withdrawnBecause === null)
      .map((deduction) => toRational(deduction.points)),
  );
  const difference = subtract(panel.score, deducted);
  const final = compare(difference, ZERO) < 0 ? ZERO : difference;
  return {
    entry,
    sheets,
    panel,
    deducted,
    final,
    score: formatRounded(final, rules.decimals),
    panelScore: formatRounded(panel.score, rules.decimals),
    ranked: rules.rankOn === 'rounded' ? roundHalfUp(final, rules.decimals) : final,
  };
}

// Lives and definitions are immutable, so a result is computed once per life and found again by identity.
const known = new WeakMap<EventDefinition, WeakMap<EntryLife, EntryResult | null>>();

/** Null when no valid sheet is there yet. */
export function entryResult(definition: EventDefinition, entry: EntryId, life: EntryLife): EntryResult | null {
  let ofDefinition = known.get(definition);
  if (!ofDefinition) known.set(definition, (ofDefinition = new WeakMap()));
  let result = ofDefinition.get(life);
  if (result === undefined) ofDefinition.set(life, (result = computeResult(definition, entry, life)));
  return result;
}

/** Each judge's line beside a result, in seat order, the recused and the absent named. */
export function judgeTotals(definition: EventDefinition, life: EntryLife, result: EntryResult): readonly JudgeTotal[] {
  const totals = new Map<SeatId, Rational>(result.sheets.map((sheet) => [sheet.seat, sheet.total]));
  return definition.panel.flatMap((judge): readonly JudgeTotal[] => {
    const line = { seat: judge.seat, number: judge.number, name: judge.name };
    const total = totals.get(judge.seat);
    if (total)
      return [
        {
          ...line,
          total: formatRounded(total, totalDecimals(definition)),
          fate: result.panel.fates.get(judge.seat) ?? 'counted',
        },
      ];
    const { status } = sheetOf(life, judge.seat);
    return status === 'recused' || status === 'absent' ? [{ ...line, total: null, fate: status }] : [];
  });
}
