// The methods that compare candidates two by two, on the textbook elections where they are known to disagree.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { condorcet } from '#domain/ballots/condorcet.ts';
import { copeland } from '#domain/ballots/copeland.ts';
import { minimax, type DefeatMeasure } from '#domain/ballots/minimax.ts';
import { layersOf } from '#domain/ballots/order.ts';
import { pairwiseMatrix } from '#domain/ballots/pairwise.ts';
import { rankedPairs } from '#domain/ballots/ranked-pairs.ts';
import { schulze } from '#domain/ballots/schulze.ts';
import { tried } from '#tests/kit/arbitraries.ts';
import { cycle, election, elections, rbvote, tennessee } from './elections.ts';

/** Source: M. Schulze, A new monotonic … method, examples 1 and 4. */
const schulzeOne = election(
  'A B C D',
  '8: A > C > D > B\n2: B > A > D > C\n4: C > D > B > A\n4: D > B > A > C\n3: D > C > B > A',
);
const schulzeFour = election('A B C D', '3: A > B > C > D\n2: C > B > D > A\n2: D > A > B > C\n2: D > B > C > A');

describe('the pairwise matrix', () => {
  it('[V-PAIRWISE] puts unnamed candidates below all named ones, equal among themselves', () => {
    const { above } = pairwiseMatrix(election('A B C D', '2: A > B\n1: C = B > A'));
    expect(above).toEqual([
      [0, 2, 2, 3],
      [1, 0, 2, 3],
      [1, 0, 0, 1],
      [0, 0, 0, 0],
    ]);
  });

  it('[V-PAIRWISE] compares unnamed candidates with nobody where unnamed means no opinion', () => {
    const { above } = pairwiseMatrix(election('A B C', '2: A > B\n1: C', 'no-opinion'));
    expect(above).toEqual([
      [0, 2, 0],
      [0, 0, 0],
      [0, 0, 0],
    ]);
  });
});

describe('the Condorcet winner', () => {
  it('[V-CONDORCET] beats every other candidate, and is missing in a cycle', () => {
    expect(condorcet(tennessee)).toMatchObject({
      winner: 'Nashville',
      order: [['Nashville'], ['Memphis', 'Knoxville', 'Chattanooga']],
    });
    expect(condorcet(cycle).winner).toBeNull();
    expect(condorcet(election('A B', '1: A > B\n1: B > A')).winner).toBeNull();
    expect(condorcet(election('A', '')).winner).toBe('A');
  });
});

describe('Copeland', () => {
  it('[V-COPELAND] takes lost comparisons from won ones', () => {
    expect(copeland(rbvote).order).toEqual([['Abby', 'Brad'], ['Dave', 'Erin'], ['Cora']]);
    expect(copeland(tennessee).scores[1]).toEqual({ candidate: 'Nashville', wins: 3, losses: 0, level: 0, score: 3 });
    expect(copeland(election('A B', '1: A = B')).scores[0]).toMatchObject({ wins: 0, losses: 0, level: 1, score: 0 });
  });
});

describe('Schulze', () => {
  it('[V-SCHULZE] orders by the strongest paths', () => {
    expect(schulze(rbvote).order).toEqual([['Abby'], ['Brad'], ['Erin'], ['Dave'], ['Cora']]);
    const { order, paths } = schulze(schulzeOne);
    expect(order).toEqual([['D'], ['A'], ['C'], ['B']]);
    expect(paths).toEqual([
      [0, 14, 14, 12],
      [13, 0, 13, 12],
      [13, 15, 0, 12],
      [13, 19, 13, 0],
    ]);
  });

  it('[V-SCHULZE] leaves equal what no path tells apart', () => {
    expect(schulze(schulzeFour).order).toEqual([
      ['B', 'D'],
      ['A', 'C'],
    ]);
  });

  it('[V-SCHULZE] measures links by their lead as an option, which can elect somebody else', () => {
    // A beats B 5 to 4, B beats C 3 to 0, C beats A 4 to 2: the fewest votes are not the smallest lead.
    const given = election('A B C', '5: A > B\n4: B > A\n3: B > C\n4: C > A\n2: A > C', 'no-opinion');
    expect(schulze(given).order).toEqual([['C'], ['A'], ['B']]);
    expect(schulze(given, 'margins').order).toEqual([['B'], ['C'], ['A']]);
    expect(schulze(given, 'margins').paths).toEqual([
      [0, 1, 1],
      [2, 0, 3],
      [2, 1, 0],
    ]);
  });

  it('[V-SCHULZE] finds the paths that trying every way finds', () => {
    const strongest = (
      link: (x: number, y: number) => number,
      from: number,
      to: number,
      rest: readonly number[],
    ): number =>
      Math.max(
        link(from, to),
        ...rest.map((via) =>
          Math.min(
            link(from, via),
            strongest(
              link,
              via,
              to,
              rest.filter((other) => other !== via),
            ),
          ),
        ),
      );
    fc.assert(
      fc.property(elections, fc.constantFrom('winning-votes' as const, 'margins' as const), (given, strength) => {
        const { matrix, paths } = schulze(given, strength);
        const above = (x: number, y: number) => matrix.above[x]?.[y] ?? 0;
        const link = (x: number, y: number) =>
          above(x, y) <= above(y, x) ? 0 : strength === 'margins' ? above(x, y) - above(y, x) : above(x, y);
        const places = [...given.candidates.keys()];
        for (const x of places) {
          for (const y of places.filter((other) => other !== x)) {
            const rest = places.filter((other) => other !== x && other !== y);
            expect(paths[x]?.[y]).toBe(strongest(link, x, y, rest));
          }
        }
      }),
      tried(200),
    );
  });
});

