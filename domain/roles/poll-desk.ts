// A poll as the console lists it: every holding of it, and where it can be opened now. While it is open nobody at the console sees its
// count either: who can close a poll must not know who leads. [R-POLL-SECRET]
import type { EntryId } from '../ids.ts';
import type { FinalState } from '../state.ts';
import type { DefinedState } from '../topic.ts';
import { issuedCount } from '../voting/ballots.ts';
import { isAboutOneEntry, type Poll } from '../voting/poll.ts';
import { fedBy } from '../voting/poll-figures.ts';
import type { PollRun } from '../voting/poll-run.ts';
import { pollResult } from '../voting/poll-view.ts';
import { openRefusal } from '../voting/polls.ts';
import type { BallotDesk, PollDesk, PollRunRow } from './poll-desk-view.ts';

function uncounted(state: DefinedState, poll: Poll, run: PollRun): readonly EntryId[] {
  if (poll.counts.as === 'award' || run.status !== 'counted') return [];
  const fed = new Set(fedBy(state, run).map(({ entry }) => entry));
  const concerned = run.entry === null ? (run.options as readonly EntryId[]) : [run.entry];
  return concerned.filter((entry) => !fed.has(entry));
}

function runRow(state: DefinedState, poll: Poll, run: PollRun): PollRunRow {
  const result = pollResult(poll, run);
  return {
    run: run.run,
    entry: run.entry,
    options: run.options,
    status: run.status,
    openedAt: run.openedAt,
    closesAt: run.closesAt,
    closedAt: run.closedAt,
    teller: run.handCount?.teller ?? null,
    isRevealed: run.isRevealed,
    voidedBecause: run.voidedBecause,
    result: result === null || run.result === null ? null : { ...result, rejected: run.result.rejected },
    uncounted: uncounted(state, poll, run),
  };
}

export function pollDesks(state: DefinedState): readonly PollDesk[] {
  return (state.definition.polls ?? []).map((poll) => {
    const about: readonly (EntryId | null)[] = isAboutOneEntry(poll.ask) ? state.order : [null];
    const isOpenable = (entry: EntryId | null) => openRefusal(state, poll, entry) === null;
    return {
      id: poll.id,
      name: poll.name,
      ask: poll.ask,
      ballots: poll.ballots,
      whileOpen: poll.whileOpen,
      counts: poll.counts,
      quorum: poll.quorum ?? null,
      runs: state.pollRuns
        .filter((run) => run.poll === poll.id)
        .toReversed()
        .map((run) => runRow(state, poll, run)),
      openable: state.phase === 'live' ? about.filter(isOpenable) : [],
    };
  });
}

export function ballotDesk({ ballotBatches, revokedBallots }: FinalState): BallotDesk {
  const of = (kind: 'codes' | 'roster') => issuedCount(ballotBatches.filter((batch) => batch.kind === kind));
  return {
    codes: of('codes'),
    roster: of('roster'),
    issued: issuedCount(ballotBatches),
    revoked: [...revokedBallots].toSorted((a, b) => a - b),
  };
}
