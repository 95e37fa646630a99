// The ranks one judge's values give to the entries (评委内名次): the highest value has rank 1, or the lowest where less is
// better. Equal values share the mean of their ranks (midranks, for rank sums) or the better rank (competition, 1224). An
// entry the judge has no value for has no rank, and the others are ranked as if it were not there. [R-OWN-RANK]
import { compare, rational, type Rational } from '../numbers.ts';

export type Better = 'higher' | 'lower';

interface Standing {
  /** How many of the judge's values are better, and how many equal, this one included. */
  readonly better: number;
  readonly equal: number;
}

function standing(values: readonly (Rational | null)[], better: Better): readonly (Standing | null)[] {
  const sign = better === 'higher' ? 1 : -1;
  const sorted = values
    .flatMap((value, entry) => (value === null ? [] : [{ value, entry }]))
    .sort((a, b) => sign * compare(b.value, a.value));
  const found = values.map((): Standing | null => null);
  for (let from = 0; from < sorted.length;) {
    const first = sorted[from];
    let to = from;
    while (first && sorted[to] && compare(sorted[to]?.value ?? first.value, first.value) === 0) to += 1;
    for (const { entry } of sorted.slice(from, to)) found[entry] = { better: from, equal: to - from };
    from = to;
  }
  return found;
}

/** Equal values share the mean of the ranks they span: 1, 2.5, 2.5, 4. */
export function midranks(
  values: readonly (Rational | null)[],
  better: Better = 'higher',
): readonly (Rational | null)[] {
  return standing(values, better).map((own) => own && rational(BigInt(2 * own.better + own.equal + 1), 2n));
}

/** Equal values share the better rank: 1, 2, 2, 4. */
export function competitionRanks(
  values: readonly (Rational | null)[],
  better: Better = 'higher',
): readonly (number | null)[] {
  return standing(values, better).map((own) => own && own.better + 1);
}
