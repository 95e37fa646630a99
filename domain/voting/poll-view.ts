// What phones and screens are told of a poll. Until it is closed nothing of its count is in here; live numbers, where the organiser
// wants them, come from the ballot box in a message of their own.
import { entryCard } from '../entry-card.ts';
import type { EntryId, Millis, RunId } from '../ids.ts';
import type { EntryCard } from '../stage-view.ts';
import type { Text } from '../text.ts';
import type { DefinedState } from '../topic.ts';
import type { Ask, BallotKind, Poll } from './poll.ts';
import { doesCount, pollOf, type PollRun, type PollStatus } from './poll-run.ts';
import { resultRows, type ResultRow } from './result-rows.ts';

export interface PollView {
  readonly run: RunId;
  readonly name: Text;
  readonly ask: Ask;
  readonly ballots: BallotKind;
  readonly mayChange: boolean;
  readonly whileOpen: Poll['whileOpen'];
  /** The one entry it is about; null when it is across entries. */
  readonly entry: EntryCard | null;
  /** What can be chosen, in running order; empty where it is yes or no. */
  readonly options: readonly EntryCard[];
  readonly status: PollStatus;
  readonly closesAt: Millis | null;
  /** A part of the score, by its name and weight in percent, or an award beside the ranking. */
  readonly counts:
    | { readonly as: 'component'; readonly name: Text; readonly weight: string }
    | { readonly as: 'award'; readonly name: Text };
  /** Null until the hall has been shown it. */
  readonly result: PollResult | null;
}

export interface PollResult {
  readonly ballots: number;
  readonly rows: readonly ResultRow[];
  /** False when too few voted and the votes give nothing. */
  readonly doesCount: boolean;
  /** The root over the receipts; null for a hand count. */
  readonly digest: string | null;
}

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
