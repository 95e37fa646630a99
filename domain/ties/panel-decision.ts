// The panel's recorded decision (评委会裁定), newest first, when it names all the tied entries at the score they are tied
// at. It never changes a mark. [T-PANEL]
import { rational } from '../numbers.ts';
import type { TieValue } from './tie-breaker.ts';

export const byPanelDecision: TieValue = (result, { tied, decisions }) => {
  const decision = decisions.findLast(({ order, score }) =>
    tied.every((known) => known.score === score && order.includes(known.entry)),
  );
  return decision ? rational(BigInt(decision.order.length - decision.order.indexOf(result.entry))) : null;
};
