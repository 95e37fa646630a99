// A2, arithmetic mean (平均分): the sum of the values over their number, nothing dropped. With one value it is that value.
// Source: scoring rules everywhere; checked on the Paris tasting of 1976. [R-MEAN]
import { NO_NOTES } from '../cell.ts';
import { NOTHING_DROPPED, type Aggregate } from './aggregate.ts';

export const mean: Aggregate<object> = (panel) => ({
  value: panel.meanExcept([]),
  fates: NOTHING_DROPPED,
  notes: NO_NOTES,
});
