// The questions asked on equal results: which tie-breaker, among whom, the numbers it compared, and what it made of them.
import { rational, type Rational } from '../numbers.ts';
import type { Evaluation } from '../rules/evaluate.ts';
import type { TieStep } from '../rules/rule.ts';
import type { Prefer } from '../rules/step-schema.ts';
import type { TieQuestion } from '../ties/chain.ts';
import { columnsFor } from '../ties/better-in-more.ts';
import { votersOf } from '../ties/countback.ts';
import { duelsWon } from '../ties/duels.ts';
import { judgesFor } from '../ties/head-to-head.ts';
import { topMarks } from '../ties/more-top-marks.ts';
import { askedOf, type Asked } from './asked.ts';
import type { TieAnswer } from './derivation.ts';
import { quantity, type Quantity } from './quantity.ts';

interface Compared {
  readonly figures: (entry: number) => readonly Quantity[];
  readonly prefer: Prefer | null;
}

const counts = (values: readonly number[]): readonly Quantity[] =>
  values.map((value) => quantity(rational(BigInt(value)), null));

function compared(step: TieStep, tied: readonly number[], evaluation: Evaluation, { show }: Asked): Compared {
  switch (step.kind) {
    case 'value': {
      const valueAt = (entry: number): Rational | null => {
        const cell = evaluation.cell(step.of, entry);
        return cell.form === 'number' ? cell.value : null;
      };
      const figures = (entry: number) => {
        const value = valueAt(entry);
        return value === null ? [] : [show(step.of, value)];
      };
      return { figures, prefer: step.prefer };
    }
    case 'countback':
      return { figures: (entry) => counts(votersOf(step, entry, evaluation)), prefer: 'highest' };
    case 'head-to-head': {
      const preference = judgesFor(step, tied, evaluation);
      return { figures: (entry) => counts([duelsWon(entry, tied, preference)]), prefer: 'highest' };
    }
    case 'better-in-more': {
      const preference = columnsFor(step, evaluation);
      return { figures: (entry) => counts([duelsWon(entry, tied, preference)]), prefer: 'highest' };
    }
    case 'more-top-marks': {
      const found = topMarks(step, tied, evaluation);
      return { figures: (entry) => counts([found?.counts[tied.indexOf(entry)] ?? 0]), prefer: 'highest' };
    }
    case 'start-order':
      return {
        figures: (entry) => counts([entry + 1]),
        prefer: step.prefer === 'earlier' ? 'lowest' : 'highest',
      };
    case 'decision':
      return { figures: () => [], prefer: null };
  }
}

/** The questions that named this entry, in the order they were asked. */
export function tieAnswers(
  evaluation: Evaluation,
  questions: readonly TieQuestion[],
  at: number,
): readonly TieAnswer[] {
  const asked = askedOf(evaluation, at);
  return questions
    .filter(({ tied }) => tied.includes(at))
    .flatMap(({ step: position, tied, groups }): readonly TieAnswer[] => {
      const step = evaluation.rule.ranking.ties[position];
      if (step === undefined) return [];
      const { figures, prefer } = compared(step, tied, evaluation, asked);
      return [
        {
          position,
          asked: step,
          tied: [...tied]
            .sort((a, b) => a - b)
            .map((entry) => ({ entry: asked.entryId(entry), figures: figures(entry) })),
          prefer,
          groups: groups && groups.map((group) => group.map(asked.entryId)),
        },
      ];
    });
}
