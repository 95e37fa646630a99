// S9, correction load: how often the rule did not take a judge's value as it was. [A-LOAD]
//   high_j = values of the judge that were dropped as highest or lowered / values that went into a panel; low_j likewise
// A value is the judge's total, or the mark of one item where the rule works inside each item. Exact. A rule without a panel
// aggregate (ballots, skating, majority) corrects nothing a share could be taken of: a dash, as for a judge without a value.
// Source: corrected marks as listed by the Chopin Competition 2025.
import type { EventDefinition } from '../definition.ts';
import { columns } from '../event-rule/columns.ts';
import { rational } from '../numbers.ts';
import type { PanelWorking } from '../rules/cell.ts';
import type { Evaluation } from '../rules/evaluate.ts';
import { dash, figure, type Figure } from './figure.ts';

export interface CorrectionLoad {
  readonly judge: string;
  readonly values: number;
  readonly high: number;
  readonly low: number;
  readonly highShare: Figure;
  readonly lowShare: Figure;
}

function panelsOf(evaluation: Evaluation, part: string, entry: number): readonly PanelWorking[] {
  const whole = evaluation.cell(part, entry);
  if (whole.form === 'number' && whole.panel) return [whole.panel];
  const list = columns.items(part);
  // With factors the panels stand one step before the list.
  for (const name of [`${list}/panel`, list]) {
    const items = evaluation.cell(name, entry);
    if (items.form === 'list' && items.panels) return items.panels.filter((panel) => panel !== null);
  }
  return [];
}

export function correctionLoads(definition: EventDefinition, evaluation: Evaluation): readonly CorrectionLoad[] {
  const { panel, rules } = definition;
  const parts = rules.groups?.weights.map(({ group }) => columns.group(group)) ?? [columns.panel];
  const counts = panel.map(() => ({ values: 0, high: 0, low: 0 }));
  evaluation.contest.entries.forEach((_, entry) => {
    for (const { judges, fates } of parts.flatMap((part) => panelsOf(evaluation, part, entry)))
      judges.forEach((judge, position) => {
        const count = counts[judge];
        const fate = fates.get(position);
        if (count === undefined) return;
        count.values += 1;
        if (fate === 'highest-out' || fate === 'lowered') count.high += 1;
        if (fate === 'lowest-out' || fate === 'raised') count.low += 1;
      });
  });
  const share = (part: number, values: number): Figure =>
    values === 0 ? dash('no-panel') : figure(rational(BigInt(part), BigInt(values)));
  return panel.flatMap(({ seat }, judge) => {
    const count = counts[judge];
    return count === undefined
      ? []
      : [
          {
            judge: seat,
            ...count,
            highShare: share(count.high, count.values),
            lowShare: share(count.low, count.values),
          },
        ];
  });
}
