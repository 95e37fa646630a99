// Which figures about a judge are worth a look: `unusual`, a word about numbers, never a verdict about a person. [A-UNUSUAL]
//   unusual when n is large enough and |t| > 3: the severity's t, or the t of the judge's own home preference
// With many judges and several figures each, a lower threshold would flag somebody at every event by chance. A severity
// without any scatter has no t, but is flagged when it is not 0: it lies beyond any multiple of a standard error of 0.
// Nothing here touches a result.
import { compare, rational, type Rational } from '../numbers.ts';
import { affinityPreference, type Affinity } from './affinity.ts';
import type { Figure } from './figure.ts';
import { severities } from './severity.ts';
import type { MarkTable } from './table.ts';

/** Beyond so many standard errors, to either side. */
export const UNUSUAL_T: Rational = rational(3n);
/** Fewer entries say nothing about a judge. */
export const ENOUGH_ENTRIES = 8;
/** Fewer pairs that belong together say nothing about a preference. */
export const ENOUGH_PAIRS = 5;

export type UnusualFigure = 'strict' | 'mild' | 'affinity-higher' | 'affinity-lower';

export interface Unusual {
  readonly judge: string;
  readonly figure: UnusualFigure;
  readonly value: Rational;
  /** Null when the figure has no scatter at all. */
  readonly t: Rational | null;
  readonly count: number;
}

const isFar = (value: Rational, t: Figure): boolean => {
  if (!t.value) return t.reason === 'no-spread' && value.n !== 0n;
  const magnitude = t.value.n < 0n ? rational(-t.value.n, t.value.d) : t.value;
  return compare(magnitude, UNUSUAL_T) > 0;
};

/** In the order of the panel; `together` where schools, clubs or countries of judges and entries are known. */
export function unusual(table: MarkTable, together?: Affinity): readonly Unusual[] {
  const strict = severities(table).flatMap(({ judge, entries, severity, t }): readonly Unusual[] => {
    const { value } = severity;
    return value && entries >= ENOUGH_ENTRIES && isFar(value, t)
      ? [{ judge, figure: value.n < 0n ? 'strict' : 'mild', value, t: t.value, count: entries }]
      : [];
  });
  if (!together) return strict;
  const home = affinityPreference([table], together).judges.flatMap(({ judge, test }): readonly Unusual[] => {
    const { first, second, difference, t } = test;
    const { value } = difference;
    return value && first.count >= ENOUGH_PAIRS && first.count + second.count >= ENOUGH_ENTRIES && isFar(value, t)
      ? [
          {
            judge,
            figure: value.n < 0n ? 'affinity-lower' : 'affinity-higher',
            value,
            t: t.value,
            count: first.count,
          },
        ]
      : [];
  });
  return [...strict, ...home].toSorted((a, b) => table.judges.indexOf(a.judge) - table.judges.indexOf(b.judge));
}
