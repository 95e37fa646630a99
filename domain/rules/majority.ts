// Majority of votes (A9, 多数裁定): each judge votes for the entry with the highest own total; an own tie is no vote, "level".
// A judge who lacks a value for one of the entries cannot compare and is left out. A declared vote stands instead of the
// totals. The winner has more than half of the cards (votes and level ones), or, where the rules say "most", more votes
// than anybody else; one judge is a majority of one. Where level cards are not allowed, one of them makes the result invalid.
// Majority-only means (A10) average just the judges who voted for the winner, and can put the loser ahead in points.
// Source: scoring of duels by three judges; panels of debates. [R-MAJORITY] [R-MAJORITY-MEAN]
import { compare, divide, rational, subtract, sum, type Rational } from '../numbers.ts';

export interface MajoritySettings {
  readonly wins: 'majority' | 'most';
  readonly level: 'allowed' | 'invalid';
}

/** `votes` per judge: the position of an entry, an own tie, or left out. */
export type Vote = number | 'level' | null;

export interface MajorityResult {
  readonly votes: readonly Vote[];
  /** Votes per entry, level ones, and how many cards that makes. */
  readonly tally: readonly number[];
  readonly level: number;
  readonly cards: number;
  /** More votes than this are needed where the majority wins: half of the cards, rounded down. */
  readonly needed: number;
  readonly isValid: boolean;
  readonly winner: number | null;
  /** For two sides: the name of the decision, also of a draw; null for other numbers, without cards, or when invalid. */
  readonly kind: 'unanimous' | 'split' | 'majority' | null;
  /** The judges who voted for the winner. */
  readonly majority: readonly number[];
  /** Each entry's mean over them, null without a winner or a value. */
  readonly majorityMeans: readonly (Rational | null)[] | null;
  /** For two sides: the winner's mean minus the loser's, over the judges of the majority; it can be negative. */
  readonly margin: Rational | null;
  /** Each entry's mean over all judges who have a value for it. */
  readonly everyonesMeans: readonly (Rational | null)[];
}

function ownVote(values: readonly (Rational | null)[]): Vote {
  const given = values.filter((value) => value !== null);
  if (given.length === 0 || given.length < values.length) return null;
  const best = given.filter((value) => given.every((other) => compare(value, other) >= 0));
  const [first] = best;
  return best.length > 1 || first === undefined ? 'level' : given.indexOf(first);
}

function means(values: readonly (readonly (Rational | null)[])[], entries: number): readonly (Rational | null)[] {
  return Array.from({ length: entries }, (_, entry) => {
    const given = values.map((own) => own[entry] ?? null).filter((value) => value !== null);
    return given.length === 0 ? null : divide(sum(given), rational(BigInt(given.length)));
  });
}

function kindOf(tally: readonly number[], level: number, winner: number | null): MajorityResult['kind'] {
  const cards = level + tally.reduce((total, votes) => total + votes, 0);
  if (tally.length !== 2 || cards === 0) return null;
  if (winner === null) return level === cards ? 'unanimous' : 2 * level > cards ? 'majority' : 'split';
  if ((tally[1 - winner] ?? 0) > 0) return 'split';
  return level > 0 ? 'majority' : 'unanimous';
}

/** `values[judge][entry]`; `declared[judge]`: the entry voted for, null where the judge's totals decide. */
export function majority(
  values: readonly (readonly (Rational | null)[])[],
  settings: MajoritySettings = { wins: 'majority', level: 'allowed' },
  declared: readonly (number | null)[] = [],
): MajorityResult {
  const entries = Math.max(0, ...values.map((own) => own.length));
  const votes = values.map((own, judge): Vote => declared[judge] ?? ownVote(own));
  const tally = Array.from({ length: entries }, (_, entry) => votes.filter((vote) => vote === entry).length);
  const level = votes.filter((vote) => vote === 'level').length;
  const cards = votes.filter((vote) => vote !== null).length;
  const needed = Math.floor(cards / 2);
  const isValid = settings.level === 'allowed' || level === 0;
  const most = Math.max(0, ...tally);
  const leaders = [...tally.keys()].filter((entry) => tally[entry] === most && most > 0);
  const isWon = leaders.length === 1 && (settings.wins === 'most' || most > needed);
  const winner = isValid && isWon ? (leaders[0] ?? null) : null;
  const voters = [...values.keys()].filter((judge) => winner !== null && votes[judge] === winner);
  const majorityMeans =
    winner === null
      ? null
      : means(
          voters.map((judge) => values[judge] ?? []),
          entries,
        );
  const [ahead, behind] = winner === null ? [] : [majorityMeans?.[winner], majorityMeans?.[1 - winner]];
  return {
    votes,
    tally,
    level,
    cards,
    needed,
    isValid,
    winner,
    kind: isValid ? kindOf(tally, level, winner) : null,
    majority: voters,
    majorityMeans,
    margin: entries === 2 && ahead && behind ? subtract(ahead, behind) : null,
    everyonesMeans: means(values, entries),
  };
}
