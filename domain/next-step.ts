// Finds the console's next action: follows each entry through its life, the reveals in the order the rules ask for, then
// ties, ceremony, publication and the end. From every state it offers something that leads on.
import type { Command } from './commands.ts';
import { segmentKinds, type SegmentKind } from './definition.ts';
import { definitionProblems } from './definition-problems.ts';
import { competing, emptyGroups, isAllIn, outstandingJudges } from './entry-life.ts';
import { comparesField } from './event-rule/aggregate-traits.ts';
import type { EntryId } from './ids.ts';
import { nextEntry } from './next-entry.ts';
import { action, type NextAction, type NextActionKind } from './next-action.ts';
import { isComplete } from './programme.ts';
import { deductionDecision, figuresBefore, heldDecision, missingResult } from './result-questions.ts';
import { checkOrReveal, isIndividual } from './reveal-step.ts';
import { sameScene } from './scene.ts';
import { areRulesConfirmed } from './set-up.ts';
import { boardStandings, openTies, standings } from './standings.ts';
import type { Scene } from './stage-view.ts';
import type { EntryLife, FinalState } from './state.ts';
import type { DefinedState } from './topic.ts';
import { endPoll } from './voting/poll-step.ts';

const lifeOf = (state: FinalState, entry: EntryId): EntryLife | undefined => state.entries.get(entry);

function introduce(state: DefinedState): NextAction | null {
  const entry = nextEntry(state);
  if (entry === null) return null;
  const scene: Scene = { kind: 'entry-card', entry };
  return action('introduce', { entry, scene, commands: [{ type: 'stage.call', entry, show: scene }] });
}

/** Before the first entry the hall is welcomed and meets its judges; the operator may go on to the entry at any time. */
function welcome(state: DefinedState): NextAction | null {
  const hasBegun = [...state.entries.values()].some(
    (life) => life.scoring !== 'not-opened' || life.status === 'on-stage' || life.status === 'done',
  );
  if (hasBegun || nextEntry(state) === null) return null;
  const show = (kind: 'show-opening' | 'show-judges', scene: Scene) =>
    action(kind, { scene, commands: [{ type: 'scene.show', scene }] });
  if (state.scene.kind === 'idle') return show('show-opening', { kind: 'opening' });
  return state.scene.kind === 'opening' ? show('show-judges', { kind: 'judges' }) : null;
}

function startSegment(entry: EntryId, kind: SegmentKind): NextAction {
  const scene: Scene = { kind: 'timer' };
  return action('start-segment', { entry, scene, commands: [{ type: 'timer.start', kind, entry, show: scene }] });
}

function openScoring(entry: EntryId): NextAction {
  const scene: Scene = { kind: 'progress', entry };
  return action('finish-presentation', {
    entry,
    scene,
    commands: [{ type: 'scoring.open', entries: [entry], show: scene }],
  });
}

/** Scoring at once, without the segments that are still to come. */
const cutShort = ({ kind, entry }: NextAction): NextAction | null =>
  kind === 'start-segment' && entry !== null ? openScoring(entry) : null;

/** What the item on stage needs: its segments one after the other, then scoring. */
function onStage(state: DefinedState): NextAction | null {
  const { stageEntry: entry, timer, definition } = state;
  const life = entry === null ? undefined : lifeOf(state, entry);
  if (entry === null || life === undefined || life.scoring !== 'not-opened') return null;
  const kinds = segmentKinds(definition.segments);
  const over =
    timer?.entry === entry
      ? kinds.indexOf(timer.kind)
      : life.presentationMs === null
        ? -1
        : kinds.lastIndexOf('presentation');
  // A comment follows scoring in most events and is timed by hand; the scoring time starts with scoring itself.
  const following = kinds.slice(over + 1).find((kind) => kind === 'presentation' || kind === 'questions');
  return following === undefined ? openScoring(entry) : startSegment(entry, following);
}

function collect(state: DefinedState): { readonly close: NextAction | null; readonly wait: NextAction | null } {
  let close: NextAction | null = null;
  let wait: NextAction | null = null;
  for (const entry of competing(state)) {
    const life = lifeOf(state, entry);
    if (life === undefined || life.scoring === 'not-opened') continue;
    const seats = outstandingJudges(state.definition, life).map((judge) => judge.seat);
    if (life.scoring === 'open' && isAllIn(state.definition, life))
      close ??= action('close-scoring', {
        entry,
        scene: { kind: 'score', entry },
        commands: [{ type: 'scoring.close', entry }],
      });
    else if (seats.length > 0)
      wait ??= action('remind', { entry, seats, commands: [{ type: 'judge.remind', entry, seats }] });
    // Nobody is left to score it: the operator brings a judge back, enters a sheet from paper or removes the entry.
    else if (!isAllIn(state.definition, life))
      wait ??= action('remind', { entry, guard: 'dialog', parts: emptyGroups(state.definition, life) });
  }
  return { close, wait };
}

function boardAfterReveal(state: DefinedState): NextAction | null {
  const { scene, newestRevealed } = state;
  if (scene.kind !== 'score' || scene.entry !== newestRevealed || boardStandings(state).length < 2) return null;
  const board: Scene = { kind: 'ranking', page: 0 };
  return action('show-ranking', {
    entry: newestRevealed,
    scene: board,
    commands: [{ type: 'scene.show', scene: board }],
  });
}

