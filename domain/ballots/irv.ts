// Instant runoff (IRV, 排序复选制): the candidate with the fewest first choices leaves, its ballots go to their next choice,
// until one has more than half of the votes not exhausted; the counting goes on to the last two so that everybody has a
// place, the later to leave the better. When several have the fewest: all of them leave together where even their votes
// joined are fewer than anybody else's; all share the place where nobody else is left; otherwise each way is followed,
// and only what all ways agree on stands in the order. Without ballots all share one group.
// Source: W. R. Ware (1871); Robert's Rules of Order, preferential voting. [V-IRV]
import { compare, multiply, rational, sum, ZERO, type Rational } from '../numbers.ts';
import type { Order, RankedElection } from './ballot.ts';
import { firstChoices } from './first-choices.ts';
import { layersOf } from './order.ts';

/** The ways through ties double with each; a real count has few. Beyond this many rounds the tie is left open. */
export const IRV_ROUNDS = 1000;

export interface IrvRound {
  /** First choices of everybody still in. */
  readonly votes: readonly { readonly candidate: string; readonly votes: Rational }[];
  /** Voters whose ballots name nobody still in. */
  readonly exhausted: number;
  /** Who has more than half of the votes not exhausted. */
  readonly majority: string | null;
  readonly fewest: readonly string[];
  /** What happens to those with the fewest: they leave, each leaves in a way of its own, or nobody else is left. */
  readonly then: 'leave' | 'each-way' | 'end';
}

export interface IrvResult {
  readonly order: Order;
  /** One round after the other; after a tie followed each way, all rounds it leads to, the larger fields first. */
  readonly rounds: readonly IrvRound[];
  /** Who wins in at least one way: one name unless a tie is open. */
  readonly winners: readonly string[];
  /** Several can still win: the rule alone names none of them. */
  readonly isUnresolved: boolean;
}

function roundOf(election: RankedElection, remaining: readonly string[]): IrvRound {
  const { votes, exhausted } = firstChoices(election.ballots, new Set(remaining));
  const votesOf = (candidate: string) => votes.get(candidate) ?? ZERO;
  const ascending = [...remaining].sort((a, b) => compare(votesOf(a), votesOf(b)));
  const least = votesOf(ascending[0] ?? '');
  const fewest = remaining.filter((candidate) => compare(votesOf(candidate), least) === 0);
  const half = multiply(sum([...votes.values()]), rational(1n, 2n));
  const next = ascending[fewest.length];
  const joined = sum(fewest.map(votesOf));
  const isSafe = next !== undefined && (fewest.length === 1 || compare(joined, votesOf(next)) < 0);
  return {
    votes: remaining.map((candidate) => ({ candidate, votes: votesOf(candidate) })),
    exhausted,
    majority: remaining.find((candidate) => compare(votesOf(candidate), half) > 0) ?? null,
    fewest,
    then: next === undefined ? 'end' : isSafe ? 'leave' : 'each-way',
  };
}

const keyOf = (remaining: readonly string[]) => JSON.stringify(remaining);
const without = (remaining: readonly string[], leaving: readonly string[]) =>
  remaining.filter((candidate) => !leaving.includes(candidate));

/** The fields a round leads to. */
function nextFields(remaining: readonly string[], { fewest, then }: IrvRound): readonly (readonly string[])[] {
  if (then === 'end') return [];
  return then === 'leave' ? [without(remaining, fewest)] : fewest.map((leaving) => without(remaining, [leaving]));
}

/** Every field that some way of the count reaches, the larger ones first; ends early at the first tie when there are too many. */
function followed(election: RankedElection): ReadonlyMap<string, readonly [readonly string[], IrvRound]> {
  const reached = new Map<string, readonly [readonly string[], IrvRound]>();
  const waiting = new Map([[keyOf(election.candidates), election.candidates]]);
  let uptoFirstTie: typeof reached | null = null;
  while (waiting.size > 0) {
    const size = Math.max(...[...waiting.values()].map((field) => field.length));
    for (const [key, field] of [...waiting].filter(([, { length }]) => length === size)) {
      waiting.delete(key);
      const round = roundOf(election, field);
      reached.set(key, [field, round]);
      if (round.then === 'each-way') uptoFirstTie ??= new Map(reached);
      for (const next of nextFields(field, round)) waiting.set(keyOf(next), next);
    }
    if (reached.size + waiting.size > IRV_ROUNDS && uptoFirstTie !== null) return uptoFirstTie;
  }
  return reached;
}

interface Outcome {
  readonly winners: ReadonlySet<string>;
  /** `ahead(x)`: whom x stands ahead of in every way. */
  readonly ahead: ReadonlyMap<string, ReadonlySet<string>>;
}

function outcomeOf(field: readonly string[], round: IrvRound, after: readonly (Outcome | undefined)[]): Outcome {
  const ways = after.filter((outcome) => outcome !== undefined);
  // Everybody of the field shares the place, or the tie is left open.
  if (ways.length === 0) return { winners: new Set(field), ahead: new Map(field.map((x) => [x, new Set<string>()])) };
  const isAhead = (x: string, y: string) =>
    round.then === 'leave' && round.fewest.includes(y)
      ? !round.fewest.includes(x)
      : ways.every((way) => !way.ahead.has(y) || (way.ahead.get(x)?.has(y) ?? false)) &&
        ways.every((way) => way.ahead.has(x));
  return {
    winners: new Set(ways.flatMap((way) => [...way.winners])),
    ahead: new Map(field.map((x) => [x, new Set(field.filter((y) => x !== y && isAhead(x, y)))])),
  };
}

export function irv(election: RankedElection): IrvResult {
  const { candidates } = election;
  if (candidates.length === 0) return { order: [], rounds: [], winners: [], isUnresolved: false };
  const reached = [...followed(election)];
  const outcomes = new Map<string, Outcome>();
  for (const [key, [field, round]] of [...reached].reverse()) {
    const after = nextFields(field, round).map((next) => outcomes.get(keyOf(next)));
    outcomes.set(key, outcomeOf(field, round, after));
  }
  const whole = outcomes.get(keyOf(candidates));
  const isAhead = (x: string | undefined, y: string | undefined) => whole?.ahead.get(x ?? '')?.has(y ?? '') ?? false;
  const winners = candidates.filter((candidate) => whole?.winners.has(candidate) ?? false);
  return {
    order: layersOf(candidates, (x, y) => isAhead(candidates[x], candidates[y])),
    rounds: reached.map(([, [, round]]) => round),
    winners,
    isUnresolved: winners.length > 1,
  };
}
