// The console's next action about votes: before figures of a part are asked for by hand, the poll that feeds it is held.
import type { EntryId, RunId } from '../ids.ts';
import { action, type NextAction } from '../next-action.ts';
import type { DefinedState } from '../topic.ts';
import { isAboutOneEntry } from './poll.ts';
import { isUnderWay, partUnderWay, pollOf, underWay, type PollRun } from './poll-run.ts';
import { nextRun, openRefusal } from './polls.ts';

/** How a run that is under way comes to its count: closed, counted by hand, or waited for. */
function ending(state: DefinedState, run: PollRun, about: Partial<NextAction>): NextAction {
  const poll = pollOf(state.definition, run.poll);
  const named = { ...about, poll: run.poll, run: run.run };
  if (poll?.ballots === 'hand-count') return action('count-votes', { ...named, guard: 'dialog' });
  return run.status === 'open'
    ? action('close-poll', { ...named, commands: [{ type: 'poll.close', run: run.run }] })
    : action('await-votes', named);
}

/** [R-POLL-UNDER-WAY] Before the result is settled no part of it may still be voted on; before the end, nothing. */
export function endPoll(state: DefinedState, which: 'parts' | 'all'): NextAction | null {
  const run = which === 'all' ? underWay(state) : partUnderWay(state);
  return run === null ? null : ending(state, run, { entry: run.entry });
}

/** Null where no poll feeds the part, or it has been held and given nothing: then somebody enters the figures. */
export function pollStep(state: DefinedState, component: string, entries: readonly EntryId[]): NextAction | null {
  const poll = state.definition.polls?.find(
    ({ counts }) => counts.as === 'component' && counts.component === component,
  );
  if (poll === undefined) return null;
  const [first] = entries;
  const entry = isAboutOneEntry(poll.ask) ? (first ?? null) : null;
  const run = state.pollRuns.find((known) => known.poll === poll.id && known.entry === entry && isUnderWay(known));
  const about = { entry, entries, parts: [component] };
  if (run !== undefined) return ending(state, run, about);
  if (openRefusal(state, poll, entry) !== null) return null;
  const next: RunId = nextRun(state);
  return action('open-poll', {
    ...about,
    poll: poll.id,
    run: next,
    commands: [
      {
        type: 'poll.open',
        poll: poll.id,
        ...(entry !== null && { entry }),
        show: { kind: 'vote', run: next },
      },
    ],
  });
}
