// More is deducted than there is: the score stops at zero.
import { compare, ZERO } from '../../numbers.ts';
import { imagine } from '../imagined.ts';
import { entryAt, levels } from '../panels.ts';
import { points, type MakeSituation } from '../situation.ts';

export const deductionBelowZero: MakeSituation = (definition) => {
  const usual = entryAt(definition, levels(definition, 80));
  const { rows } = imagine(definition, [usual, { ...usual, deducted: points('999999') }]);
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
