// The registry of tie-breakers: one step per file, one line here. A chain that leaves entries equal gives a shared place,
// or, where it ends with the panel's decision, a tie that waits for it.
import type { TieBreaker } from '../definition.ts';
import { byCriterion } from './criterion.ts';
import { byMoreDecimals } from './more-decimals.ts';
import { byPanelDecision } from './panel-decision.ts';
import type { TieValue } from './tie-breaker.ts';
import { byUntrimmedMean } from './untrimmed-mean.ts';

export function tieValue(breaker: TieBreaker): TieValue {
  switch (breaker.kind) {
    case 'criterion':
      return byCriterion(breaker.criterion);
    case 'untrimmed-mean':
      return byUntrimmedMean;
    case 'more-decimals':
      return byMoreDecimals;
    case 'panel-decision':
      return byPanelDecision;
  }
}
