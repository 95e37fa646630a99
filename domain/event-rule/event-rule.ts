// From the scoring rules an organiser sets to the steps that are computed: the same list that the result is made by, the
// explanation walks through and the check of the rules reports on. Nothing is computed here.
import type { EventDefinition } from '../definition.ts';
import type { Decimal } from '../numbers.ts';
import type { Rule } from '../rules/rule.ts';
import type { Step } from '../rules/step-schema.ts';
import { columns } from './columns.ts';
import { combinedPart } from './component-steps.ts';
import { panelPart } from './panel-steps.ts';
import { tieColumns, tieStep } from './tie-steps.ts';

/** Judges' totals and what they count as: filled in, normalised, or as they are. */
function valueSteps({ rules, criteria }: EventDefinition): readonly Step[] {
  const weights = criteria.flatMap(({ weight, maxScore }) =>
    weight === undefined ? [] : [{ full: maxScore, weight }],
  );
  const isWeighted = weights.length > 0 && weights.length === criteria.length;
  const isFilled = rules.missing === 'judge-average';
  const filled = isFilled && rules.normalise !== undefined ? 'filled' : columns.values;
  return [
    { id: columns.totals, kind: 'judge-totals', of: columns.marks, ...(isWeighted && { weights }) },
    ...(isFilled ? [{ id: filled, kind: 'fill-missing', of: columns.totals, with: 'judge-average' } as const] : []),
    ...(rules.normalise === undefined
      ? []
      : [
          {
            id: columns.values,
            kind: 'normalise',
            of: isFilled ? filled : columns.totals,
            by: rules.normalise,
          } as const,
        ]),
  ];
}

function build(definition: EventDefinition): Rule {
  const { rules } = definition;
  const combined = combinedPart(definition);
  const isHighBetter = combined.prefer === 'highest';
  // [R-DEDUCT] Where less is better, as in a sum of places, points off count against the entry by being added.
  const [gain, loss] = (isHighBetter ? ['1', '-1'] : ['-1', '1']) as [Decimal, Decimal];
  const steps: readonly Step[] = [
    ...valueSteps(definition),
    ...panelPart(definition),
    ...combined.steps,
    {
      id: `${columns.final}/whole`,
      kind: 'sum',
      terms: [
        { of: combined.by, weight: '1' as Decimal },
        { of: columns.bonuses, weight: gain },
        { of: columns.deductions, weight: loss },
      ],
      ifMissing: 'no-result',
    },
    { id: columns.final, kind: 'bound', of: `${columns.final}/whole`, min: '0' as Decimal },
    { id: columns.published, kind: 'round', of: columns.final, decimals: rules.decimals },
    ...tieColumns(definition),
  ];
  const isPlain = !steps.some((step) => step.id === columns.values);
  const named = isPlain ? steps.map((step) => withTotals(step)) : steps;
  return {
    steps: [...named],
    ranking: {
      by: rules.rankOn === 'rounded' ? columns.published : columns.final,
      published: columns.published,
      prefer: combined.prefer,
      style: rules.rankStyle,
      ...(rules.tolerance !== undefined && { tolerance: rules.tolerance }),
      ties: rules.tieBreakers.map((breaker) => tieStep(breaker, definition, combined.prefer)),
    },
  };
}

/** Sums of places and places of a method: the lowest result is first, and points taken off would be a gift. [R-DEDUCT] */
export const isLowerBetter = (definition: EventDefinition): boolean => combinedPart(definition).prefer === 'lowest';

/** Where nothing comes between totals and values, the totals are the values. */
const withTotals = (step: Step): Step =>
  'of' in step && step.of === columns.values ? ({ ...step, of: columns.totals } as Step) : step;

// Definitions are immutable, and the engine remembers what it computed by the identity of the rule.
const known = new WeakMap<EventDefinition, Rule>();

export function eventRule(definition: EventDefinition): Rule {
  let rule = known.get(definition);
  if (rule === undefined) known.set(definition, (rule = build(definition)));
  return rule;
}
