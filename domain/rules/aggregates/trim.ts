// Trimming, shared by everything that drops extremes: exactly the stated number per side, also when several values are equal
// (the earlier judge is named as dropped); suspended, never silently, when too few values are there. [R-TRIM]
import { NO_NOTES, type Note, type ValueFate } from '../cell.ts';
import type { Panel } from '../panel.ts';
import { highest, lowest } from './extremes.ts';

export interface TrimSettings {
  readonly dropHighest: number;
  readonly dropLowest: number;
  readonly minForTrim: number;
}

export interface Trimmed {
  readonly fates: ReadonlyMap<number, ValueFate>;
  /** Positions of what was dropped. */
  readonly lowest: readonly number[];
  readonly highest: readonly number[];
  /** Both of them, and how many stay. */
  readonly dropped: readonly number[];
  readonly kept: number;
  readonly notes: readonly Note[];
}

/** Which positions stay. At least one value remains, whatever the threshold says. */
export function trim(panel: Panel, { dropHighest, dropLowest, minForTrim }: TrimSettings): Trimmed {
  const needed = Math.max(minForTrim, dropHighest + dropLowest + 1);
  const isSuspended = panel.size < needed;
  const low = isSuspended ? [] : lowest(panel, dropLowest);
  const high = isSuspended ? [] : highest(panel, dropHighest, low);
  const fates = new Map<number, ValueFate>();
  for (const position of low) fates.set(position, 'lowest-out');
  for (const position of high) fates.set(position, 'highest-out');
  return {
    fates,
    lowest: low,
    highest: high,
    dropped: [...low, ...high],
    kept: panel.size - low.length - high.length,
    notes:
      isSuspended && dropHighest + dropLowest > 0 ? [{ code: 'trim-suspended', given: panel.size, needed }] : NO_NOTES,
  };
}
