// One entry's result, exact, with its working: each judge's total and what became of it, the panel score, the parts, the deductions.
import type { EventDefinition } from './definition.ts';
import { isAllIn, isScored, sheetOf } from './entry-life.ts';
import { comparesField } from './event-rule/aggregate-traits.ts';
import { columns } from './event-rule/columns.ts';
import { fieldOf, fieldOfLives, type Field } from './field.ts';
import type { EntryId } from './ids.ts';
import { formatRounded, ZERO, type Rational } from './numbers.ts';
import { partScores } from './part-scores.ts';
import type { Note, ValueFate } from './rules/cell.ts';
import { valueOf } from './rules/panel.ts';
import { expectForm } from './rules/steps/step.ts';
import { countedAs } from './counted-as.ts';
import { ruleNote, type ValidTotal } from './rule-note.ts';
import type { CountedAs, JudgeTotal, RuleNote, PartScore } from './stage-view.ts';
import type { EntryLife, FinalState } from './state.ts';

/** A judge's total is shown with as many decimals as the result. */
export const totalDecimals = (definition: EventDefinition): number => definition.rules.decimals;

export interface EntryResult {
  readonly entry: EntryId;
  /** Of the judges whose sheets count, in seat order. */
  readonly totals: readonly ValidTotal[];
  readonly rule: RuleNote;
  readonly parts: readonly PartScore[];
  readonly notes: readonly Note[];
  readonly deducted: Rational;
  /** Added to the panel score, never trimmed or weighted. */
  readonly bonus: Rational;
  /** Exact, after bonuses and deductions, never below zero. */
  readonly final: Rational;
  /** As published: rounded half up once. */
  readonly score: string;
  readonly panelScore: string;
}

const numberIn = (field: Field, name: string, at: number): Rational | null => {
  const cell = field.evaluation.cell(name, at);
  return cell.form === 'number' ? cell.value : null;
};

function totalsIn(field: Field, { panel, rules }: EventDefinition, at: number): readonly ValidTotal[] {
  const { values } = expectForm(field.evaluation.cell(columns.totals, at), 'judges');
  const fates = new Map<number, ValueFate>();
  const counted = new Map<number, CountedAs>();
  const panels = rules.groups?.weights.map(({ group }) => columns.group(group)) ?? [columns.panel];
  for (const name of panels) {
    const cell = field.evaluation.cell(name, at);
    if (cell.form !== 'number' || cell.panel === null) continue;
    const { judges, fates: fate } = cell.panel;
    judges.forEach((judge, position) => fates.set(judge, fate.get(position) ?? 'counted'));
    for (const [judge, as] of countedAs(field, name, at, rules.decimals)) counted.set(judge, as);
  }
  return panel.flatMap(({ seat }, judge) => {
    const total = valueOf(values, judge);
    const as = counted.get(judge);
    return total === null ? [] : [{ seat, total, fate: fates.get(judge) ?? 'counted', ...(as && { countedAs: as }) }];
  });
}

function resultIn(field: Field, definition: EventDefinition, at: number): EntryResult | null {
  const entry = field.entries[at];
  const final = numberIn(field, columns.final, at);
  const panel = numberIn(field, columns.panel, at);
  if (entry === undefined || final === null) return null;
  const { decimals } = definition.rules;
  const totals = totalsIn(field, definition, at);
  const cell = field.evaluation.cell(columns.panel, at);
  const notes = cell.form === 'number' ? cell.notes : [];
  return {
    entry,
    totals,
    rule: ruleNote(definition, totals, notes),
    parts: partScores(field, definition, at),
    notes,
    deducted: numberIn(field, columns.deductions, at) ?? ZERO,
    bonus: numberIn(field, columns.bonuses, at) ?? ZERO,
    final,
    score: formatRounded(final, decimals),
    panelScore: panel === null ? '–' : formatRounded(panel, decimals),
  };
}

// A result that depends on no other entry is found again by the life it was made from.
const known = new WeakMap<EventDefinition, WeakMap<EntryLife, EntryResult | null>>();

export function resultAt(field: Field, definition: EventDefinition, at: number): EntryResult | null {
  const life = field.lives[at];
  if (life === undefined) return null;
  if (comparesField(definition)) return resultIn(field, definition, at);
  let ofDefinition = known.get(definition);
  if (!ofDefinition) known.set(definition, (ofDefinition = new WeakMap()));
  let result = ofDefinition.get(life);
  if (result === undefined) ofDefinition.set(life, (result = resultIn(field, definition, at)));
  return result;
}

/** Null while a judge is outstanding or a part is missing; for an entry outside the competition its own score, where it has one. */
export function entryResult(state: FinalState, entry: EntryId): EntryResult | null {
  const { definition } = state;
  const field = fieldOf(state);
  const life = state.entries.get(entry);
  if (definition === null || field === null || life === undefined) return null;
  const at = field.entries.indexOf(entry);
  if (at >= 0) return resultAt(field, definition, at);
  return isAllIn(definition, life) && !comparesField(definition)
    ? resultAt(fieldOfLives(definition, [{ entry, life }]), definition, 0)
    : null;
}

/** Scored, and nothing else is missing: there is a result to check, reveal and settle. [R-NO-RESULT] */
export function hasResult(state: FinalState, entry: EntryId): boolean {
  const { definition } = state;
  const life = state.entries.get(entry);
  return definition !== null && life !== undefined && isScored(definition, life) && entryResult(state, entry) !== null;
}

/** Each judge's line beside a result, in seat order, the recused and the absent named. */
export function judgeTotals(definition: EventDefinition, life: EntryLife, result: EntryResult): readonly JudgeTotal[] {
  const totals = new Map(result.totals.map((known) => [known.seat, known]));
  return definition.panel.flatMap((judge): readonly JudgeTotal[] => {
    const line = { seat: judge.seat, number: judge.number, name: judge.name };
    const given = totals.get(judge.seat);
    if (given) {
      const { total, fate, countedAs: as } = given;
      return [{ ...line, total: formatRounded(total, totalDecimals(definition)), fate, ...(as && { countedAs: as }) }];
    }
    const { status } = sheetOf(life, judge.seat);
    return status === 'recused' || status === 'absent' ? [{ ...line, total: null, fate: status }] : [];
  });
}
