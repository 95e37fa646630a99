// Countback: more voters who gave anything at all, then more of the highest points, then of the next … Source: Eurovision 2008
// to 2015 (with the voters first) and 1991 (without). [T-COUNTBACK]
import { compare, toRational } from '../numbers.ts';
import { judgeCount, valueOf } from '../rules/panel.ts';
import { expectForm } from '../rules/steps/step.ts';
import { byCounts } from './counted-order.ts';
import type { TieBreak } from './tie-step.ts';

export const byCountback: TieBreak<'countback'> = (step, tied, { evaluation }) => {
  const wanted = step.values.map(toRational);
  return byCounts(tied, (entry) => {
    const { values } = expectForm(evaluation.cell(step.of, entry), 'judges');
    const given = Array.from({ length: judgeCount(values) }, (_, judge) => valueOf(values, judge)).filter(
      (value) => value !== null,
    );
    const voters = given.filter((value) => value.n !== 0n).length;
    const counts = wanted.map((points) => given.filter((value) => compare(value, points) === 0).length);
    return step.votersFirst ? [voters, ...counts] : counts;
  });
};
