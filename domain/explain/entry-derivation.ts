// The derivation of an event's entry: of the whole field where it competes, by itself where it stands outside. Deductions are told
// one by one with their reasons. For seats that may know every mark of the entry: who may is decided in roles/ and server routes.
import type { EventDefinition } from '../definition.ts';
import { isAllIn } from '../entry-life.ts';
import { comparesField } from '../event-rule/aggregate-traits.ts';
import { columns } from '../event-rule/columns.ts';
import { fieldOf, fieldOfOne, type Field } from '../field.ts';
import type { EntryId } from '../ids.ts';
import { sum, toRational } from '../numbers.ts';
import type { EntryLife, FinalState } from '../state.ts';
import type { Derivation, Line } from './derivation.ts';
import { derive } from './derive.ts';
import { quantity } from './quantity.ts';

function deductionLine({ deductions }: EntryLife): Line | null {
  const standing = deductions.filter(({ withdrawnBecause }) => withdrawnBecause === null);
  if (standing.length === 0) return null;
  return {
    step: columns.deductions,
    kind: 'deductions',
    at: null,
    operands: standing.map(({ points, reason }) => ({
      of: { what: 'deduction', reason },
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

/** Deductions stand before the line that takes them off. */
function withDeductions(derivation: Derivation, life: EntryLife): Derivation {
  const line = deductionLine(life);
  if (line === null) return derivation;
  const before = derivation.lines.findIndex(({ operands }) =>
    operands.some(({ of }) => of.what === 'column' && of.column === columns.deductions),
  );
  const at = before < 0 ? derivation.lines.length : before;
  return { ...derivation, lines: [...derivation.lines.slice(0, at), line, ...derivation.lines.slice(at)] };
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
  return derivation.result === null ? null : withDeductions(derivation, life);
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
    ? derivationAt(fieldOfOne(definition, entry, life), definition, 0, false)
    : null;
}
