// The panel score of one entry as the engine makes it, from marks in hundredths: [judge][item].
import type { EventDefinition } from '#domain/definition.ts';
import { columns } from '#domain/event-rule/columns.ts';
import { eventRule } from '#domain/event-rule/event-rule.ts';
import type { Rational } from '#domain/numbers.ts';
import { evaluate } from '#domain/rules/evaluate.ts';

export function panelScoreOf(definition: EventDefinition, marks: readonly (readonly number[])[]): Rational {
  const rows = definition.criteria.map((_, item) => marks.map((own) => own[item] ?? null));
  const table = {
    id: columns.marks,
    judges: marks.map((_, judge) => `judge-${judge}`),
    items: definition.criteria.map(({ id }) => id),
    decimals: 2,
  };
  const evaluation = evaluate(eventRule(definition), {
    tables: [table],
    entries: [{ id: 'entry', marks: { [columns.marks]: { rows } }, numbers: {}, lists: {} }],
    decisions: [],
  });
  const cell = evaluation.cell(columns.panel, 0);
  if (cell.form !== 'number' || cell.value === null) throw new Error('no panel score');
  return cell.value;
}
