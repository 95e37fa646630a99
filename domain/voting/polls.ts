// The life of a poll: opened, closed by a person or by its time, sealed by the ballot box, shown to the hall; or void and held again,
// with both kept.
import { competing, isFrozen, isRemoved } from '../entry-life.ts';
import type { EntryId, Millis, RunId } from '../ids.ts';
import { refuse, type Refusal } from '../refusals.ts';
import { isScenePossible, leaveLostScene } from '../scene-possible.ts';
import { showing } from '../scene.ts';
import type { Scene } from '../stage-view.ts';
import type { EntryLife, FinalState } from '../state.ts';
import { live, stepped, withLife, type Decisions, type DefinedState, type Evolutions } from '../topic.ts';
import { isAboutOneEntry, type Poll } from './poll.ts';
import { fedBy, figureFacts } from './poll-figures.ts';
import { isUnderWay, pollOf, runOf, type PollRun } from './poll-run.ts';

/** What can be chosen: yes and no, the one entry, or all still in the competition in running order. */
function optionsOf(state: DefinedState, { ask }: Poll, entry: EntryId | null): readonly string[] {
  if (ask.kind === 'approve') return ['yes', 'no'];
  return entry === null ? competing(state) : [entry];
}

/** Why the poll cannot be opened about that entry, or about all of them; null when it can. */
export function openRefusal(state: DefinedState, poll: Poll, entry: EntryId | null): Refusal | null {
  if (isAboutOneEntry(poll.ask) !== (entry !== null)) return refuse('poll.about-another');
  const life = entry === null ? null : state.entries.get(entry);
  if (entry !== null && !life) return refuse('entry.unknown', { entry });
  if (entry !== null && life && isRemoved(life)) return refuse('entry.removed', { entry });
  const runs = state.pollRuns.filter((run) => run.poll === poll.id && run.entry === entry && run.status !== 'void');
  if (runs.some(isUnderWay)) return refuse('poll.already-open');
  // [R-POLL-ONCE] Held again only after what was counted has been declared void.
  if (runs.length > 0) return refuse('poll.already-held');
  if (optionsOf(state, poll, entry).length === 0) return refuse('poll.nothing-to-choose');
  const isPrinted = poll.ballots === 'codes' || poll.ballots === 'roster';
  return isPrinted && !state.ballotBatches.some(({ kind }) => kind === poll.ballots) ? refuse('ballots.none') : null;
}

/** A scene that shows this very run can be shown with its opening, before there is a run. */
const shownWith = (state: FinalState, run: RunId, show: Scene | undefined): Refusal | null =>
  show === undefined || ('run' in show && show.run === run) || isScenePossible(state, show)
    ? null
    : refuse('scene.unavailable');

/** A decision about one run that is known. */
const withRun = <T extends 'poll.close' | 'poll.expire' | 'poll.seal' | 'poll.void' | 'poll.reveal'>(
  decide: (
    state: DefinedState,
    run: PollRun,
    poll: Poll,
    command: Parameters<Decisions<T>[T]>[1],
  ) => ReturnType<Decisions<T>[T]>,
) =>
  live<T>((state, command) => {
    const run = runOf(state, command.run);
    const poll = run && pollOf(state.definition, run.poll);
    return run === undefined || poll === undefined ? refuse('poll.unknown') : decide(state, run, poll, command);
  });

export const pollDecisions: Decisions<
  'poll.open' | 'poll.close' | 'poll.expire' | 'poll.seal' | 'poll.void' | 'poll.reveal'
