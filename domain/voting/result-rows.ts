// A tally as it is shown: in order, with its number in words of digits and the length of its bar, so that no screen computes anything.
import { divide, formatRounded, multiply, rational } from '../numbers.ts';
import type { Option } from './choice.ts';
import type { Ask } from './poll.ts';
import type { Tally, TallyRow } from './tally.ts';

export interface ResultRow {
  readonly option: Option;
  readonly votes: number;
  /** Votes, points or the mean of the ratings, whatever the poll is decided by. */
  readonly shown: string;
  /** Of the ballots in percent, one decimal; null where ballots are no measure (ranking, rating). */
  readonly share: string | null;
  /** Length of its bar in thousandths of the longest; of full marks where it is rated. */
  readonly bar: number;
  /** Nobody has more. More than one row can be ahead; none is while there are no votes. */
  readonly isAhead: boolean;
}

const thousandths = (part: number, whole: number): number =>
  whole === 0 ? 0 : Number((BigInt(part) * 1000n) / BigInt(whole));

/** What a row is compared by, as a fraction: a mean of ratings is compared exactly. */
function measure(ask: Ask, { votes, points }: TallyRow): readonly [bigint, bigint] {
  if (ask.kind === 'rate') return votes === 0 ? [0n, 1n] : [BigInt(points), BigInt(votes)];
  return [BigInt(ask.kind === 'rank' ? points : votes), 1n];
}

/** Above 0 when a is ahead of b. */
export function compareRows(ask: Ask, a: TallyRow, b: TallyRow): number {
  const [[n, d], [m, e]] = [measure(ask, a), measure(ask, b)];
  const difference = n * e - m * d;
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
}

function shownOf(ask: Ask, { votes, points }: TallyRow): string {
  if (ask.kind !== 'rate') return String(ask.kind === 'rank' ? points : votes);
  return votes === 0 ? '–' : formatRounded(divide(rational(BigInt(points)), rational(BigInt(votes))), 2);
}

/** Best first; equal ones in the order of the options. Yes and no keep theirs. */
export function resultRows(ask: Ask, { ballots, rows }: Tally): readonly ResultRow[] {
  const sorted = ask.kind === 'approve' ? rows : rows.toSorted((a, b) => compareRows(ask, b, a));
  const first = rows.toSorted((a, b) => compareRows(ask, b, a))[0];
  const [most] = first === undefined ? [0n] : measure(ask, first);
  return sorted.map((row) => {
    const [amount, per] = measure(ask, row);
    return {
      option: row.option,
      votes: row.votes,
      shown: shownOf(ask, row),
      share:
        ask.kind === 'rank' || ask.kind === 'rate' || ballots === 0
          ? null
          : formatRounded(multiply(divide(rational(BigInt(row.votes)), rational(BigInt(ballots))), rational(100n)), 1),
      bar:
        ask.kind === 'rate'
          ? thousandths(Number(amount), Number(per) * ask.best)
          : thousandths(Number(amount), Number(most)),
      isAhead: most > 0n && first !== undefined && compareRows(ask, row, first) === 0,
    };
  });
}
