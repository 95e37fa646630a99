// Judges' values as ballots, for the second calculator. The methods themselves have second calculators of their own in
// tests/domain/ballots; what is held against here is how a panel's marks become ballots and an order becomes places.
import { approval } from '#domain/ballots/approval.ts';
import type { Order, RankedElection } from '#domain/ballots/ballot.ts';
import { borda } from '#domain/ballots/borda.ts';
import { copeland } from '#domain/ballots/copeland.ts';
import { irv } from '#domain/ballots/irv.ts';
import { kemeny } from '#domain/ballots/kemeny.ts';
import { minimax } from '#domain/ballots/minimax.ts';
import { plurality } from '#domain/ballots/plurality.ts';
import { rankedPairs } from '#domain/ballots/ranked-pairs.ts';
import { schulze } from '#domain/ballots/schulze.ts';
import { star } from '#domain/ballots/star.ts';
import type { BallotMethod } from '#domain/rules/step-schema.ts';
import { isLess, isSame, largest, nothing, whole, type Fraction } from './fraction.ts';

/** Everybody a judge put above the rest, then above the rest of those … */
function groupsFrom(column: readonly Fraction[]): Order {
  const groups: string[][] = [];
  let rest = column.map((value, entry) => ({ value, entry }));
  while (rest.length > 0) {
    const top = largest(rest.map(({ value }) => value));
    groups.push(rest.filter(({ value }) => isSame(value, top)).map(({ entry }) => `${entry}`));
    rest = rest.filter(({ value }) => isLess(value, top));
  }
  return groups;
}

function orderOf(
  columns: readonly (readonly Fraction[])[],
  method: BallotMethod,
  candidates: readonly string[],
): Order {
  const election: RankedElection = {
    candidates,
    unranked: 'last',
    ballots: columns.map((column) => ({ voters: 1, groups: groupsFrom(column) })),
  };
  switch (method) {
    case 'plurality':
      return plurality(election).order;
    case 'approval': {
      const yes = columns.map((column) =>
        column.flatMap((value, entry) => (isLess(nothing, value) ? [`${entry}`] : [])),
      );
      return approval({
        ...election,
        ballots: yes.map((names) => ({ voters: 1, groups: names.length === 0 ? [] : [names] })),
      }).order;
    }
    case 'borda':
      return borda(election).order;
    case 'copeland':
      return copeland(election).order;
    case 'schulze':
      return schulze(election).order;
    case 'ranked-pairs':
      return rankedPairs(election).order;
    case 'minimax':
      return minimax(election).order;
    case 'irv':
      return irv(election).order;
    case 'kemeny': {
      const result = kemeny(election);
      return 'order' in result ? result.order : [];
    }
    case 'star': {
      const stars = (value: Fraction) => [5, 4, 3, 2, 1, 0].find((count) => !isLess(value, whole(count))) ?? 0;
      return star({ candidates, ballots: columns.map((column) => ({ voters: 1, scores: column.map(stars) })) }).order;
    }
  }
}

/** [entry][judge] → places. A judge who did not value every entry hands in no ballot; without ballots nobody has a place. */
export function placesByBallot(
  table: readonly (readonly (Fraction | null)[])[],
  method: BallotMethod,
): readonly (Fraction | null)[] {
  const columns = (table[0] ?? [])
    .map((_, judge) => table.flatMap((row) => row[judge] ?? []))
    .filter((column) => column.length === table.length);
  const order =
    columns.length === 0
      ? []
      : orderOf(
          columns,
          method,
          table.map((_, entry) => `${entry}`),
        );
  return table.map((_, entry) => {
    const at = order.findIndex((group) => group.includes(`${entry}`));
    return at < 0 ? null : whole(1 + order.slice(0, at).flat().length);
  });
}
