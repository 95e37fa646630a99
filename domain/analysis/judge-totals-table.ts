// The judges' own totals of all entries as the table the statistics are made from, and the scale such a total lies on.
import type { EventDefinition } from '../definition.ts';
import { columns } from '../event-rule/columns.ts';
import { sum } from '../numbers.ts';
import type { Evaluation } from '../rules/evaluate.ts';
import { contribution } from '../rules/judge-total.ts';
import { valueOf } from '../rules/panel.ts';
import { expectForm } from '../rules/steps/step.ts';
import type { Scale } from './spread.ts';
import type { MarkTable } from './table.ts';

/** `entries`: positions in the contest, in the order the table is to have. */
export function judgeTotalsTable(
  { panel }: EventDefinition,
  { cell, contest }: Evaluation,
  entries: readonly number[],
): MarkTable {
  return {
    entries: entries.map((entry) => contest.entries[entry]?.id ?? ''),
    judges: panel.map(({ seat }) => seat),
    values: entries.map((entry) => {
      const { values } = expectForm(cell(columns.totals, entry), 'judges');
      return panel.map((_, judge) => valueOf(values, judge));
    }),
  };
}

/** From the lowest marks the rules allow to full marks. */
export const scaleOfTotals = ({ criteria }: EventDefinition): Scale => ({
  from: sum(criteria.map((criterion) => contribution(criterion, criterion.minAllowed))),
  to: sum(criteria.map((criterion) => contribution(criterion, criterion.maxScore))),
});
