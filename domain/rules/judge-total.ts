// One judge's total for one entry: the marks added up, or, where items have weights, each mark's share of full marks
// times the item's weight. Exact; the rounding comes later and once. [R-TOTAL]
import type { Criterion } from '../definition.ts';
import type { CriterionId } from '../ids.ts';
import { add, divide, multiply, toRational, ZERO, type Decimal, type Rational } from '../numbers.ts';

export type TotalledCriterion = Pick<Criterion, 'id' | 'maxScore'> & { readonly weight?: Decimal | undefined };

export interface TotalledMark {
  readonly criterion: CriterionId;
  readonly mark: Decimal;
}

/** What one mark contributes to a total. */
export function contribution(criterion: TotalledCriterion, mark: Decimal): Rational {
  if (criterion.weight === undefined) return toRational(mark);
  return divide(multiply(toRational(mark), toRational(criterion.weight)), toRational(criterion.maxScore));
}

/** Items without a mark contribute nothing: ask only for complete sheets where a total is to be shown. */
export function judgeTotal(criteria: readonly TotalledCriterion[], marks: readonly TotalledMark[]): Rational {
  return criteria.reduce((total, criterion) => {
    const given = marks.find((mark) => mark.criterion === criterion.id);
    return given ? add(total, contribution(criterion, given.mark)) : total;
  }, ZERO);
}
