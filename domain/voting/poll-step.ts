// The console's next action about votes: before figures of a part are asked for by hand, the poll that feeds it is held.
import type { EntryId, RunId } from '../ids.ts';
import { action, type NextAction } from '../next-action.ts';
import type { DefinedState } from '../topic.ts';
import { isAboutOneEntry } from './poll.ts';
import { isUnderWay } from './poll-run.ts';
import { nextRun, openRefusal } from './polls.ts';

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
  if (run !== undefined && poll.ballots === 'hand-count')
    return action('count-votes', { ...about, run: run.run, guard: 'dialog' });
  if (run?.status === 'open')
    return action('close-poll', { ...about, run: run.run, commands: [{ type: 'poll.close', run: run.run }] });
  if (run !== undefined) return action('await-votes', { ...about, run: run.run });
  if (openRefusal(state, poll, entry) !== null) return null;
  const next: RunId = nextRun(state);
  return action('open-poll', {
    ...about,
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
