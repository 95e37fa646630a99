// What each part (judge group, panel, component) gave to a result: its own score, its weight and its weighted points, so that nobody
// has to take the total on trust. Empty where the panel is the only part.
import type { EventDefinition } from './definition.ts';
import { columns } from './event-rule/columns.ts';
import type { Field } from './field.ts';
import { divide, formatExact, formatRounded, multiply, rational, toRational, type Decimal } from './numbers.ts';
import type { PartScore } from './stage-view.ts';
import type { Text } from './text.ts';

interface Part {
  readonly part: string;
  readonly kind: PartScore['kind'];
  readonly name: Text | null;
  readonly of: string;
  readonly figure: string | null;
  readonly weight: Decimal;
}

function partsOf({ rules, judgeGroups }: EventDefinition): readonly Part[] {
  const { groups, components } = rules;
  const groupName = (id: string) => judgeGroups.find((group) => group.id === id)?.name ?? null;
  return [
    ...(groups?.weights ?? []).map(({ group, weight }): Part => ({
      part: group,
      kind: 'group',
      name: groupName(group),
      of: columns.group(group),
      figure: null,
      weight,
    })),
    ...(components === undefined
      ? []
      : [
          {
            part: 'panel',
            kind: 'panel',
            name: null,
            of: components.panel.mapping ? columns.part('panel') : columns.panel,
            figure: null,
            weight: components.panel.weight,
          } as const,
          ...components.parts.map(({ id, name, weight }): Part => ({
            part: id,
            kind: 'component',
            name,
            of: columns.part(id),
            figure: columns.figure(id),
            weight,
          })),
        ]),
  ];
}

export function partScores(field: Field, definition: EventDefinition, at: number): readonly PartScore[] {
  const { decimals, components } = definition.rules;
  const shown = (name: string): { readonly exact: ReturnType<typeof rational>; readonly text: string } | null => {
    const cell = field.evaluation.cell(name, at);
    return cell.form === 'number' && cell.value !== null
      ? { exact: cell.value, text: formatRounded(cell.value, decimals) }
      : null;
  };
  const recorded = (name: string): string | null => {
    const value = shown(name)?.exact;
    return value ? formatExact(value) : null;
  };
  return partsOf(definition).map(({ part, kind, name, of, figure, weight }) => {
    const score = shown(of);
    const isWeighted = kind === 'group' || components?.combine !== 'rank-sum';
    const points = score && divide(multiply(score.exact, toRational(weight)), rational(100n));
    return {
      part,
      kind,
      name,
      // What was recorded stands as it was recorded: 516 votes are not 516.00.
      figure: figure === null ? null : recorded(figure),
      score: score?.text ?? null,
      weight: isWeighted ? weight : null,
      points: isWeighted && points ? formatRounded(points, decimals) : null,
    };
  });
}
