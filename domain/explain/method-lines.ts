// Lines of the methods that place a whole field at once, skating and ballots: computed anew for the explanation, with the working
// the pure methods return, told from the side of one entry.
import { approval } from '../ballots/approval.ts';
import { borda } from '../ballots/borda.ts';
import { copeland } from '../ballots/copeland.ts';
import type { Order } from '../ballots/ballot.ts';
import { irv } from '../ballots/irv.ts';
import { kemeny } from '../ballots/kemeny.ts';
import { minimax } from '../ballots/minimax.ts';
import { votesAbove, type PairwiseMatrix } from '../ballots/pairwise.ts';
import { plurality } from '../ballots/plurality.ts';
import { rankedPairs } from '../ballots/ranked-pairs.ts';
import { schulze } from '../ballots/schulze.ts';
import { star } from '../ballots/star.ts';
import { rational, type Rational } from '../numbers.ts';
import { valueOf } from '../rules/panel.ts';
import type { Column } from '../rules/skating/one-dance.ts';
import type { OverallResult } from '../rules/skating/several-dances.ts';
import type { StepOf } from '../rules/step-schema.ts';
import { electionOf, type PanelElection } from '../rules/steps/ballot.ts';
import { membersIn } from '../rules/steps/members.ts';
import { skatingWorking } from '../rules/steps/skating.ts';
import { absenceOf, itemSource, judgeName, judgesCell, judgeSource, type Asked } from './asked.ts';
import type { Line, Operand } from './derivation.ts';
import { lineOf } from './line.ts';
import { quantity, type Quantity } from './quantity.ts';
import type { BallotSummary, DanceWorking, Working } from './working.ts';

const count = (value: number): Quantity => quantity(rational(BigInt(value)), null);
const plain = (value: Rational): Quantity => quantity(value, null);

interface Counted {
  readonly order: Order;
  readonly summary: BallotSummary;
}

const NOTHING: Counted = { order: [], summary: { by: 'nothing' } };

/** The method's order and what it is made of; candidates by position as text. */
function counted({ method }: StepOf<'ballot'>, { ranked, scored }: PanelElection, { at, entryId }: Asked): Counted {
  const named = (candidate: string) => entryId(Number(candidate));
  const points = (
    { order }: { readonly order: Order },
    list: readonly { readonly candidate: string; readonly number: Quantity }[],
    isLessBetter = false,
  ): Counted => ({
    order,
    summary: {
      by: 'points',
      points: list.map(({ candidate, number }) => ({ entry: named(candidate), number })),
      isLessBetter,
    },
  });
  const tallied = (result: ReturnType<typeof borda>): Counted =>
    points(
      result,
      result.totals.map(({ candidate, points: own }) => ({ candidate, number: plain(own) })),
    );
  const duels = (matrix: PairwiseMatrix) =>
    ranked.candidates.flatMap((other, y) =>
      y === at
        ? []
        : [{ against: named(other), for: votesAbove(matrix, at, y), opposed: votesAbove(matrix, y, at), y }],
    );
  switch (method) {
    case 'plurality':
      return tallied(plurality(ranked));
    case 'approval':
      return tallied(approval(ranked));
    case 'borda':
      return tallied(borda(ranked));
    case 'copeland': {
      const result = copeland(ranked);
      return points(
        result,
        result.scores.map(({ candidate, score }) => ({ candidate, number: count(score) })),
      );
    }
    case 'minimax': {
      const result = minimax(ranked);
      return points(
        result,
        result.defeats.map(({ candidate, worst }) => ({ candidate, number: count(worst) })),
        true,
      );
    }
    case 'schulze': {
      const { order, matrix, paths } = schulze(ranked);
      const own = duels(matrix).map(({ y, ...duel }) => ({
        ...duel,
        path: paths[at]?.[y] ?? 0,
        pathBack: paths[y]?.[at] ?? 0,
      }));
      return { order, summary: { by: 'duels', duels: own } };
    }
    case 'ranked-pairs': {
      const { order, pairs } = rankedPairs(ranked);
      const own = pairs.map((pair) => ({ ...pair, winner: named(pair.winner), loser: named(pair.loser) }));
      return { order, summary: { by: 'pairs', pairs: own } };
    }
    case 'kemeny': {
      const result = kemeny(ranked);
      return 'refused' in result
        ? NOTHING
        : {
            order: result.order,
            summary: { by: 'agreement', score: result.score, bestOrders: result.bestOrders },
          };
    }
    case 'irv': {
      const { order, rounds } = irv(ranked);
      return {
        order,
        summary: {
          by: 'rounds',
          rounds: rounds.map((round) => ({
            votes: round.votes.map(({ candidate, votes }) => ({ entry: named(candidate), number: plain(votes) })),
            exhausted: round.exhausted,
            leaving: round.fewest.map(named),
            then: round.then,
          })),
        },
      };
    }
    case 'star': {
      const { order, totals, finalists, runoff } = star(scored);
      return {
        order,
        summary: {
          by: 'runoff',
          totals: totals.map(({ candidate, total }) => ({ entry: named(candidate), number: count(total) })),
          finalists: (runoff?.finalists ?? finalists).map(named),
          voters: runoff?.voters ?? null,
        },
      };
    }
  }
}

