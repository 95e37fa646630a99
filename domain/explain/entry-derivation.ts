// The derivation of an event's entry: of the whole field where it competes, by itself where it stands outside. Bonuses and deductions are told
// one by one with their reasons. For seats that may know every mark of the entry: who may is decided in roles/ and server routes.
import type { EventDefinition } from '../definition.ts';
import { isAllIn } from '../entry-life.ts';
import { comparesField } from '../event-rule/aggregate-traits.ts';
import { columns } from '../event-rule/columns.ts';
import { fieldOf, fieldOfLives, type Field } from '../field.ts';
import type { EntryId } from '../ids.ts';
import { sum, toRational } from '../numbers.ts';
import type { Deduction, EntryLife, FinalState } from '../state.ts';
import type { Derivation, Line } from './derivation.ts';
import { derive } from './derive.ts';
import { quantity } from './quantity.ts';

function adjustingLine({ deductions }: EntryLife, wanted: Deduction['kind']): Line | null {
  const standing = deductions.filter(({ kind, withdrawnBecause }) => kind === wanted && withdrawnBecause === null);
  if (standing.length === 0) return null;
  const kind = wanted === 'bonus' ? 'bonuses' : 'deductions';
  return {
    step: columns[kind],
    kind,
    at: null,
    operands: standing.map(({ points, reason, cause }) => ({
      of: { what: wanted, reason, cause },
      value: quantity(toRational(points), null),
      fate: 'counted',
    })),
    working: null,
    unrounded: null,
    roundedTo: null,
    value: quantity(sum(standing.map(({ points }) => toRational(points))), null),
    notes: [],
  };
}

/** Bonuses and deductions stand before the line that adds them or takes them off. */
function withAdjustments(derivation: Derivation, life: EntryLife): Derivation {
  const lines = [adjustingLine(life, 'bonus'), adjustingLine(life, 'deduction')].filter((line) => line !== null);
  const isRead = (column: string) => lines.some(({ step }) => step === column);
  const before = derivation.lines.findIndex(({ operands }) =>
    operands.some(({ of }) => of.what === 'column' && isRead(of.column)),
  );
  const at = before < 0 ? derivation.lines.length : before;
  return { ...derivation, lines: [...derivation.lines.slice(0, at), ...lines, ...derivation.lines.slice(at)] };
}

/** Of an entry at this position of the field; outside the competition without a place. */
export function derivationAt(
  field: Field,
  { rules }: EventDefinition,
  at: number,
  isCompeting = true,
): Derivation | null {
  const life = field.lives[at];
  if (life === undefined) return null;
  const { cutLine: places, tieAtCut, rankStyle } = rules;
  // Dense ranks leave no place out, so a shared one never reaches over the line.
  const isOut = tieAtCut === 'all-out' && rankStyle === 'competition';
  const cutLine = places === undefined ? null : { places, isOut };
  const derivation = derive(field.evaluation, at, isCompeting ? { cutLine } : { ranked: null });
  return derivation.result === null ? null : withAdjustments(derivation, life);
}

/** Null while there is no result to explain. */
export function entryDerivation(state: FinalState, entry: EntryId): Derivation | null {
  const { definition } = state;
  const field = fieldOf(state);
  const life = state.entries.get(entry);
  if (definition === null || field === null || life === undefined) return null;
  const at = field.entries.indexOf(entry);
  if (at >= 0) return derivationAt(field, definition, at);
  return isAllIn(definition, life) && !comparesField(definition)
    ? derivationAt(fieldOfLives(definition, [{ entry, life }]), definition, 0, false)
    : null;
}
