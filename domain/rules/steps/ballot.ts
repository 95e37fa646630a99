// Section 12 of the scoring rules for a panel: each judge's values are one ranked ballot (higher is preferred, equal is equal, not marked is
// last), or for STAR one scored ballot, and the named method makes places of them. What the method leaves equal shares the place,
// never the order of the list. A ballot for approval names everything valued above 0. Where the rule asks for it, a judge who did not
// value every entry hands in no ballot. Without any ballot there is no result. [R-BALLOT]
import { approval } from '../../ballots/approval.ts';
import type { Order, RankedElection, ScoredBallot, ScoredElection } from '../../ballots/ballot.ts';
import { TOP_SCORE } from '../../ballots/ballot.ts';
import { borda } from '../../ballots/borda.ts';
import { copeland } from '../../ballots/copeland.ts';
import { irv } from '../../ballots/irv.ts';
import { kemeny } from '../../ballots/kemeny.ts';
import { minimax } from '../../ballots/minimax.ts';
import { plurality } from '../../ballots/plurality.ts';
import { rankedPairs } from '../../ballots/ranked-pairs.ts';
import { schulze } from '../../ballots/schulze.ts';
import { star } from '../../ballots/star.ts';
import { compare, ZERO, type Rational } from '../../numbers.ts';
import { numberCell, type Cell, type Note } from '../cell.ts';
import type { MarkTable } from '../contest.ts';
import { valueOf } from '../panel.ts';
import type { BallotMethod, StepOf } from '../step-schema.ts';
import { membersIn } from './members.ts';
import { groupsOf, placesOfGroups } from './place.ts';
import { expectForm, type FieldStep, type Read } from './step.ts';

interface Outcome {
  readonly order: Order;
  readonly notes: readonly Note[];
}

const settled = (order: Order): Outcome => ({ order, notes: [] });
const open = (order: Order, isUnresolved: boolean): Outcome => ({
  order,
  notes: isUnresolved ? [{ code: 'order-unresolved' }] : [],
});

/** What the judges handed in: candidates are positions of entries as text. */
export interface PanelElection {
  readonly ranked: RankedElection;
  /** For STAR. */
  readonly scored: ScoredElection;
  /** Judges who handed in no ballot because they did not value every entry. */
  readonly partly: readonly number[];
}

export function electionOf(step: StepOf<'ballot'>, reads: readonly Read[]): PanelElection {
  const cells = reads.map((read) => expectForm(read(step.of), 'judges'));
  const [first] = cells;
  const given = (first === undefined ? [] : membersIn(step.judges, first.table))
    .map((judge) => ({ judge, values: cells.map((cell) => valueOf(cell.values, judge)) }))
    .filter(({ values }) => values.some((value) => value !== null));
  const isOut = (values: readonly (Rational | null)[]) => step.incomplete === 'leave-out' && values.includes(null);
  const columns = given.filter(({ values }) => !isOut(values)).map(({ values }) => values);
  const candidates = cells.map((_, entry) => String(entry));
  const isApproval = step.method === 'approval';
  return {
    ranked: {
      candidates,
      ballots: columns.map((values) => ({ voters: 1, groups: rankedGroups(values, isApproval) })),
      unranked: 'last',
    },
    scored: { candidates, ballots: columns.map(scored) },
    partly: given.filter(({ values }) => isOut(values)).map(({ judge }) => judge),
  };
}

function outcomeOf(method: BallotMethod, { ranked: election, scored: scores }: PanelElection): Outcome {
  switch (method) {
    case 'plurality':
      return settled(plurality(election).order);
    case 'approval':
      return settled(approval(election).order);
    case 'borda':
      return settled(borda(election).order);
    case 'copeland':
      return settled(copeland(election).order);
    case 'schulze':
      return settled(schulze(election).order);
    case 'ranked-pairs':
      return settled(rankedPairs(election).order);
    case 'minimax':
      return settled(minimax(election).order);
    case 'irv': {
      const { order, isUnresolved } = irv(election);
      return open(order, isUnresolved);
    }
    case 'kemeny': {
      const result = kemeny(election);
      return 'refused' in result
        ? { order: [], notes: [{ code: 'too-many-for-method', most: result.limit }] }
        : settled(result.order);
    }
    case 'star': {
      const { order, isUnresolved } = star(scores);
      return open(order, isUnresolved);
    }
  }
}

function rankedGroups(values: readonly (Rational | null)[], onlyAboveZero: boolean): Order {
  const named = values.flatMap((value, entry) =>
    value === null || (onlyAboveZero && compare(value, ZERO) <= 0) ? [] : [{ value, entry }],
  );
  if (onlyAboveZero) return named.length === 0 ? [] : [named.map(({ entry }) => String(entry))];
  const at = (position: number) => named[position]?.value ?? ZERO;
  return groupsOf(named.length, (a, b) => compare(at(b), at(a))).map((group) =>
    group.flatMap((position) => (named[position] ? [String(named[position].entry)] : [])),
  );
}

/** STAR takes whole scores from 0 to 5; anything outside counts as the nearer bound. */
const scored = (values: readonly (Rational | null)[]): ScoredBallot => ({
  voters: 1,
  scores: values.map((value) => {
    const whole = value === null ? 0 : Number(value.n / value.d);
    return Math.max(0, Math.min(TOP_SCORE, whole));
  }),
});

export const ballot: FieldStep<'ballot'> = (step, reads) => {
  const [first] = reads;
  if (first === undefined) return [];
  const { table } = expectForm(first(step.of), 'judges');
  const election = electionOf(step, reads);
  const { partly } = election;
  const leftOut: readonly Note[] = partly.length > 0 ? [{ code: 'ranks-incomplete', judges: partly }] : [];
  if (election.ranked.ballots.length === 0)
    return placesFrom([], reads.length, [...leftOut, { code: 'nobody-marked' }], table);
  const { order, notes } = outcomeOf(step.method, election);
  return placesFrom(order, reads.length, [...leftOut, ...notes], table);
};

function placesFrom(order: Order, size: number, notes: readonly Note[], table: MarkTable): readonly Cell[] {
  const places = placesOfGroups(
    order.map((group) => group.length),
    'competition',
  );
  const placeOf = new Map(order.flatMap((group, index) => group.map((name) => [name, places[index]] as const)));
  return Array.from({ length: size }, (_, entry) => ({
    ...numberCell(placeOf.get(String(entry)) ?? null, notes),
    table,
  }));
}