export function ballotLine(asked: Asked, step: StepOf<'ballot'>): Line {
  const { table, values } = judgesCell(asked, step.of);
  const election = electionOf(step, asked.reads);
  const ballots = election.ranked.ballots.length;
  const { order, summary } = ballots === 0 ? NOTHING : counted(step, election, asked);
  const operands = membersIn(step.judges, table).map((judge): Operand => {
    const value = valueOf(values, judge);
    return {
      of: judgeSource(table, judge),
      value: value && asked.show(step.of, value),
      fate: value ? 'counted' : (absenceOf(asked, table, judge) ?? 'incomplete'),
    };
  });
  const working: Working = {
    as: 'ballot',
    method: step.method,
    ballots,
    order: order.map((group) => group.map((candidate) => asked.entryId(Number(candidate)))),
    summary,
  };
  return lineOf(asked, step, { operands, working });
}

/** The questions under rules 10 and 11 that named this entry, with what they looked at. */
function skatingTies({ steps }: OverallResult, { at, entryId }: Asked): Extract<Working, { as: 'skating' }>['ties'] {
  const last = (read: readonly Column[]): Column => read.at(-1) ?? { count: 0, sum: 0 };
  return steps
    .filter(({ tied }) => tied.includes(at))
    .map(({ place, rule, tied, first, higher, asOneDance }) => ({
      place,
      rule,
      first: first.map(entryId),
      tied: tied.map((entry, index) => {
        const ten = higher?.[index];
        const eleven = last(asOneDance?.columns[index] ?? []);
        return {
          entry: entryId(entry),
          count: ten?.count ?? eleven.count,
          sum: ten ? plain(ten.sum) : count(eleven.sum),
        };
      }),
    }));
}

export function skatingLine(asked: Asked, step: StepOf<'skating'>): Line {
  const found = skatingWorking(step, asked.reads);
  if (found === null || 'refused' in found.result) return lineOf(asked, step, { operands: [] });
  const { table, members, places, result } = found;
  const own = result.overall.places[asked.at];
  const dances = result.dances.flatMap((dance, index): readonly DanceWorking[] => {
    const place = dance.places[asked.at];
    if (place === undefined) return [];
    return [
      {
        marks: (places[index]?.[asked.at] ?? []).flatMap((mark) => mark ?? []),
        majority: dance.majority,
        columns: (dance.columns[asked.at] ?? []).slice(0, place.decidedAt),
        place: plain(place.place),
        decidedBy: place.decidedBy,
        majorityAt: place.majorityAt,
        decidedAt: place.decidedAt,
      },
    ];
  });
  const operands = dances.map((dance, index): Operand => ({
    of: itemSource(asked, step.of, index),
    value: dance.place,
    fate: 'counted',
  }));
  if (own === undefined) return lineOf(asked, step, { operands });
  const working: Working = {
    as: 'skating',
    judges: members.map((judge) => judgeName(table, judge)),
    dances,
    total: plain(own.total),
    decidedBy: own.decidedBy,
    totals: result.overall.places.map(({ total }, entry) => ({ entry: asked.entryId(entry), number: plain(total) })),
    ties: skatingTies(result.overall, asked),
  };
  return lineOf(asked, step, { operands, working });
}
