// STAR voting: totals, finalists, the runoff between them and the winner, from one digit per candidate and ballot.
import Type from 'typebox';
import { caseMethod } from '../case-method.ts';
import { Candidates } from '../candidates.ts';
import { scoredElectionRefusal, type ScoredElection } from '#domain/ballots/ballot.ts';
import { star as counted, type StarResult } from '#domain/ballots/star.ts';
import { listOf, orNone, paired, rowOf, whole, type Check, type Row } from '../row.ts';
import { count, Count, Published } from '../shapes.ts';

const Ballot = Type.String({ pattern: '^[0-5 ]+$' });

/** A blank is a 0. */
const scoresIn = (digits: string): readonly number[] => [...digits].map((digit) => (digit === ' ' ? 0 : count(digit)));

/** Finalists and runoff as published; two of equal total have no order, and the runoff follows the one the file has. */
function finalistChecks(result: StarResult, published: unknown): Readonly<Record<string, Check>> {
  const position = (name: string) => result.totals.findIndex(({ candidate }) => candidate === name);
  const totalOf = (name: string) => result.totals.find(({ candidate }) => candidate === name)?.total;
  const seats = [...result.finalists];
  const voters = [...(result.runoff?.voters ?? [])];
  const [first = '', second = ''] = seats;
  const isTurned = Array.isArray(published) && published[0] === String(position(second));
  if (seats.length === 2 && isTurned && totalOf(first) === totalOf(second)) {
    seats.reverse();
    voters.splice(0, 2, ...voters.slice(0, 2).reverse());
  }
  return {
    finalists: listOf(seats.map((name) => whole(position(name)))),
    runoff: orNone(result.runoff === null ? whole(null) : listOf(voters.map(whole))),
  };
}

export const star = caseMethod(
  {
    method: Type.Object({}),
    input: Type.Object({
      elections: Type.Array(
        Type.Object({
          id: Type.String(),
          candidates: Type.Optional(Candidates),
          ballots: Type.Array(Type.Union([Ballot, Type.Tuple([Count, Ballot])])),
        }),
      ),
    }),
    expected: Type.Object({ elections: Type.Array(Published) }, { additionalProperties: false }),
  },
  ({ input, expected }) =>
    paired(input.elections, expected.elections).flatMap(([given, published]): readonly Row[] => {
      const ballots = given.ballots.map((ballot) => {
        const [voters, digits] = typeof ballot === 'string' ? ['1', ballot] : ballot;
        return { voters: count(voters), scores: scoresIn(digits) };
      });
      // Names may occur twice in a list; positions do not.
      const candidates = (given.candidates ?? ballots[0]?.scores ?? []).map((_, position) => String(position));
      const election: ScoredElection = { candidates, ballots };
      const refusal = scoredElectionRefusal(election);
      if (refusal !== null) throw new TypeError(`${given.id}: ${refusal.refused} (ballot ${refusal.ballot ?? '?'})`);
      const result = counted(election);
      const { totals, ...others } = published;
      const rows = Array.isArray(totals)
        ? paired(result.totals, totals as readonly unknown[]).map(([{ total, candidate }, own]) =>
            rowOf(`${given.id} candidate ${candidate}`, { total: own }, { total: whole(total) }),
          )
        : [];
      const found = {
        ...finalistChecks(result, published['finalists']),
        winner: orNone(whole(result.winner === null ? null : candidates.indexOf(result.winner))),
      };
      return [...rows, rowOf(given.id, others, found, ['id'])];
    }),
);
