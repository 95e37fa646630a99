// Awards from votes (人气奖): they stand beside the ranking and touch no score. Those with most votes share one. [R-POLL-AWARD]
import { entryCard } from '../entry-card.ts';
import type { EntryId, RunId } from '../ids.ts';
import type { EntryCard } from '../stage-view.ts';
import type { Text } from '../text.ts';
import type { DefinedState } from '../topic.ts';
import type { BallotKind } from './poll.ts';
import { doesCount, pollOf } from './poll-run.ts';
import { resultRows } from './result-rows.ts';

export interface PollAward {
  readonly run: RunId;
  readonly award: Text;
  /** In running order; several share it. */
  readonly entries: readonly EntryCard[];
  /** What they have: votes, points or the mean of the ratings. */
  readonly shown: string;
  readonly ballots: BallotKind;
}

export function pollAwards(state: DefinedState): readonly PollAward[] {
  return state.pollRuns.flatMap((run) => {
    const poll = pollOf(state.definition, run.poll);
    if (poll?.counts.as !== 'award' || run.status !== 'counted' || run.result === null) return [];
    if (!doesCount(poll, run.result)) return [];
    const ahead = resultRows(poll.ask, run.result).filter(({ isAhead }) => isAhead);
    const [first] = ahead;
    if (first === undefined) return [];
    const entries = run.options
      .filter((option) => ahead.some((row) => row.option === option))
      .map((option) => entryCard(state, option as EntryId));
    return [{ run: run.run, award: poll.counts.award, entries, shown: first.shown, ballots: poll.ballots }];
  });
}
