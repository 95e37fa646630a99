// Head-to-head: more judges who put one entry above the other (more duels won among several). A judge who marked only one of
// the two takes no part in that duel. Source: STAR voting; scoring.md section 10. [T-HEAD-TO-HEAD]
import { compare } from '../numbers.ts';
import { judgeCount, valueOf } from '../rules/panel.ts';
import { expectForm } from '../rules/steps/step.ts';
import { byDuels } from './duels.ts';
import type { TieBreak } from './tie-step.ts';

export const byHeadToHead: TieBreak<'head-to-head'> = (step, tied, { evaluation }) =>
  byDuels(tied, (a, b) => {
    const left = expectForm(evaluation.cell(step.of, a), 'judges').values;
    const right = expectForm(evaluation.cell(step.of, b), 'judges').values;
    return Array.from({ length: judgeCount(left) }, (_, judge) => {
      const [of, against] = [valueOf(left, judge), valueOf(right, judge)];
      return of && against ? compare(of, against) : 0;
    }).reduce<number>((balance, vote) => balance + vote, 0);
  });
