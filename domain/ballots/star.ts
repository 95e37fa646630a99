// STAR (先评分再对决): every ballot scores each candidate 0 to 5; the two highest totals are the finalists, and the finalist
// scored higher on more ballots wins. A tied runoff goes to the higher total, then to more scores of 5. Candidates that
// tie for a finalist seat: most head-to-head wins among the tied, then most scores of 5. What is still equal then is
// reported as unresolved: nobody wins by position. A single candidate wins; without ballots nothing is resolved.
// Source: Equal Vote Coalition, STAR voting; the rule of the published polls at star.vote. [V-STAR]
import { TOP_SCORE, type Order, type ScoredElection } from './ballot.ts';
import { orderBy } from './order.ts';

export interface StarCandidate {
  readonly candidate: string;
  readonly total: number;
  readonly topScores: number;
}

export interface SeatTie {
  /** The candidates with the same total, and for how many finalist seats. */
  readonly tied: readonly string[];
  readonly seats: number;
  readonly winsAmongTied: readonly { readonly candidate: string; readonly wins: number }[];
  readonly decidedBy: 'head-to-head' | 'top-scores' | null;
  /** Equal in everything, for the seats that are left open; empty when decided. */
  readonly unresolved: readonly string[];
}

export interface Runoff {
  readonly finalists: readonly [string, string];
  /** Voters who score the first finalist higher, the second, neither. */
  readonly voters: readonly [number, number, number];
  readonly decidedBy: 'voters' | 'total' | 'top-scores' | null;
}

export interface StarResult {
  readonly order: Order;
  readonly winner: string | null;
  readonly isUnresolved: boolean;
  readonly totals: readonly StarCandidate[];
  /** Those with a seat for certain, by total; two of equal total as their tie for the seats or else the list has them. */
  readonly finalists: readonly string[];
  readonly seatTie: SeatTie | null;
  readonly runoff: Runoff | null;
}

interface Seats {
  readonly finalists: readonly string[];
  readonly seatTie: SeatTie | null;
}

type Preferring = (a: string, b: string) => number;

/** Takes whole groups, best first, while they fit; the group that does not fit stays open. */
function seated(groups: Order, seats: number): { readonly taken: readonly string[]; readonly open: readonly string[] } {
  const taken: string[] = [];
  for (const group of groups) {
    if (taken.length >= seats) break;
    if (taken.length + group.length > seats) return { taken, open: group };
    taken.push(...group);
  }
  return { taken, open: [] };
}

function decideSeats(totals: ReadonlyMap<string, StarCandidate>, preferring: Preferring): Seats {
  const candidates = [...totals.keys()];
  const by = (key: 'total' | 'topScores') => (a: string, b: string) =>
    (totals.get(b)?.[key] ?? 0) - (totals.get(a)?.[key] ?? 0);
  const sure = seated(orderBy(candidates, by('total')), 2);
  if (sure.open.length === 0) return { finalists: sure.taken, seatTie: null };
  const tied = sure.open;
  const seats = 2 - sure.taken.length;
  const wins = new Map(tied.map((a) => [a, tied.filter((b) => preferring(a, b) > preferring(b, a)).length]));
  const byWins = seated(
    orderBy(tied, (a, b) => (wins.get(b) ?? 0) - (wins.get(a) ?? 0)),
    seats,
  );
  const byTop = seated(orderBy(byWins.open, by('topScores')), seats - byWins.taken.length);
  const decidedBy = byWins.open.length === 0 ? 'head-to-head' : byTop.open.length === 0 ? 'top-scores' : null;
  return {
    finalists: [...sure.taken, ...byWins.taken, ...byTop.taken],
    seatTie: {
      tied,
      seats,
      winsAmongTied: tied.map((candidate) => ({ candidate, wins: wins.get(candidate) ?? 0 })),
      decidedBy,
      unresolved: byTop.open,
    },
  };
}

function decideRunoff(first: StarCandidate, second: StarCandidate, preferring: Preferring, voters: number) {
  const forFirst = preferring(first.candidate, second.candidate);
  const forSecond = preferring(second.candidate, first.candidate);
  const steps = [
    ['voters', forFirst - forSecond],
    ['total', first.total - second.total],
    ['top-scores', first.topScores - second.topScores],
  ] as const;
  const [decidedBy, lead] = steps.find(([, difference]) => difference !== 0) ?? [null, 0];
  const runoff: Runoff = {
    finalists: [first.candidate, second.candidate],
    voters: [forFirst, forSecond, voters - forFirst - forSecond],
    decidedBy,
  };
  return { runoff, winner: lead === 0 ? null : lead > 0 ? first.candidate : second.candidate };
}

export function star({ candidates, ballots }: ScoredElection): StarResult {
  const position = new Map(candidates.map((candidate, place) => [candidate, place]));
  const votersWho = (matches: (scoreOf: (candidate: string) => number) => boolean) =>
    ballots.reduce((total, { voters, scores }) => {
      const scoreOf = (candidate: string) => scores[position.get(candidate) ?? -1] ?? 0;
      return matches(scoreOf) ? total + voters : total;
    }, 0);
  const preferring: Preferring = (a, b) => votersWho((scoreOf) => scoreOf(a) > scoreOf(b));
  const totals = candidates.map((candidate, place) => ({
    candidate,
    total: ballots.reduce((total, { voters, scores }) => total + voters * (scores[place] ?? 0), 0),
    topScores: votersWho((scoreOf) => scoreOf(candidate) === TOP_SCORE),
  }));
  const byName = new Map(totals.map((own) => [own.candidate, own]));
  const { finalists, seatTie } = decideSeats(byName, preferring);
  const [first, second] = finalists.map((name) => byName.get(name));
  const voters = ballots.reduce((total, ballot) => total + ballot.voters, 0);
  const decided = first && second ? decideRunoff(first, second, preferring, voters) : null;
  // One candidate alone needs no runoff; with a seat left open there is none yet.
  const winner = decided ? decided.winner : candidates.length === 1 ? (candidates[0] ?? null) : null;
  const front =
    winner === null ? [[...finalists, ...(seatTie?.unresolved ?? [])]] : [[winner], without(finalists, winner)];
  const behind = candidates.filter((candidate) => !front.flat().includes(candidate));
  const byTotal = (a: string, b: string) => (byName.get(b)?.total ?? 0) - (byName.get(a)?.total ?? 0);
  return {
    order: [...front.filter((group) => group.length > 0), ...orderBy(behind, byTotal)],
    winner,
    isUnresolved: winner === null && candidates.length > 0,
    totals,
    finalists,
    seatTie,
    runoff: decided?.runoff ?? null,
  };
}

const without = (names: readonly string[], name: string) => names.filter((other) => other !== name);
