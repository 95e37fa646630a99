// More is deducted than there is: the score stops at zero.
import { isLowerBetter } from '../../event-rule/event-rule.ts';
import { compare, formatExact, rational, ZERO, type Decimal } from '../../numbers.ts';
import { imagine } from '../imagined.ts';
import { entryAt, levels } from '../panels.ts';
import type { MakeSituation } from '../situation.ts';

export const deductionBelowZero: MakeSituation = (definition) => {
  // [R-DEDUCT] Where lower is better there are none.
  if (isLowerBetter(definition)) return null;
  const usual = entryAt(definition, levels(definition, 80));
  const before = imagine(definition, [usual, usual]).rows[0]?.result?.final;
  if (before === undefined) return null;
  const deducted = formatExact(rational(before.n / before.d + 1n)) as Decimal;
  const { rows } = imagine(definition, [usual, { ...usual, deducted }]);
  const final = rows[1]?.result?.final;
  if (final === undefined) return null;
  return {
    code: 'deduction-below-zero',
    rows,
    findings: [
      compare(final, ZERO) === 0
        ? { code: 'stops-at-zero', severity: 'settled' }
        : { code: 'not-deducted', severity: 'attention' },
    ],
  };
};
