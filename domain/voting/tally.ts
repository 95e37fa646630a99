// Counting ballots. Every kind of poll adds up, so that a ballot can be added, or taken off again when its voter changes it, without
// looking at the others, and the order in which ballots come means nothing.
import { divide, formatRounded, multiply, rational, type Decimal } from '../numbers.ts';
import type { Choice, Option } from './choice.ts';
import type { Ask } from './poll.ts';
import { ratingOf } from './rating.ts';

/**
 * `votes`: ballots that chose it, put it first, or rated it. `points`: the same for choosing and approving; for ranking one point for
 * each place above the last that a ballot could name; for rating the sum of the ratings.
 */
export interface TallyRow {
  readonly option: Option;
  readonly votes: number;
  readonly points: number;
}

export interface Tally {
  readonly ballots: number;
  readonly rows: readonly TallyRow[];
}

export const emptyTally = (options: readonly Option[]): Tally => ({
  ballots: 0,
  rows: options.map((option) => ({ option, votes: 0, points: 0 })),
});

/** What one ballot gives. [R-TALLY] */
function given(ask: Ask, choice: Choice): readonly TallyRow[] {
  switch (ask.kind) {
    case 'choose':
    case 'approve':
      return choice.map((option) => ({ option, votes: 1, points: 1 }));
    case 'rank':
      return choice.map((option, place) => ({ option, votes: place === 0 ? 1 : 0, points: ask.max - place }));
    case 'rate':
      return choice.map(ratingOf).map(({ option, points }) => ({ option, votes: 1, points }));
  }
}

/** The tally with a ballot more, or one less, or with many of the same. The choice must be one that the poll allows. */
export function withBallot({ ballots, rows }: Tally, ask: Ask, choice: Choice, times = 1): Tally {
  const changes = new Map(given(ask, choice).map((row) => [row.option, row]));
  return {
    ballots: ballots + times,
    rows: rows.map((row) => {
      const change = changes.get(row.option);
      return change === undefined
        ? row
        : { ...row, votes: row.votes + times * change.votes, points: row.points + times * change.points };
    }),
  };
}

/** Decimals of a mean of ratings and of a share of approvals: the one rounding between ballots and figure. */
const meanDecimals = 3;

/**
 * What a part of the score records for an option; null where nobody rated it. Choosing: votes. Ranking: points. Rating: the mean.
 * Approving: the share of yes in percent where points are asked for, otherwise the votes for yes. [R-POLL-FIGURE]
 */
export function pollFigure(ask: Ask, { ballots, rows }: Tally, option: Option, asPoints: boolean): Decimal | null {
  const row = rows.find((known) => known.option === option);
  if (row === undefined) return null;
  const whole = (count: number) => String(count) as Decimal;
  const part = (of: number, all: number, scale: bigint): Decimal | null =>
    all === 0
      ? null
      : (formatRounded(
          multiply(divide(rational(BigInt(of)), rational(BigInt(all))), rational(scale)),
          meanDecimals,
        ) as Decimal);
  switch (ask.kind) {
    case 'choose':
      return whole(row.votes);
    case 'rank':
      return whole(row.points);
    case 'rate':
      return part(row.points, row.votes, 1n);
    case 'approve':
      return asPoints ? part(row.votes, ballots, 100n) : whole(row.votes);
  }
}
