// What an aggregate is: the values of one panel in, one value out, with the fate of each. `planned` is how many values the
// panel was to give; sums use it, so that a missing judge does not punish an entry.
import type { PanelOutcome, ValueFate } from '../cell.ts';
import { rational, type Rational } from '../../numbers.ts';
import type { Panel } from '../panel.ts';

/** `panel` holds at least one value. */
export type Aggregate<Settings> = (panel: Panel, settings: Settings, planned: number) => PanelOutcome;

export const allPositions = (panel: Panel): readonly number[] =>
  Array.from({ length: panel.size }, (_, position) => position);

export const NOTHING_DROPPED: ReadonlyMap<number, ValueFate> = new Map();

export const over = ({ n, d }: Rational, count: number): Rational => rational(n, d * BigInt(count));
