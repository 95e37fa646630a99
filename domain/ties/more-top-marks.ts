// More judges who gave the highest value that occurs among the tied. Source: STAR voting ("most scores of 5"). [T-TOP-MARKS]
import { compare, type Rational } from '../numbers.ts';
import type { Evaluation } from '../rules/evaluate.ts';
import { judgeCount, valueOf } from '../rules/panel.ts';
import type { TieStep } from '../rules/rule.ts';
import { expectForm } from '../rules/steps/step.ts';
import { byCounts } from './counted-order.ts';
import type { TieBreak } from './tie-step.ts';

export interface TopMarks {
  readonly top: Rational;
  /** How many judges gave it, per tied entry. */
  readonly counts: readonly number[];
}

/** Null when nobody gave anything. */
export function topMarks(
  step: Extract<TieStep, { kind: 'more-top-marks' }>,
  tied: readonly number[],
  evaluation: Evaluation,
): TopMarks | null {
  const given = tied.map((entry): readonly Rational[] => {
    const { values } = expectForm(evaluation.cell(step.of, entry), 'judges');
    return Array.from({ length: judgeCount(values) }, (_, judge) => valueOf(values, judge)).filter(
      (value) => value !== null,
    );
  });
  const all = given.flat();
  const [first] = all;
  if (first === undefined) return null;
  const top = all.reduce((most, value) => (compare(value, most) > 0 ? value : most), first);
  return { top, counts: given.map((own) => own.filter((value) => compare(value, top) === 0).length) };
}

export const byTopMarks: TieBreak<'more-top-marks'> = (step, tied, { evaluation }) => {
  const found = topMarks(step, tied, evaluation);
  return found && byCounts(tied, (entry) => [found.counts[tied.indexOf(entry)] ?? 0]);
};
