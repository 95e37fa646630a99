// The sentence under a score as numbers: how many scores there were, how many were dropped on each side, or why none were.
import type { EventDefinition } from './definition.ts';
import { scopeOf } from './event-rule/aggregate-traits.ts';
import type { SeatId } from './ids.ts';
import type { Rational } from './numbers.ts';
import type { Note, ValueFate } from './rules/cell.ts';
import type { CountedAs, RuleNote } from './stage-view.ts';

/** A judge's total that counts for an entry, and what became of it. */
export interface ValidTotal {
  readonly seat: SeatId;
  readonly total: Rational;
  readonly fate: ValueFate;
  readonly countedAs?: CountedAs;
}

export function ruleNote({ rules }: EventDefinition, totals: readonly ValidTotal[], notes: readonly Note[]): RuleNote {
  const { aggregate } = rules;
  const suspended = notes.find((note) => note.code === 'trim-suspended');
  const isByItem = scopeOf(aggregate) === 'criterion';
  const trims = 'dropHighest' in aggregate && suspended === undefined && aggregate.kind !== 'winsorised-mean';
  const high = isByItem && trims ? aggregate.dropHighest : totals.filter(({ fate }) => fate === 'highest-out').length;
  const low = isByItem && trims ? aggregate.dropLowest : totals.filter(({ fate }) => fate === 'lowest-out').length;
  return {
    aggregate: aggregate.kind,
    isByItem,
    isGrouped: rules.groups !== undefined,
    valid: totals.length,
    droppedHighest: high,
    droppedLowest: low,
    counted: totals.length - high - low,
    trimSuspendedBelow: suspended?.needed ?? null,
  };
}
