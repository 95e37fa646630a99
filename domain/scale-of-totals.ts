// What all weights, or all full marks, of an event add up to: the scale of a judge's total.
import type { Criterion } from './definition.ts';
import { sum, toRational, type Rational } from './numbers.ts';

export function scaleOf({ criteria }: { readonly criteria: readonly Criterion[] }): Rational {
  return sum(criteria.map((criterion) => toRational(criterion.weight ?? criterion.maxScore)));
}
