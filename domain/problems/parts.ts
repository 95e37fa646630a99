// Judge groups with weights and the parts of the final score: weights that make a whole, names that exist once, mappings that give
// points. Weights are percentages and are compared exactly. [R-WEIGHTS]
import type { EventDefinition } from '../definition.ts';
import { preferOf } from '../event-rule/aggregate-traits.ts';
import { compare, formatExact, rational, sum, toRational, ZERO, type Decimal, type Rational } from '../numbers.ts';
import type { Mapping } from '../scoring-rules.ts';
import { duplicates, type Report } from './report.ts';

const HUNDRED = rational(100n);
const isPositive = (value: Decimal) => compare(toRational(value), ZERO) > 0;

function checkWeights(weights: readonly Decimal[], code: 'problem.group-weights' | 'problem.component-weights') {
  const total = sum(weights.map(toRational));
  return compare(total, HUNDRED) === 0 ? null : ({ code, value: formatExact(total) } as const);
}

function checkGroups(definition: EventDefinition, report: Report): void {
  const { rules, panel, judgeGroups } = definition;
  if (rules.groups === undefined) return;
  const at = '/rules/groups/weights';
  const { weights } = rules.groups;
  const wrong = checkWeights(
    weights.map(({ weight }) => weight),
    'problem.group-weights',
  );
  if (wrong) report(wrong.code, at, wrong.value);
  for (const index of duplicates(weights.map(({ group }) => group)))
    report('problem.duplicate-weighted-group', `${at}/${index}/group`, weights[index]?.group ?? '');
  weights.forEach(({ group, weight, aggregate }, index) => {
    if (!judgeGroups.some(({ id }) => id === group))
      report('problem.unknown-weighted-group', `${at}/${index}/group`, group);
    else if (!panel.some((judge) => judge.group === group))
      report('problem.group-without-judges', `${at}/${index}/group`, group);
    if (!isPositive(weight)) report('problem.weight-not-positive', `${at}/${index}/weight`, group);
    if (aggregate !== undefined && preferOf(aggregate) !== preferOf(rules.aggregate))
      report('problem.group-turned-round', `${at}/${index}/aggregate`, group);
  });
  const outside = panel.filter((judge) => !weights.some(({ group }) => group === judge.group));
  // Their marks count nowhere, which may be meant: a shadow judge, a guest.
  if (outside.length > 0) report('problem.judges-in-no-group', '/rules/groups', namesOf(outside), 'hint');
}

/** The seats, for a sentence that names the people on them. */
const namesOf = (judges: readonly { readonly seat: string }[]) => judges.map(({ seat }) => seat).join(' ');

function checkMapping(mapping: Mapping, at: string, full: Rational, report: Report): void {
  switch (mapping.kind) {
    case 'points':
      if (!isPositive(mapping.max)) report('problem.full-marks-not-positive', `${at}/max`, mapping.max);
      break;
    case 'leader':
      if (compare(toRational(mapping.min), full) >= 0 || compare(toRational(mapping.min), ZERO) < 0)
        report('problem.leader-minimum', `${at}/min`, formatExact(full));
      break;
    case 'bands':
      mapping.bands.forEach(({ from }, index) => {
        const below = mapping.bands[index - 1];
        if (below !== undefined && compare(toRational(from), toRational(below.from)) <= 0)
          report('problem.bands-order', `${at}/bands/${index}`, from);
      });
      break;
    case 'share':
    case 'rank-points':
    case 'approval':
      break;
  }
}

function checkComponents(definition: EventDefinition, full: Rational, report: Report): void {
  const { components, aggregate } = definition.rules;
  if (components === undefined) return;
  const { panel, parts, combine } = components;
  const at = '/rules/components';
  if (combine === 'weighted-sum') {
    const wrong = checkWeights([panel.weight, ...parts.map(({ weight }) => weight)], 'problem.component-weights');
    if (wrong) report(wrong.code, `${at}/parts`, wrong.value);
    if (!isPositive(panel.weight)) report('problem.weight-not-positive', `${at}/panel/weight`, 'panel');
    // A sum of places has no points: only a table of points by place, or bands, turns "lower is better" round.
    const turns = panel.mapping?.kind === 'rank-points' || panel.mapping?.kind === 'bands';
    if (preferOf(aggregate) === 'lowest' && !turns) report('problem.panel-mapping-needed', `${at}/panel/mapping`, '');
  }
  const groups = definition.judgeGroups.map(({ id }) => id);
  const taken = ['panel', ...groups, ...parts.map(({ id }) => id)];
  for (const index of duplicates(taken))
    if (index > groups.length)
      report('problem.duplicate-component', `${at}/parts/${index - groups.length - 1}`, taken[index] ?? '');
  if (panel.mapping) checkMapping(panel.mapping, `${at}/panel/mapping`, full, report);
  parts.forEach(({ id, weight, mapping }, index) => {
    if (combine === 'weighted-sum' && !isPositive(weight))
      report('problem.weight-not-positive', `${at}/parts/${index}/weight`, id);
    checkMapping(mapping, `${at}/parts/${index}/mapping`, full, report);
  });
}

/** `full`: the scale of a judge's total. */
export function checkParts(definition: EventDefinition, full: Rational, report: Report): void {
  checkGroups(definition, report);
  checkComponents(definition, full, report);
}
