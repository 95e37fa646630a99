// Makes what phones and screens are told of a poll. Nothing of its count is in it before its result is shown to the hall. [R-POLL-SECRET]
import { entryCard } from '../entry-card.ts';
import type { EntryId } from '../ids.ts';
import type { PollResult, PollView } from '../stage-view.ts';
import type { DefinedState } from '../topic.ts';
import type { Poll } from './poll.ts';
import { doesCount, pollOf, type PollRun } from './poll-run.ts';
import { resultRows } from './result-rows.ts';

function countsOf({ definition }: DefinedState, { counts }: Poll): PollView['counts'] {
  if (counts.as === 'award') return { as: 'award', name: counts.award };
  const part = definition.rules.components?.parts.find(({ id }) => id === counts.component);
  return { as: 'component', name: part?.name ?? {}, weight: part?.weight ?? '0' };
}

export function pollResult(poll: Poll, { result }: PollRun): PollResult | null {
  return result === null
    ? null
    : {
        ballots: result.ballots,
        rows: resultRows(poll.ask, result),
        doesCount: doesCount(poll, result),
        digest: result.digest,
      };
}

export function pollView(state: DefinedState, run: PollRun): PollView | null {
  const poll = pollOf(state.definition, run.poll);
  if (poll === undefined) return null;
  return {
    run: run.run,
    name: poll.name,
    ask: poll.ask,
    ballots: poll.ballots,
    mayChange: poll.mayChange,
    whileOpen: poll.whileOpen,
    entry: run.entry === null ? null : entryCard(state, run.entry),
    options: poll.ask.kind === 'approve' ? [] : run.options.map((option) => entryCard(state, option as EntryId)),
    status: run.status,
    closesAt: run.closesAt,
    counts: countsOf(state, poll),
    // [R-POLL-SECRET] Counted is not yet shown.
    result: run.isRevealed && run.status === 'counted' ? pollResult(poll, run) : null,
  };
}

/** For phones: what can be voted on, and the newest run of every other poll, newest first. A run held anew replaces the void one. */
export function pollsForPhones(state: DefinedState): readonly PollView[] {
  const isNewest = (run: PollRun) =>
    state.pollRuns.findLast(({ poll, entry }) => poll === run.poll && entry === run.entry) === run;
  return state.pollRuns
    .filter(isNewest)
    .toReversed()
    .flatMap((run) => pollView(state, run) ?? []);
}
