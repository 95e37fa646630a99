// The registry of tie-breakers: one file each, one line here. A chain that leaves entries equal gives a shared place, or, where
// it ends with a decision from outside, a tie that waits for it.
import type { TieStep } from '../rules/rule.ts';
import { byBetterInMore } from './better-in-more.ts';
import { byCountback } from './countback.ts';
import { byDecision } from './decision.ts';
import { byHeadToHead } from './head-to-head.ts';
import { byTopMarks } from './more-top-marks.ts';
import { byStartOrder } from './start-order.ts';
import type { Groups, TieContext } from './tie-step.ts';
import { byValue } from './value.ts';

export function tieBreak(step: TieStep, tied: readonly number[], context: TieContext): Groups | null {
  switch (step.kind) {
    case 'value':
      return byValue(step, tied, context);
    case 'countback':
      return byCountback(step, tied, context);
    case 'head-to-head':
      return byHeadToHead(step, tied, context);
    case 'better-in-more':
      return byBetterInMore(step, tied, context);
    case 'more-top-marks':
      return byTopMarks(step, tied, context);
    case 'start-order':
      return byStartOrder(step, tied, context);
    case 'decision':
      return byDecision(step, tied, context);
  }
}
