// Kemeny against trying every order.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kemeny, KEMENY_CANDIDATES } from '#domain/ballots/kemeny.ts';
import { layersOf } from '#domain/ballots/order.ts';
import { pairwiseMatrix } from '#domain/ballots/pairwise.ts';
import { tried } from '#tests/kit/arbitraries.ts';
import { cycle, election, elections, noCandidates, permutations, tennessee } from './elections.ts';

describe('Kemeny', () => {
  it('[V-KEMENY] finds the order that satisfies the most preferences', () => {
    expect(kemeny(tennessee)).toMatchObject({
      order: [['Nashville'], ['Chattanooga'], ['Knoxville'], ['Memphis']],
      score: 393,
      bestOrders: 1,
      orders: [['Nashville', 'Chattanooga', 'Knoxville', 'Memphis']],
    });
  });

  it('[V-KEMENY] names every best order of a cycle, which agree on nothing', () => {
    expect(kemeny(cycle)).toMatchObject({ order: [['A', 'B', 'C']], score: 5, bestOrders: 3 });
  });

  it('[V-KEMENY] counts best orders that are too many to list', () => {
    expect(kemeny(election('A B C D E F', ''))).toMatchObject({ score: 0, bestOrders: 720, orders: null });
    expect(kemeny(noCandidates)).toMatchObject({ order: [], bestOrders: 1, orders: [[]] });
  });

  it('[V-KEMENY] computes the largest field it allows and refuses a larger one', () => {
    const names = Array.from({ length: KEMENY_CANDIDATES + 1 }, (_, place) => `N${place}`);
    const allowed = names.slice(1);
    expect(kemeny(election(allowed.join(' '), `1: ${allowed.join(' > ')}`))).toMatchObject({
      orders: [allowed],
      score: (KEMENY_CANDIDATES * (KEMENY_CANDIDATES - 1)) / 2,
    });
    expect(kemeny(election(names.join(' '), ''))).toEqual({
      refused: 'kemeny.too-many-candidates',
      candidates: 16,
      limit: 15,
    });
  });

  it('[V-KEMENY] finds what trying every order finds', () => {
    fc.assert(
      fc.property(elections, (given) => {
        const { candidates } = given;
        const { above } = pairwiseMatrix(given);
        const votes = (x: string, y: string) => above[candidates.indexOf(x)]?.[candidates.indexOf(y)] ?? 0;
        const scored = permutations(candidates).map((order) => ({
          order,
          score: order.reduce((total, x, place) => order.slice(place + 1).reduce((t, y) => t + votes(x, y), total), 0),
        }));
        const score = Math.max(...scored.map((own) => own.score));
        const best = scored.filter((own) => own.score === score).map(({ order }) => order);
        const isAhead = (x: string, y: string) => best.every((order) => order.indexOf(x) < order.indexOf(y));
        const at = (place: number) => candidates[place] ?? '';
        expect(kemeny(given)).toMatchObject({
          score,
          bestOrders: best.length,
          orders: best,
          order: layersOf(candidates, (x, y) => isAhead(at(x), at(y))),
        });
      }),
      tried(150),
    );
  });
});