/** The way from the last result to the end of the day. */
function settle(state: DefinedState): readonly [NextAction, NextAction | null] {
  const tie = openTies(state).find((known) => known.blocks);
  if (tie !== undefined)
    return [action('decide-tie', { entries: tie.entries, guard: 'dialog', rank: tie.fromRank }), null];
  const scene: Scene = { kind: 'ceremony' };
  const begin = action('begin-ceremony', { scene, guard: 'hold', commands: [{ type: 'ceremony.begin', show: scene }] });
  return [begin, publish()];
}

function publish(): NextAction {
  const scene: Scene = { kind: 'final' };
  return action('publish', { scene, guard: 'hold', commands: [{ type: 'result.publish', show: scene }] });
}

function unveil(state: DefinedState): NextAction {
  const steps = state.ceremony?.steps ?? [];
  const step = steps[state.ceremony?.unveiled ?? 0];
  if (step === undefined) return endPoll(state, 'parts') ?? publish();
  const scene: Scene = { kind: 'ceremony' };
  const command: Command = sameScene(state.scene, scene)
    ? { type: 'ceremony.unveil' }
    : { type: 'ceremony.unveil', show: scene };
  const placed = standings(state).find((known) => known.result.entry === step.entry);
  return action('unveil', {
    entry: step.entry,
    rank: step.rank,
    isTied: steps.some(({ entry, rank }) => rank === step.rank && entry !== step.entry),
    score: placed?.result.score ?? null,
    scene,
    guard: 'hold',
    commands: [command],
  });
}

/** An item left the stage before its scoring was opened: it is opened now rather than forgotten. */
function forgotten(state: DefinedState): NextAction | null {
  const entry = competing(state).find((known) => {
    const life = lifeOf(state, known);
    return life?.status === 'done' && life.scoring === 'not-opened';
  });
  return entry === undefined ? null : openScoring(entry);
}

/** Beside these the programme goes on with the next entry. */
const waitsForOthers: readonly NextActionKind[] = [
  'remind',
  'show-ranking',
  'enter-figures',
  'close-poll',
  'await-votes',
];

function stepOf(state: DefinedState, asksOutliers: boolean): readonly [NextAction, NextAction | null] {
  if (state.isPublished) {
    const final: Scene = { kind: 'final' };
    const end = action('end-event', { commands: [{ type: 'event.end' }] });
    const voting = endPoll(state, 'all');
    return voting !== null
      ? [voting, null]
      : state.scene.kind === 'final'
        ? [end, null]
        : [action('show-final', { scene: final, commands: [{ type: 'scene.show', scene: final }] }), end];
  }
  if (state.ceremony !== null) return [unveil(state), null];
  const staged = onStage(state);
  const { close, wait } = collect(state);
  const missing = missingResult(state);
  const earlier = [
    heldDecision(state),
    deductionDecision(state),
    boardAfterReveal(state),
    checkOrReveal(state, asksOutliers),
    // Shown one by one, a result is needed now; shown at the end, its figures may come at the end.
    isIndividual(state) && !comparesField(state.definition) ? missing : null,
    close,
  ];
  // Rolling: while one is on stage, the ones before are closed, checked and read out. Or its segments are cut short.
  if (staged !== null) return [staged, earlier.find((step) => step !== null) ?? cutShort(staged)];
  const following = introduce(state);
  const greeting = welcome(state);
  if (greeting !== null) return [greeting, following];
  const steps = [...earlier, wait].filter((step) => step !== null);
  const [first, second] = steps;
  if (first !== undefined)
    return [first, waitsForOthers.includes(first.kind) ? (following ?? second ?? null) : (second ?? following)];
  if (following !== null) return [following, missing];
  const late = forgotten(state);
  if (late !== null) return [late, missing];
  if (missing !== null) return [missing, null];
  if (competing(state).length === 0)
    return [endPoll(state, 'all') ?? action('end-event', { commands: [{ type: 'event.end' }] }), null];
  if (!isComplete(state)) return [action('nothing'), null];
  const voting = endPoll(state, 'parts');
  return voting === null ? settle(state) : [voting, null];
}

function liveStep(state: DefinedState, asksOutliers: boolean): readonly [NextAction, NextAction | null] {
  const [next, alternative] = stepOf(state, asksOutliers);
  const figures = figuresBefore(state, next);
  return figures === null ? [next, alternative] : [figures, next];
}

/**
 * The next action and, where there is one, a second way that is also right. The host's cue view is made from the steps
 * without questions about single judges: whether there is one would tell of marks the hall has not seen. [R-SECRET]
 */
export function nextStep(
  state: FinalState,
  { asksOutliers = true }: { readonly asksOutliers?: boolean } = {},
): readonly [NextAction, NextAction | null] {
  const { definition } = state;
  if (definition === null) return [action('define-event', { guard: 'dialog' }), null];
  if (state.phase === 'ended') return [action('nothing'), null];
  if (state.phase === 'live') return liveStep({ ...state, definition }, asksOutliers);
  const isBlocked = definitionProblems(definition).some((problem) => problem.severity === 'blocking');
  return [
    isBlocked
      ? action('solve-problems', { guard: 'dialog' })
      : areRulesConfirmed(state)
        ? action('start-event', { commands: [{ type: 'event.start' }] })
        : action('check-rules', { guard: 'dialog' }),
    null,
  ];
}
