// More judges who gave the highest value that occurs among the tied. Source: STAR voting ("most scores of 5"). [T-TOP-MARKS]
import { compare, type Rational } from '../numbers.ts';
import { judgeCount, valueOf } from '../rules/panel.ts';
import { expectForm } from '../rules/steps/step.ts';
import { byCounts } from './counted-order.ts';
import type { TieBreak } from './tie-step.ts';

export const byTopMarks: TieBreak<'more-top-marks'> = (step, tied, { evaluation }) => {
  const given = new Map<number, readonly Rational[]>(
    tied.map((entry) => {
      const { values } = expectForm(evaluation.cell(step.of, entry), 'judges');
      return [
        entry,
        Array.from({ length: judgeCount(values) }, (_, judge) => valueOf(values, judge)).filter(
          (value) => value !== null,
        ),
      ];
    }),
  );
  const all = [...given.values()].flat();
  const [first] = all;
  if (first === undefined) return null;
  const top = all.reduce((most, value) => (compare(value, most) > 0 ? value : most), first);
  return byCounts(tied, (entry) => [(given.get(entry) ?? []).filter((value) => compare(value, top) === 0).length]);
};
