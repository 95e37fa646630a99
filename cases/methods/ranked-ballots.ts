// Ranked ballots counted by one method or several: what is published names the method.
import Type from 'typebox';
import { caseMethod } from '../case-method.ts';
import { Candidates, candidateAt, candidatesOf } from '../candidates.ts';
import { rankedElectionRefusal, type RankedElection } from '#domain/ballots/ballot.ts';
import { checkNamed, pointsNamed } from '../election-checks.ts';
import { paired, rowOf, rowsByEntry } from '../row.ts';
import { count, Count, Published } from '../shapes.ts';

const Unranked = Type.Optional(Type.Union([Type.Literal('no_opinion'), Type.Literal('last'), Type.Null()]));

/** Figures by candidate, which are compared candidate by candidate. */
function isByCandidate(name: string, value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !name.endsWith('_paths');
}

const present = <Item>(entries: readonly (readonly [string, Item | null])[]): Readonly<Record<string, Item>> =>
  Object.fromEntries(entries.flatMap(([name, item]) => (item === null ? [] : [[name, item] as const])));

export const rankedBallots = caseMethod(
  {
    method: Type.Object({ unranked: Unranked }),
    input: Type.Object({
      elections: Type.Array(
        Type.Object({
          id: Type.String(),
          candidates: Type.Optional(Candidates),
          unranked: Unranked,
          ballots: Type.Array(Type.Tuple([Count, Type.Array(Type.Array(Type.String()))])),
        }),
      ),
    }),
    expected: Type.Object({ elections: Type.Array(Published) }, { additionalProperties: false }),
  },
  ({ method, input, expected }) =>
    paired(input.elections, expected.elections).flatMap(([given, published]) => {
      const candidates = candidatesOf(
        given.candidates,
        given.ballots.flatMap(([, groups]) => groups.flat()),
      );
      const hasNames = given.candidates !== undefined;
      const election: RankedElection = {
        candidates,
        ballots: given.ballots.map(([voters, groups]) => ({
          voters: count(voters),
          groups: groups.map((group) => group.map((name) => candidateAt(candidates, name, hasNames))),
        })),
        unranked: (given.unranked ?? method.unranked) === 'no_opinion' ? 'no-opinion' : 'last',
      };
      const refusal = rankedElectionRefusal(election);
      if (refusal !== null) throw new TypeError(`${given.id}: ${refusal.refused} (${refusal.candidate ?? ''})`);
      const figures = Object.entries(published).filter(([name]) => name !== 'id');
      const byCandidate = figures.flatMap(([name, value]) =>
        isByCandidate(name, value) ? [[name, value] as const] : [],
      );
      const others = figures.filter(([name, value]) => !isByCandidate(name, value));
      return [
        ...rowsByEntry(
          given.id,
          Object.fromEntries(byCandidate),
          present(byCandidate.map(([name]) => [name, pointsNamed(name, election)] as const)),
        ),
        rowOf(
          given.id,
          Object.fromEntries(others),
          present(others.map(([name]) => [name, checkNamed(name, election)] as const)),
        ),
      ];
    }),
);
