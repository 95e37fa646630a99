// Countback: more voters who gave anything at all, then more of the highest points, then of the next … Source: Eurovision 2008
// to 2015 (with the voters first) and 1991 (without). [T-COUNTBACK]
import { compare, toRational } from '../numbers.ts';
import type { Evaluation } from '../rules/evaluate.ts';
import { judgeCount, valueOf } from '../rules/panel.ts';
import type { TieStep } from '../rules/rule.ts';
import { expectForm } from '../rules/steps/step.ts';
import { byCounts } from './counted-order.ts';
import type { TieBreak } from './tie-step.ts';

/** The numbers of voters that are compared, one after the other. */
export function votersOf(
  step: Extract<TieStep, { kind: 'countback' }>,
  entry: number,
  evaluation: Evaluation,
): readonly number[] {
  const { values } = expectForm(evaluation.cell(step.of, entry), 'judges');
  const given = Array.from({ length: judgeCount(values) }, (_, judge) => valueOf(values, judge)).filter(
    (value) => value !== null,
  );
  const voters = given.filter((value) => value.n !== 0n).length;
  const counts = step.values.map((points) => given.filter((value) => compare(value, toRational(points)) === 0).length);
  return step.votersFirst ? [voters, ...counts] : counts;
}

export const byCountback: TieBreak<'countback'> = (step, tied, { evaluation }) =>
  byCounts(tied, (entry) => votersOf(step, entry, evaluation));
