// Laws of all ballot methods: names, the order of candidates and ballots and the bundling of equal ballots change nothing;
// everybody is in the order once; the Condorcet methods elect the Condorcet winner.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { approval } from '#domain/ballots/approval.ts';
import { rankedElectionRefusal, type Order, type RankedElection } from '#domain/ballots/ballot.ts';
import { borda } from '#domain/ballots/borda.ts';
import { condorcet } from '#domain/ballots/condorcet.ts';
import { copeland } from '#domain/ballots/copeland.ts';
import { irv } from '#domain/ballots/irv.ts';
import { kemeny } from '#domain/ballots/kemeny.ts';
import { minimax } from '#domain/ballots/minimax.ts';
import { placesOf } from '#domain/ballots/order.ts';
import { plurality } from '#domain/ballots/plurality.ts';
import { positional } from '#domain/ballots/positional.ts';
import { rankedPairs } from '#domain/ballots/ranked-pairs.ts';
import { schulze } from '#domain/ballots/schulze.ts';
import { rational } from '#domain/numbers.ts';
import { tried } from '#tests/kit/arbitraries.ts';
import {
  allTied,
  alone,
  asSets,
  cycle,
  elections,
  noBallots,
  noCandidates,
  renamed,
  turned,
  unbundled,
} from './elections.ts';

const kemenyOrder = (given: RankedElection): Order => {
  const result = kemeny(given);
  return 'refused' in result ? [] : result.order;
};

const condorcetMethods: Readonly<Record<string, (given: RankedElection) => Order>> = {
  condorcet: (given) => condorcet(given).order,
  copeland: (given) => copeland(given).order,
  'schulze, winning votes': (given) => schulze(given).order,
  'schulze, margins': (given) => schulze(given, 'margins').order,
  'ranked pairs': (given) => rankedPairs(given).order,
  'minimax, winning votes': (given) => minimax(given).order,
  'minimax, margins': (given) => minimax(given, 'margins').order,
  kemeny: kemenyOrder,
};
const methods: typeof condorcetMethods = {
  ...condorcetMethods,
  'minimax, opposition': (given) => minimax(given, 'opposition').order,
  irv: (given) => irv(given).order,
  borda: (given) => borda(given).order,
  plurality: (given) => plurality(given).order,
  approval: (given) => approval(given).order,
  positional: (given) => positional(given, [rational(5n), rational(2n), rational(1n)]).order,
};

describe.each(Object.entries(methods))('the method %s', (_, orderOf) => {
  it('[V-BALLOT] gives the renamed order for renamed candidates, whatever order they and the ballots stand in', () => {
    fc.assert(
      fc.property(elections, (given) => {
        const again = orderOf(turned(given));
        expect(asSets(again)).toEqual(asSets(orderOf(given).map((group) => group.map(renamed))));
      }),
      tried(300),
    );
  });

  it('[V-BALLOT] does not mind whether equal ballots are bundled', () => {
    fc.assert(
      fc.property(elections, (given) => {
        expect(orderOf(unbundled(given))).toEqual(orderOf(given));
      }),
      tried(200),
    );
  });

  it('has everybody in the order exactly once', () => {
    fc.assert(
      fc.property(elections, (given) => {
        expect(orderOf(given).flat().sort()).toEqual([...given.candidates].sort());
      }),
      tried(200),
    );
  });

  it('tells nobody apart where the ballots do not', () => {
    for (const given of [noBallots, allTied, cycle]) expect(asSets(orderOf(given))).toEqual([['A', 'B', 'C']]);
    expect(orderOf(alone)).toEqual([['A']]);
    expect(orderOf(noCandidates)).toEqual([]);
  });
});

describe.each(Object.entries(condorcetMethods))('the Condorcet method %s', (_, orderOf) => {
  it('[V-CONDORCET] puts a candidate that beats every other one first, alone', () => {
    fc.assert(
      fc.property(elections, (given) => {
        const { winner } = condorcet(given);
        if (winner !== null) expect(orderOf(given)[0]).toEqual([winner]);
      }),
      tried(400),
    );
  });
});

describe('an order', () => {
  it('[R-RANK] gives places that equal candidates share and the next one skips', () => {
    expect([...placesOf([['B'], ['A', 'D'], ['C']])]).toEqual([
      ['B', 1],
      ['A', 2],
      ['D', 2],
      ['C', 4],
    ]);
  });
});

describe('a ranked election', () => {
  const given = (groups: Order, voters = 1): RankedElection => ({
    candidates: ['A', 'B'],
    ballots: [
      { voters: 1, groups: [['B']] },
      { voters, groups },
    ],
    unranked: 'last',
  });

  it('[V-BALLOT] is refused when a ballot names somebody twice, a stranger, or stands for no whole number of voters', () => {
    expect(rankedElectionRefusal(given([['A', 'B']]))).toBeNull();
    expect(rankedElectionRefusal(given([]))).toBeNull();
    expect(rankedElectionRefusal(given([['A'], ['B', 'A']]))).toEqual({
      refused: 'ballot.candidate-twice',
      ballot: 1,
      candidate: 'A',
    });
    expect(rankedElectionRefusal(given([['A'], ['C']]))).toMatchObject({
      refused: 'ballot.candidate-unknown',
      candidate: 'C',
    });
    expect(rankedElectionRefusal(given([['A']], 1.5))).toMatchObject({ refused: 'ballot.voters-not-whole', ballot: 1 });
    expect(rankedElectionRefusal(given([['A']], -1))).toMatchObject({ refused: 'ballot.voters-not-whole' });
    expect(rankedElectionRefusal({ ...given([]), candidates: ['A', 'B', 'A'] })).toMatchObject({
      refused: 'election.candidate-twice',
      ballot: null,
      candidate: 'A',
    });
  });
});
