// What an aggregate is: the values of one panel in, one value out, with the fate of each. `planned` is how many values the
// panel was to give; sums use it, so that a missing judge does not punish an entry.
import type { PanelOutcome, ValueFate } from '../cell.ts';
import { rational, type Rational } from '../../numbers.ts';
import type { Panel } from '../panel.ts';

/** `panel` holds at least one value. */
export type Aggregate<Settings> = (panel: Panel, settings: Settings, planned: number) => PanelOutcome;

export const allPositions = (panel: Panel): readonly number[] =>
  Array.from({ length: panel.size }, (_, position) => position);

export const allCounted = (panel: Panel): ValueFate[] => new Array<ValueFate>(panel.size).fill('counted');

// Panels of one contest have few sizes, and most values of most panels count.
const counted = new Map<number, readonly ValueFate[]>();
export function nothingDropped(panel: Panel): readonly ValueFate[] {
  let fates = counted.get(panel.size);
  if (fates === undefined) counted.set(panel.size, (fates = allCounted(panel)));
  return fates;
}

export const over = ({ n, d }: Rational, count: number): Rational => rational(n, d * BigInt(count));
