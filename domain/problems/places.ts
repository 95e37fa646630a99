// What decides places and what the hall is shown: tie-breakers that can never decide, a tolerance that passes them over,
// deductions from places, and results that are to be revealed before they can exist.
import type { EventDefinition } from '../definition.ts';
import { comparesField, scopeOf } from '../event-rule/aggregate-traits.ts';
import { isLowerBetter } from '../event-rule/event-rule.ts';
import { compare, toRational, ZERO, type Decimal } from '../numbers.ts';
import type { TieBreaker } from '../scoring-rules.ts';
import type { Report } from './report.ts';

const isPositive = (value: Decimal) => compare(toRational(value), ZERO) > 0;

function checkTieBreaker(breaker: TieBreaker, at: string, definition: EventDefinition, report: Report): void {
  const { criteria, rules } = definition;
  switch (breaker.kind) {
    case 'criterion':
      if (!criteria.some((criterion) => criterion.id === breaker.criterion))
        report('problem.unknown-tie-breaker-item', at, breaker.criterion);
      break;
    case 'part': {
      const known = [
        'panel',
        ...(rules.groups?.weights.map(({ group }) => group) ?? []),
        ...(rules.components?.parts.map(({ id }) => id) ?? []),
      ];
      if (!known.includes(breaker.part)) report('problem.unknown-tie-breaker-part', at, breaker.part);
      break;
    }
    case 'next-best': {
      const fits =
        rules.items?.combine === 'best' && scopeOf(rules.aggregate) === 'criterion' && rules.groups === undefined;
      if (!fits) report('problem.next-best-needs-best', at, String(breaker.n));
      else if (breaker.n > criteria.length)
        report('problem.next-best-beyond-items', at, String(criteria.length), 'hint');
      break;
    }
    case 'untrimmed-mean':
    case 'more-decimals':
    case 'head-to-head':
    case 'more-top-marks':
    case 'start-order':
    case 'panel-decision':
      break;
  }
}

export function checkPlaces(definition: EventDefinition, report: Report): void {
  const { rules } = definition;
  rules.tieBreakers.forEach((breaker, index) => {
    checkTieBreaker(breaker, `/rules/tieBreakers/${index}`, definition, report);
  });
  if (rules.tolerance !== undefined) {
    if (!isPositive(rules.tolerance)) report('problem.tolerance-not-positive', '/rules/tolerance', rules.tolerance);
    else if (rules.tieBreakers.length > 0) report('problem.tolerance-skips-ties', '/rules/tolerance', '', 'hint');
  }
  if (rules.outlierAt !== undefined && !isPositive(rules.outlierAt))
    report('problem.outlier-not-positive', '/rules/outlierAt', rules.outlierAt);
  if (isLowerBetter(definition)) report('problem.deduction-on-ranks', '/rules/aggregate', '', 'hint');
  if (comparesField(definition) && (rules.reveal === 'at-once' || rules.reveal === 'one-behind'))
    report('problem.field-rule-reveals-early', '/rules/reveal', '', 'hint');
}
