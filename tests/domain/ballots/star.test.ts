// STAR: the published worked elections, each step of its tie-breaks, and that position never decides.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoredElectionRefusal, type ScoredElection } from '#domain/ballots/ballot.ts';
import { star } from '#domain/ballots/star.ts';
import { tried } from '#tests/kit/arbitraries.ts';
import { asSets, renamed, scoredElections } from './elections.ts';

const scored = (candidates: string, ...ballots: readonly string[]): ScoredElection => ({
  candidates: candidates.split(' '),
  ballots: ballots.map((ballot) => {
    const [voters, scores = ''] = ballot.includes('x') ? ballot.split('x') : ['1', ballot];
    return { voters: Number(voters), scores: [...scores].map(Number) };
  }),
});

describe('STAR', () => {
  it('[V-STAR] lets the runoff reverse the order of the totals', () => {
    // Source: github.com/larryhastings/starvote.
    const result = star(scored('Amy Brian Clancy', '2x521', '4x421', '11x011'));
    expect(result).toMatchObject({
      order: [['Brian'], ['Amy'], ['Clancy']],
      winner: 'Brian',
      finalists: ['Amy', 'Brian'],
      seatTie: null,
      runoff: { voters: [6, 11, 0], decidedBy: 'voters' },
    });
    expect(result.totals.map(({ total }) => total)).toEqual([26, 23, 17]);
  });

  it('[V-STAR] gives a tied runoff to the higher total', () => {
    const result = star(scored('Amy Brian Chuck', '125', '153', '133'));
    expect(result).toMatchObject({
      winner: 'Chuck',
      finalists: ['Chuck', 'Brian'],
      runoff: { voters: [1, 1, 1], decidedBy: 'total' },
    });
  });

  it('[V-STAR] gives a tied runoff of equal totals to more scores of 5, and else leaves it open', () => {
    expect(star(scored('A B', '51', '04'))).toMatchObject({ winner: 'A', runoff: { decidedBy: 'top-scores' } });
    expect(star(scored('A B C', '520', '250'))).toMatchObject({
      order: [['A', 'B'], ['C']],
      winner: null,
      isUnresolved: true,
      runoff: { voters: [1, 1, 0], decidedBy: null },
    });
  });

  it('[V-STAR] gives a tied seat to more wins among the tied', () => {
    expect(star(scored('A B C', '532', '532', '502'))).toMatchObject({
      finalists: ['A', 'B'],
      seatTie: { tied: ['B', 'C'], seats: 1, decidedBy: 'head-to-head', unresolved: [] },
    });
    // Three for both seats: A wins two comparisons, B one, C none.
    expect(star(scored('A B C', '543', '543', '024'))).toMatchObject({
      winner: 'A',
      finalists: ['A', 'B'],
      seatTie: { tied: ['A', 'B', 'C'], seats: 2, decidedBy: 'head-to-head', unresolved: [] },
    });
  });

  it('[V-STAR] gives a tied seat then to more scores of 5, and else leaves it open', () => {
    expect(star(scored('A B C', '552', '514'))).toMatchObject({
      winner: 'A',
      finalists: ['A', 'B'],
      seatTie: { decidedBy: 'top-scores', unresolved: [] },
    });
    expect(star(scored('A B C', '542', '524'))).toMatchObject({
      order: [['A', 'B', 'C']],
      winner: null,
      finalists: ['A'],
      runoff: null,
      seatTie: { decidedBy: null, unresolved: ['B', 'C'] },
    });
  });

  it('[V-STAR] needs no tie-break where two have both seats', () => {
    expect(star(scored('A B C', '330', '440'))).toMatchObject({ finalists: ['A', 'B'], seatTie: null, winner: null });
  });

  it('[V-STAR] elects a single candidate and nobody without ballots', () => {
    expect(star(scored('A', '3'))).toMatchObject({ order: [['A']], winner: 'A', runoff: null, isUnresolved: false });
    expect(star(scored('A'))).toMatchObject({ winner: 'A' });
    expect(star(scored('A B C'))).toMatchObject({ order: [['A', 'B', 'C']], winner: null, isUnresolved: true });
    expect(star({ candidates: [], ballots: [] })).toMatchObject({ order: [], winner: null, isUnresolved: false });
  });

  it('[V-STAR] never decides by position', () => {
    fc.assert(
      fc.property(scoredElections, (given) => {
        const other = star({
          candidates: [...given.candidates].reverse().map(renamed),
          ballots: given.ballots.map((own) => ({ ...own, scores: [...own.scores].reverse() })).reverse(),
        });
        const one = star(given);
        expect(other.winner).toBe(one.winner && renamed(one.winner));
        expect(asSets(other.order)).toEqual(asSets(one.order.map((group) => group.map(renamed))));
        expect([...other.finalists].sort()).toEqual(one.finalists.map(renamed).sort());
        expect(one.order.flat().sort()).toEqual([...given.candidates].sort());
      }),
      tried(500),
    );
  });

  it('[V-BALLOT] refuses scores off the scale, missing ones and repeated candidates', () => {
    expect(scoredElectionRefusal(scored('A B', '05', '3x50'))).toBeNull();
    expect(scoredElectionRefusal(scored('A B', '05', '56'))).toEqual({
      refused: 'ballot.score-off-scale',
      ballot: 1,
      candidate: 'B',
    });
    expect(scoredElectionRefusal(scored('A B', '5'))).toMatchObject({
      refused: 'ballot.scores-incomplete',
      candidate: 'B',
    });
    expect(scoredElectionRefusal(scored('A A', '55'))).toMatchObject({ refused: 'election.candidate-twice' });
    expect(scoredElectionRefusal(scored('A', '-1x5'))).toMatchObject({ refused: 'ballot.voters-not-whole' });
  });
});
