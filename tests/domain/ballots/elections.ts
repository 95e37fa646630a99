// Elections for the tests of the ballot methods: the textbook ones, a short notation for ballots, and random ones with ties,
// short ballots, blank ballots and cycles.
import fc from 'fast-check';
import type { Order, RankedBallot, RankedElection, ScoredElection } from '#domain/ballots/ballot.ts';

/** `42: Memphis > Nashville = Knoxville`, one kind of ballot per line. */
export function election(
  candidates: string,
  lines: string,
  unranked: RankedElection['unranked'] = 'last',
): RankedElection {
  const ballots = lines
    .trim()
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): RankedBallot => {
      const [voters, order = ''] = line.split(':');
      const groups = order.split('>').map((group) => group.split('=').map((name) => name.trim()));
      return { voters: Number(voters), groups: groups.filter((group) => group.some((name) => name !== '')) };
    });
  return { candidates: candidates.split(' '), ballots, unranked };
}

/** Source: en.wikipedia.org, the capital of Tennessee. */
export const tennessee = election(
  'Memphis Nashville Knoxville Chattanooga',
  `42: Memphis > Nashville > Chattanooga
   26: Nashville > Chattanooga > Knoxville
   15: Chattanooga > Knoxville > Nashville
   17: Knoxville > Chattanooga > Nashville`,
);

/** Source: rbvote.com, the default example: every Condorcet method names another winner. */
export const rbvote = election(
  'Abby Brad Cora Dave Erin',
  `98: Abby > Cora > Erin > Dave > Brad
   64: Brad > Abby > Erin > Cora > Dave
   12: Brad > Abby > Erin > Dave > Cora
   98: Brad > Erin > Abby > Cora > Dave
   13: Brad > Erin > Abby > Dave > Cora
   125: Brad > Erin > Dave > Abby > Cora
   124: Cora > Abby > Erin > Dave > Brad
   76: Cora > Erin > Abby > Dave > Brad
   21: Dave > Abby > Brad > Erin > Cora
   30: Dave > Brad > Abby > Erin > Cora
   98: Dave > Brad > Erin > Cora > Abby
   139: Dave > Cora > Abby > Brad > Erin
   23: Dave > Cora > Brad > Abby > Erin`,
);

/** Everybody beats the next one by 2 to 1: nobody stands out. */
export const cycle = election('A B C', '1: A > B > C\n1: B > C > A\n1: C > A > B');
export const alone = election('A', '3: A');
export const noBallots = election('A B C', '');
export const noCandidates = { candidates: [], ballots: [], unranked: 'last' } satisfies RankedElection;
/** Every ballot holds everybody equal. */
export const allTied = election('A B C', '4: A = B = C');

const names = ['A', 'B', 'C', 'D', 'E'];

const ballotOf = (candidates: readonly string[]): fc.Arbitrary<RankedBallot> =>
  fc
    .tuple(fc.nat(4), fc.shuffledSubarray([...candidates]), fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }))
    .map(([voters, order, joins]) => {
      const groups: string[][] = [];
      for (const [place, name] of order.entries()) {
        const last = groups.at(-1);
        if (last && joins[place]) last.push(name);
        else groups.push([name]);
      }
      return { voters, groups };
    });

/** One to five candidates, up to seven kinds of ballots. */
export const elections: fc.Arbitrary<RankedElection> = fc.integer({ min: 1, max: names.length }).chain((size) => {
  const candidates = names.slice(0, size);
  return fc.record({
    candidates: fc.constant(candidates),
    ballots: fc.array(ballotOf(candidates), { maxLength: 7 }),
    unranked: fc.constantFrom('last' as const, 'no-opinion' as const),
  });
});

export const scoredElections: fc.Arbitrary<ScoredElection> = fc.integer({ min: 1, max: names.length }).chain((size) =>
  fc.record({
    candidates: fc.constant(names.slice(0, size)),
    ballots: fc.array(
      fc.record({ voters: fc.nat(3), scores: fc.array(fc.nat(5), { minLength: size, maxLength: size }) }),
      { maxLength: 6 },
    ),
  }),
);

/** An order as sets, so that only what is ahead of what is compared. */
export const asSets = (order: Order): readonly (readonly string[])[] => order.map((group) => [...group].sort());

/** Other names for the candidates, and the candidates and ballots in another order. */
export const renamed = (name: string): string => `${String.fromCharCode(155 - name.charCodeAt(0))}'`;

export function turned(given: RankedElection): RankedElection {
  const ballots = given.ballots.map(({ voters, groups }) => ({
    voters,
    groups: groups.map((group) => [...group].reverse().map(renamed)),
  }));
  return { ...given, candidates: [...given.candidates].reverse().map(renamed), ballots: ballots.reverse() };
}

/** The same voters, each with a ballot of their own. */
export function unbundled(given: RankedElection): RankedElection {
  return {
    ...given,
    ballots: given.ballots.flatMap(({ voters, groups }) =>
      Array.from({ length: voters }, () => ({ voters: 1, groups })),
    ),
  };
}

export function permutations(items: readonly string[]): readonly (readonly string[])[] {
  if (items.length === 0) return [[]];
  return items.flatMap((item) => permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));
}
