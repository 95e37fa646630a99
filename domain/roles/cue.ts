// The host's cue view. May ask for nothing. Sees what the hall sees, what to say about it and what comes next; learns a
// number in the same instant as the hall, never before.
import type { CommandType } from '../commands.ts';
import type { NextAction } from '../next-action.ts';
import { nextStep } from '../next-step.ts';
import { entryCard } from '../entry-card.ts';
import type { EntryId } from '../ids.ts';
import { nextEntry } from '../next-entry.ts';
import { stageView } from '../stage.ts';
import type { EntryCard, SceneView } from '../stage-view.ts';
import type { FinalState } from '../state.ts';
import type { ComingUp, CueKind, CueView } from './cue-view.ts';

function cueOf(state: FinalState, scene: SceneView): CueKind {
  if (state.phase === 'set-up') return 'before-start';
  if (state.phase === 'ended') return 'ended';
  switch (scene.kind) {
    case 'idle':
    case 'opening':
      return 'welcome';
    case 'judges':
      return 'introduce-judges';
    case 'entry-card':
      return 'introduce-entry';
    case 'timer':
      return state.timer?.kind === 'scoring'
        ? 'scoring'
        : state.timer === null
          ? 'presentation-over'
          : 'presentation-running';
    case 'progress':
      return 'scoring';
    case 'score':
      return scene.revealed === null ? 'scores-sealed' : 'announce-score';
    case 'ranking':
      return 'announce-ranking';
    case 'ceremony':
      return scene.steps.some((step) => step.isUnveiled) ? 'announce-place' : 'ceremony-opening';
    case 'vote':
      return scene.poll.status === 'open' ? 'vote-open' : 'vote-closed';
    case 'vote-result':
      return 'announce-vote';
    case 'final':
      return 'announce-final';
    case 'pause':
    case 'black':
      return 'pause';
  }
}

function entryOf(state: FinalState, scene: SceneView): EntryId | null {
  if ('entry' in scene && scene.entry !== null) return scene.entry.id;
  if (scene.kind === 'ceremony') {
    const newest = scene.steps.find((step) => step.isUnveiled && step.isNewest);
    return newest?.isUnveiled ? newest.entry.id : null;
  }
  return scene.kind === 'ranking' ? scene.newest : state.stageEntry;
}

/** What the host has to do with the console's next action; null for what is the operator's business alone. */
function cueOfAction({ kind }: NextAction): CueKind | null {
  switch (kind) {
    case 'show-opening':
      return 'welcome';
    case 'show-judges':
      return 'introduce-judges';
    case 'introduce':
      return 'introduce-entry';
    case 'start-segment':
      return 'presentation-running';
    case 'finish-presentation':
      return 'scoring';
    case 'reveal':
      return 'announce-score';
    case 'show-ranking':
      return 'announce-ranking';
    // [R-SEALED] That a tie or unusable marks have to be settled first would tell the host that there are such.
    case 'decide-tie':
    case 'settle-marks':
    case 'begin-ceremony':
      return 'ceremony-opening';
    case 'open-poll':
      return 'vote-open';
    case 'unveil':
      return 'announce-place';
    case 'publish':
    case 'show-final':
      return 'announce-final';
    case 'end-event':
      return 'ended';
    case 'define-event':
    case 'solve-problems':
    case 'check-rules':
    case 'start-event':
    case 'remind':
    case 'close-scoring':
    case 'check-result':
    case 'decide-held':
    case 'decide-deduction':
    case 'decide-outlier':
    case 'enter-figures':
    case 'close-poll':
    case 'count-votes':
    case 'await-votes':
    case 'nothing':
      return null;
  }
}

/** The last place that is still sealed on the hall's ladder: the real rank of the next one would tell that it is shared. */
function sealedNext(scene: SceneView): number | null {
  const sealed = scene.kind === 'ceremony' ? scene.steps.filter((step) => !step.isUnveiled) : [];
  return sealed.at(-1)?.rank ?? null;
}

function comingUp(state: FinalState, card: (entry: EntryId | null) => EntryCard | null): ComingUp | null {
  for (const action of nextStep(state, { asksOutliers: false })) {
    const next = action === null ? null : cueOfAction(action);
    // Where results are checked first, usable marks would have nothing for the host either.
    if (action?.kind === 'settle-marks' && state.definition?.rules.checkBeforeReveal) continue;
    if (action === null || next === null) continue;
    // [R-SEALED] Whose place is unveiled next is the one thing the host must not know before the hall.
    const isSealed = next === 'announce-place';
    const [start] = action.commands;
    return {
      cue: next,
      entry: isSealed ? null : card(action.entry),
      rank: isSealed ? sealedNext(stageView(state, { kind: 'ceremony' }).scene) : null,
      segment: start?.type === 'timer.start' ? start.kind : null,
    };
  }
  return null;
}

export const cue = {
  may: [] as readonly CommandType[],
  view(state: FinalState): CueView {
    const { scene, event, noun, locale, counts } = stageView(state, state.scene);
    const { definition } = state;
    const card = (entry: EntryId | null) =>
      entry === null || definition === null ? null : entryCard({ ...state, definition }, entry);
    return {
      role: 'cue',
      phase: state.phase,
      event,
      noun,
      hallLocale: locale,
      cue: cueOf(state, scene),
      entry: card(entryOf(state, scene)),
      scene,
      nextEntry: card(nextEntry(state)),
      comingUp: comingUp(state, card),
      stageEntry: card(state.stageEntry),
      timer: state.timer,
      judges: (definition?.panel ?? []).map((judge) => ({
        number: judge.number,
        name: judge.name,
        title: judge.title ?? null,
        group: definition?.judgeGroups.find((group) => group.id === judge.group)?.name ?? null,
      })),
      segments: definition?.segments ?? [],
      rules: {
        aggregate: definition?.rules.aggregate ?? { kind: 'mean' },
        reveal: definition?.rules.reveal ?? 'at-end',
        cutLine: definition?.rules.cutLine ?? null,
      },
      counts,
      submitted: scene.kind === 'progress' ? { submitted: scene.submitted, expected: scene.expected } : null,
    };
  },
};
