// Instant runoff: the textbook counts, and what happens when several have the fewest first choices.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { irv } from '#domain/ballots/irv.ts';
import { layersOf } from '#domain/ballots/order.ts';
import type { RankedElection } from '#domain/ballots/ballot.ts';
import { add, compare, rational, ZERO } from '#domain/numbers.ts';
import { tried } from '#tests/kit/arbitraries.ts';
import { alone, election, elections, noBallots } from './elections.ts';

const counts = (given: RankedElection) =>
  irv(given).rounds.map(({ votes }) => votes.map((own) => `${own.candidate} ${own.votes.n}/${own.votes.d}`).join(', '));

describe('instant runoff', () => {
  it('[V-IRV] lets the fewest first choices leave until one has more than half', () => {
    const given = election('A B C D', '42: A > B > C > D\n26: B > C > D > A\n15: C > D > B > A\n17: D > C > B > A');
    const { order, rounds, winners, isUnresolved } = irv(given);
    expect(order).toEqual([['D'], ['A'], ['B'], ['C']]);
    expect(counts(given)).toEqual([
      'A 42/1, B 26/1, C 15/1, D 17/1',
      'A 42/1, B 26/1, D 32/1',
      'A 42/1, D 58/1',
      'D 100/1',
    ]);
    expect(rounds.map(({ fewest }) => fewest)).toEqual([['C'], ['B'], ['A'], ['D']]);
    expect(rounds.map(({ majority }) => majority)).toEqual([null, null, 'D', 'D']);
    expect([winners, isUnresolved]).toEqual([['D'], false]);
  });

  it('[V-IRV] elects sue in the election of five voters', () => {
    // Source: en.wikipedia.org, Instant-runoff voting, five voters.
    const given = election(
      'bob sue bill',
      '1: bob > bill > sue\n1: sue > bob > bill\n1: bill > sue > bob\n1: bob > bill > sue\n1: sue > bob > bill',
    );
    expect(irv(given).order).toEqual([['sue'], ['bob'], ['bill']]);
  });

  it('[V-IRV] leaves exhausted ballots out of the half that is needed', () => {
    const given = election('A B C', '4: A\n3: B\n2: C');
    const [first, second] = irv(given).rounds;
    expect(first).toMatchObject({ exhausted: 0, majority: null });
    expect(second).toMatchObject({ exhausted: 2, majority: 'A' });
  });

  it('[V-IRV] shares a vote among equal first choices', () => {
    expect(counts(election('A B C', '1: A = B = C\n1: A = B'))[0]).toBe('A 5/6, B 5/6, C 1/3');
  });

  it('[V-IRV] lets equal fewest leave together where even joined they have fewer than the next', () => {
    const { order, rounds } = irv(election('A B C D', '5: A\n3: B\n1: C\n1: D'));
    expect(order).toEqual([['A'], ['B'], ['C', 'D']]);
    expect(rounds[0]).toMatchObject({ fewest: ['C', 'D'], then: 'leave' });
  });

  it('[V-IRV] follows every way of a tie and names all who can win', () => {
    const open = irv(election('A B C', '4: A\n3: B > C\n3: C > B'));
    expect(open).toMatchObject({ order: [['A', 'B', 'C']], winners: ['B', 'C'], isUnresolved: true });
    expect(open.rounds[0]).toMatchObject({ fewest: ['B', 'C'], then: 'each-way' });
    // Here both ways end with the same winner.
    const agreed = irv(election('A B C', '4: A\n3: B > A\n3: C > A'));
    expect(agreed).toMatchObject({ order: [['A'], ['B', 'C']], winners: ['A'], isUnresolved: false });
  });

  it('[V-IRV] shares the place among those who are equal at the end', () => {
    expect(irv(election('A B C', '2: A\n2: B\n1: C'))).toMatchObject({
      order: [['A', 'B'], ['C']],
      winners: ['A', 'B'],
      isUnresolved: true,
    });
    expect(irv(noBallots)).toMatchObject({ order: [['A', 'B', 'C']], isUnresolved: true });
    expect(irv(alone)).toMatchObject({ winners: ['A'], isUnresolved: false });
  });

  it('[V-IRV] leaves a tie open that would have too many ways to follow', () => {
    const names = Array.from({ length: 40 }, (_, place) => `N${place}`);
    const given = election(['top', ...names].join(' '), [`2: top`, ...names.map((name) => `1: ${name}`)].join('\n'));
    const { order, rounds, isUnresolved } = irv(given);
    expect(order).toHaveLength(1);
    expect(rounds).toHaveLength(1);
    expect(isUnresolved).toBe(true);
  });

  it('[V-IRV] puts ahead exactly what every single way of the count puts ahead', () => {
    /** All orders of leaving, the last to leave first; also among candidates that are all equal. */
    const ways = (given: RankedElection, remaining: readonly string[]): readonly (readonly string[])[] => {
      if (remaining.length === 0) return [[]];
      const votes = remaining.map((name) =>
        given.ballots.reduce((total, { voters, groups }) => {
          const group = groups.map((own) => own.filter((one) => remaining.includes(one))).find((own) => own.length > 0);
          return group?.includes(name) ? add(total, rational(BigInt(voters), BigInt(group.length))) : total;
        }, ZERO),
      );
      return remaining
        .filter((_, x) => votes.every((other) => compare(votes[x] ?? ZERO, other) <= 0))
        .flatMap((name) =>
          ways(
            given,
            remaining.filter((other) => other !== name),
          ).map((way) => [...way, name]),
        );
    };
    fc.assert(
      fc.property(elections, (given) => {
        const all = ways(given, given.candidates);
        const isAhead = (x: string, y: string) => all.every((way) => way.indexOf(x) < way.indexOf(y));
        const at = (place: number) => given.candidates[place] ?? '';
        expect(irv(given).order).toEqual(layersOf(given.candidates, (x, y) => isAhead(at(x), at(y))));
      }),
      tried(300),
    );
  });
});
