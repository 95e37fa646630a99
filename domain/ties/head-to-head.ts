// Head-to-head: more judges who put one entry above the other (more duels won among several). A judge who marked only one of
// the two takes no part in that duel. Source: STAR voting; scoring.md section 10. [T-HEAD-TO-HEAD]
import type { Evaluation } from '../rules/evaluate.ts';
import { comparedBy, judgeCount } from '../rules/panel.ts';
import type { TieStep } from '../rules/rule.ts';
import { expectForm } from '../rules/steps/step.ts';
import { byDuels, type Preference } from './duels.ts';
import type { TieBreak } from './tie-step.ts';

/** Judges who put the one entry above the other, minus those who put it below. */
export function judgesFor(
  step: Extract<TieStep, { kind: 'head-to-head' }>,
  tied: readonly number[],
  evaluation: Evaluation,
): Preference {
  const values = new Map(tied.map((entry) => [entry, expectForm(evaluation.cell(step.of, entry), 'judges').values]));
  return (a, b) => {
    const [left, right] = [values.get(a), values.get(b)];
    if (!left || !right) return 0;
    let balance = 0;
    for (let judge = 0; judge < judgeCount(left); judge += 1) balance += Math.sign(comparedBy(judge, left, right) ?? 0);
    return balance;
  };
}

export const byHeadToHead: TieBreak<'head-to-head'> = (step, tied, { evaluation }) =>
  byDuels(tied, judgesFor(step, tied, evaluation));
