// Head-to-head: more judges who put one entry above the other (more duels won among several). A judge who marked only one of
// the two takes no part in that duel. Source: STAR voting; scoring.md section 10. [T-HEAD-TO-HEAD]
import { comparedBy, judgeCount } from '../rules/panel.ts';
import { expectForm } from '../rules/steps/step.ts';
import { byDuels } from './duels.ts';
import type { TieBreak } from './tie-step.ts';

export const byHeadToHead: TieBreak<'head-to-head'> = (step, tied, { evaluation }) => {
  const values = new Map(tied.map((entry) => [entry, expectForm(evaluation.cell(step.of, entry), 'judges').values]));
  return byDuels(tied, (a, b) => {
    const [left, right] = [values.get(a), values.get(b)];
    if (!left || !right) return 0;
    let balance = 0;
    for (let judge = 0; judge < judgeCount(left); judge += 1) balance += Math.sign(comparedBy(judge, left, right) ?? 0);
    return balance;
  });
};
