// The award ceremony (颁奖): the places inside the line, fixed when it begins, unveiled one by one from the last to the
// first, each by its own act. Nothing of a sealed place is in any view of the hall.
import { shownToHall } from './entry-life.ts';
import { refuse } from './refusals.ts';
import { settleRefusal } from './results.ts';
import { isScenePossible, leaveLostScene } from './scene-possible.ts';
import { showing, withBoardSeen } from './scene.ts';
import { publishedScore, standings } from './standings.ts';
import { live, stepped, withLife, type DefinedState, type Decisions, type Evolutions } from './topic.ts';

/** [R-LINE] Winners from the last place to the first; within a shared place the earlier in the running order first. */
function unveilOrder(state: DefinedState) {
  return standings(state)
    .filter(({ isInside }) => isInside)
    .map(({ result, rank }) => ({ entry: result.entry, rank }))
    .sort((a, b) => b.rank - a.rank || state.order.indexOf(a.entry) - state.order.indexOf(b.entry));
}

export const ceremonyDecisions: Decisions<'ceremony.begin' | 'ceremony.unveil' | 'ceremony.cancel'> = {
  'ceremony.begin': live((state, { show }) => {
    if (state.isPublished) return refuse('result.frozen');
    if (state.ceremony !== null) return refuse('ceremony.already-begun');
    const refusal = settleRefusal(state);
    if (refusal !== null) return refusal;
    if (show !== undefined && !isScenePossible(state, show) && show.kind !== 'ceremony')
      return refuse('scene.unavailable');
    return [{ type: 'ceremony.begun', steps: unveilOrder(state) }, ...showing(show)];
  }),
  'ceremony.unveil': live((state, { show }) => {
    if (state.ceremony === null) return refuse('ceremony.not-begun');
    if (show !== undefined && !isScenePossible(state, show)) return refuse('scene.unavailable');
    const step = state.ceremony.steps[state.ceremony.unveiled];
    return step === undefined
      ? refuse('ceremony.complete')
      : [{ type: 'ceremony.unveiled', ...step }, ...showing(show)];
  }),
  'ceremony.cancel': live((state, { reason }) => {
    if (state.isPublished) return refuse('result.frozen');
    return state.ceremony === null ? refuse('ceremony.not-begun') : [{ type: 'ceremony.cancelled', reason }];
  }),
};

export const ceremonyEvolutions: Evolutions<'ceremony.begun' | 'ceremony.unveiled' | 'ceremony.cancelled'> = {
  'ceremony.begun': (state, { steps }) => stepped({ ...state, ceremony: { steps, unveiled: 0 }, undoSteps: [] }),
  'ceremony.unveiled': (state, { entry }, { at }) =>
    stepped(
      withBoardSeen({
        ...withLife(state, entry, (life) => shownToHall(life, { score: publishedScore(state, entry), at })),
        ceremony: state.ceremony === null ? null : { ...state.ceremony, unveiled: state.ceremony.unveiled + 1 },
        undoSteps: [],
      }),
    ),
  'ceremony.cancelled': (state) => stepped(leaveLostScene(state, { ...state, ceremony: null, undoSteps: [] })),
};