describe('ranked pairs', () => {
  it('[V-RANKED-PAIRS] locks from the strongest pair down and discards what would close a cycle', () => {
    const { order, pairs } = rankedPairs(rbvote);
    expect(order).toEqual([['Brad'], ['Abby'], ['Erin'], ['Dave'], ['Cora']]);
    expect(pairs).toHaveLength(10);
    expect(pairs.some(({ fate }) => fate === 'closes-cycle')).toBe(true);
    for (const [place, pair] of pairs.entries())
      expect(pair.winning).toBeLessThanOrEqual(pairs[place - 1]?.winning ?? 921);
  });

  it('[V-RANKED-PAIRS] takes the pair with the smaller opposition first', () => {
    const given = election('A B C', '4: A > B\n1: B > A\n4: C > A\n3: A > C\n4: B > C\n2: C > B', 'no-opinion');
    expect(rankedPairs(given)).toMatchObject({
      order: [['A'], ['B'], ['C']],
      pairs: [
        { winner: 'A', loser: 'B', winning: 4, opposition: 1, fate: 'locked' },
        { winner: 'B', loser: 'C', winning: 4, opposition: 2, fate: 'locked' },
        { winner: 'C', loser: 'A', winning: 4, opposition: 3, fate: 'closes-cycle' },
      ],
    });
  });

  it('[V-RANKED-PAIRS] discards all pairs of equal strength that close a cycle together, and only those', () => {
    const given = election('A B C D', '1: A > B > C > D\n1: B > C > A > D\n1: C > A > B > D');
    const { order, pairs } = rankedPairs(given);
    expect(order).toEqual([['A', 'B', 'C'], ['D']]);
    expect(pairs.map(({ fate }) => fate)).toEqual([
      ...['locked', 'locked', 'locked'],
      ...['closes-cycle-with-equals', 'closes-cycle-with-equals', 'closes-cycle-with-equals'],
    ]);
  });

  it('[V-RANKED-PAIRS] locks what locking pair by pair locks, where no two pairs are equal', () => {
    fc.assert(
      fc.property(elections, (given) => {
        const { pairs } = rankedPairs(given);
        fc.pre(new Set(pairs.map(({ winning, opposition }) => `${winning}:${opposition}`)).size === pairs.length);
        const locked: { readonly winner: string; readonly loser: string }[] = [];
        const leads = (from: string, to: string): boolean =>
          from === to || locked.some(({ winner, loser }) => winner === from && leads(loser, to));
        for (const pair of pairs) {
          expect(pair.fate).toBe(leads(pair.loser, pair.winner) ? 'closes-cycle' : 'locked');
          if (pair.fate === 'locked') locked.push(pair);
        }
      }),
      tried(300),
    );
  });
});

describe('minimax', () => {
  it('[V-MINIMAX] puts the smallest worst defeat first', () => {
    expect(minimax(rbvote).order[0]).toEqual(['Cora']);
    expect(minimax(tennessee)).toMatchObject({
      order: [['Nashville'], ['Memphis'], ['Chattanooga'], ['Knoxville']],
    });
    expect(minimax(tennessee).defeats).toEqual([
      { candidate: 'Memphis', worst: 58, against: ['Nashville', 'Knoxville', 'Chattanooga'] },
      { candidate: 'Nashville', worst: 0, against: [] },
      { candidate: 'Knoxville', worst: 83, against: ['Chattanooga'] },
      { candidate: 'Chattanooga', worst: 68, against: ['Nashville'] },
    ]);
  });

  it('[V-MINIMAX] measures by votes, by lead, or by opposition, which can pass over the Condorcet winner', () => {
    // A beats C 5 to 4 and B 2 to 1; B and C are compared by nobody.
    const given = election('A B C', '5: A > C\n4: C > A\n2: A > B\n1: B > A', 'no-opinion');
    const worst = (measure: DefeatMeasure) => minimax(given, measure).defeats.map((own) => own.worst);
    expect(condorcet(given).winner).toBe('A');
    expect(worst('winning-votes')).toEqual([0, 2, 5]);
    expect(worst('margins')).toEqual([0, 1, 1]);
    expect(worst('opposition')).toEqual([4, 2, 5]);
    expect(minimax(given, 'margins').order).toEqual([['A'], ['B', 'C']]);
    expect(minimax(given, 'opposition').order).toEqual([['B'], ['A'], ['C']]);
  });
});

describe('layers', () => {
  it('refuse a relation with a cycle as the bug it would be', () => {
    expect(() => layersOf(['A', 'B'], () => true)).toThrow(RangeError);
  });
});
