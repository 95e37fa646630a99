// Entries that leave the competition: did not appear (弃权), withdrew (退赛), were disqualified; and the way back. What
// judges gave them is kept, they have no place.
import { isFrozen, isRemoved } from './entry-life.ts';
import { refuse } from './refusals.ts';
import { shownFieldRefusal } from './shown-field.ts';
import { leaveLostScene } from './scene-possible.ts';
import { onEntry, stepped, withLife, type Decisions, type Evolutions } from './topic.ts';

export const removalDecisions: Decisions<'entry.remove' | 'entry.reinstate'> = {
  'entry.remove': onEntry<'entry.remove'>((state, { entry, as, reason }, life) => {
    if (isFrozen(state)) return refuse('result.frozen');
    if (isRemoved(life)) return refuse('entry.removed', { entry });
    return shownFieldRefusal(state) ?? [{ type: 'entry.removed', entry, as, reason }];
  }),
  'entry.reinstate': onEntry<'entry.reinstate'>((state, { entry, reason }, life) => {
    if (isFrozen(state)) return refuse('result.frozen');
    if (!isRemoved(life)) return refuse('entry.not-removed', { entry });
    return shownFieldRefusal(state) ?? [{ type: 'entry.reinstated', entry, reason }];
  }),
};

export const removalEvolutions: Evolutions<'entry.removed' | 'entry.reinstated'> = {
  'entry.removed': (state, { entry, as, reason }) => {
    const removed = withLife(state, entry, (life) => ({ ...life, status: as, statusReason: reason }));
    const isOnStage = state.stageEntry === entry;
    // Undo would bring back a pointer to an entry that is gone.
    const left = {
      ...removed,
      stageEntry: isOnStage ? null : state.stageEntry,
      timer: state.timer?.entry === entry ? null : state.timer,
      newestRevealed: state.newestRevealed === entry ? null : state.newestRevealed,
      undoSteps: [],
    };
    return stepped(leaveLostScene(state, left));
  },
  'entry.reinstated': (state, { entry }) =>
    stepped({
      ...withLife(state, entry, (life) => ({
        ...life,
        status: life.scoring === 'not-opened' ? 'waiting' : 'done',
        statusReason: null,
        stageTurn: life.scoring === 'not-opened' ? null : life.stageTurn,
      })),
      undoSteps: [],
    }),
};
