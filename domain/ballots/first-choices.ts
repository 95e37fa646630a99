// How many votes each of the candidates still in has as first choice: a ballot counts for the best group that has anybody
// still in it, whose members share it; a ballot that names nobody still in is exhausted.
import { add, rational, ZERO, type Rational } from '../numbers.ts';
import type { RankedBallot } from './ballot.ts';

export interface FirstChoices {
  readonly votes: ReadonlyMap<string, Rational>;
  readonly exhausted: number;
}

export function firstChoices(ballots: readonly RankedBallot[], remaining: ReadonlySet<string>): FirstChoices {
  // Whole counts by the number of sharers, so that a fraction is made once per candidate and not once per ballot.
  const shared = new Map([...remaining].map((name) => [name, new Map<number, number>()]));
  let exhausted = 0;
  for (const { voters, groups } of ballots) {
    const group = groups.find((names) => names.some((name) => remaining.has(name)));
    const sharing = group?.filter((name) => remaining.has(name)) ?? [];
    if (sharing.length === 0) exhausted += voters;
    for (const name of sharing) {
      const own = shared.get(name);
      own?.set(sharing.length, (own.get(sharing.length) ?? 0) + voters);
    }
  }
  const votes = new Map(
    [...shared].map(([name, counts]) => [
      name,
      [...counts].reduce((total, [sharers, count]) => add(total, rational(BigInt(count), BigInt(sharers))), ZERO),
    ]),
  );
  return { votes, exhausted };
}
