// A7, deviation clamp: with m the mean of the values, whatever lies more than `limit` away from m counts as the nearer limit.
// The limits are rounded to `limitDecimals` before they are used. One value is never touched; of two only where they lie more than
// twice the limit apart.
// Source: rules of the Chopin Competition 2025, where leaving this rounding out makes 11 of 155 results wrong. [R-CLAMP]
import { add, compare, roundHalfUp, subtract, sum, toRational, type Decimal } from '../../numbers.ts';
import type { ValueFate } from '../cell.ts';
import { allPositions, over, type Aggregate } from './aggregate.ts';

export const clamp: Aggregate<{ readonly limit: Decimal; readonly limitDecimals: number }> = (panel, settings) => {
  const middle = panel.meanExcept([]);
  const limit = toRational(settings.limit);
  const low = roundHalfUp(subtract(middle, limit), settings.limitDecimals);
  const high = roundHalfUp(add(middle, limit), settings.limitDecimals);
  const values = allPositions(panel).map((position) => panel.at(position));
  const fates = new Map<number, ValueFate>();
  const corrected = values.map((value, position) => {
    const limits = compare(value, low) < 0 ? low : compare(value, high) > 0 ? high : null;
    if (limits !== null) fates.set(position, limits === low ? 'raised' : 'lowered');
    return limits;
  });
  return {
    value: over(sum(values.map((value, position) => corrected[position] ?? value)), panel.size),
    fates,
    corrected,
    notes: [{ code: 'clamp-limits', low, high }],
  };
};