> = {
  'poll.open': live((state, { poll: id, entry = null, show }) => {
    const poll = pollOf(state.definition, id);
    if (poll === undefined) return refuse('poll.unknown');
    const refusal = openRefusal(state, poll, entry);
    if (refusal !== null) return refusal;
    const run = nextRun(state);
    const unseen = shownWith(state, run, show);
    if (unseen !== null) return unseen;
    return [
      {
        type: 'poll.opened',
        run,
        poll: id,
        entry,
        options: optionsOf(state, poll, entry),
        timeAllowedMs: poll.timeAllowedSec === undefined ? null : poll.timeAllowedSec * 1000,
      },
      ...showing(show),
    ];
  }),

  // [R-POLL-CLOSE] What is on its way when it is closed still has a second to arrive: the ballot box is sealed after that.
  'poll.close': withRun<'poll.close'>((state, { run, status }, _poll, { show }) => {
    if (status !== 'open') return refuse('poll.not-open');
    return shownWith(state, run, show) ?? [{ type: 'poll.closed', run, by: 'operator' }, ...showing(show)];
  }),

  'poll.expire': withRun<'poll.expire'>((_state, { run, status }) =>
    status === 'open' ? [{ type: 'poll.closed', run, by: 'time' }] : refuse('poll.not-open'),
  ),

  'poll.seal': withRun<'poll.seal'>((state, run, poll, { ballots, rows, rejected, digest }) => {
    if (run.status !== 'closing') return refuse('poll.not-closing');
    const isOfRun = rows.length === run.options.length && rows.every(({ option }, at) => run.options[at] === option);
    if (!isOfRun) return refuse('poll.count-impossible');
    return [
      { type: 'poll.sealed', run: run.run, ballots, rows, rejected, digest },
      ...figureFacts(state, run, poll, { ballots, rows }),
    ];
  }),

  'poll.void': withRun<'poll.void'>((state, run, _poll, { reason }) => {
    if (run.status === 'void') return refuse('poll.already-void');
    const fed = fedBy(state, run);
    if (fed.length > 0 && isFrozen(state)) return refuse('result.frozen');
    const seen = fed.find(({ entry }) => state.entries.get(entry)?.result === 'revealed');
    return seen === undefined
      ? [{ type: 'poll.voided', run: run.run, reason }]
      : refuse('entry.revealed', { entry: seen.entry });
  }),

  'poll.reveal': withRun<'poll.reveal'>((state, { run, status, isRevealed }, _poll, { show }) => {
    if (status !== 'counted') return refuse('poll.not-counted');
    if (isRevealed) return refuse('poll.already-revealed');
    return shownWith(state, run, show) ?? [{ type: 'poll.revealed', run }, ...showing(show)];
  }),
};

export const nextRun = ({ pollRuns }: FinalState): RunId => `run-${pollRuns.length + 1}` as RunId;

/** The state with one run replaced. */
export const withRunChanged = (state: FinalState, id: RunId, change: Partial<PollRun>): FinalState =>
  stepped({
    ...state,
    pollRuns: state.pollRuns.map((run) => (run.run === id ? { ...run, ...change } : run)),
  });

function withoutFigure(life: EntryLife, component: string): EntryLife {
  const figures = new Map(life.figures);
  figures.delete(component);
  return { ...life, figures, result: life.result === 'checked' ? 'none' : life.result };
}

export const pollEvolutions: Evolutions<
  'poll.opened' | 'poll.closed' | 'poll.sealed' | 'poll.voided' | 'poll.revealed'
> = {
  'poll.opened': (state, { run, poll, entry, options, timeAllowedMs }, { at }) =>
    stepped({
      ...state,
      pollRuns: [
        ...state.pollRuns,
        {
          run,
          poll,
          entry,
          options,
          openedAt: at,
          closesAt: timeAllowedMs === null ? null : ((at + timeAllowedMs) as Millis),
          closedAt: null,
          status: 'open',
          handCount: null,
          result: null,
          isRevealed: false,
          voidedBecause: null,
        },
      ],
    }),
  'poll.closed': (state, { run }, { at }) => withRunChanged(state, run, { status: 'closing', closedAt: at }),
  'poll.sealed': (state, { run, ballots, rows, rejected, digest }) =>
    withRunChanged(state, run, { status: 'counted', result: { ballots, rows, rejected, digest } }),
  'poll.voided': (state, { run: id, reason }) => {
    const run = runOf(state, id);
    const without = (run === undefined ? [] : fedBy(state, run)).reduce<FinalState>(
      (next, { component, entry }) => withLife(next, entry, (life) => withoutFigure(life, component)),
      state,
    );
    return leaveLostScene(state, withRunChanged(without, id, { status: 'void', voidedBecause: reason }));
  },
  'poll.revealed': (state, { run }) => withRunChanged(state, run, { isRevealed: true }),
};
