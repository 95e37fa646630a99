// Computed, checked, revealed, published: four acts, and the way back from each. A correction is a new version with a
// reason, visible as one; nothing the hall was told is silently rewritten.
import { isInsideLine } from './cut-line.ts';
import { dueProposal } from './due-proposal.ts';
import { competing, isFrozen, isRemoved, isScored, shownToHall } from './entry-life.ts';
import { entryResult, hasResult } from './entry-result.ts';
import { comparesField } from './event-rule/aggregate-traits.ts';
import type { EntryId } from './ids.ts';
import { missingParts } from './missing-parts.ts';
import { openOutliers } from './outliers.ts';
import { hasPresented, isComplete } from './programme.ts';
import { refuse, type Refusal } from './refusals.ts';
import { isPageOfBoard, isScenePossible, leaveLostScene } from './scene-possible.ts';
import { showing, withBoardSeen } from './scene.ts';
import { shownTogether } from './shown-field.ts';
import { decidableTies, openTies, publishedScore, standings } from './standings.ts';
import type { FinalState } from './state.ts';
import { live, onEntry, stepped, withLife, type DefinedState, type Decisions, type Evolutions } from './topic.ts';
import { partUnderWay } from './voting/poll-run.ts';

/** Why there is no result of the entry to check, show or settle; null when there is one. [R-NO-RESULT] */
function resultRefusal(state: DefinedState, entry: EntryId): Refusal | null {
  const life = state.entries.get(entry);
  if (life === undefined || !isScored(state.definition, life)) return refuse('result.incomplete', { entries: [entry] });
  return hasResult(state, entry) ? null : refuse('result.missing', { entry, parts: missingParts(state, entry) });
}

/** [R-OUTLIER] Where entries are compared, a sheet of any of them still moves this result. */
function outlierRefusal(state: DefinedState, entry: EntryId): Refusal | null {
  for (const asked of comparesField(state.definition) ? competing(state) : [entry]) {
    const life = state.entries.get(asked);
    const open = life === undefined ? [] : openOutliers(state.definition, life);
    if (open.length > 0) return refuse('outlier.undecided', { entry: asked, seats: open.map(({ seat }) => seat) });
  }
  return null;
}

/**
 * Why this entry's result cannot be shown to the hall now; null when it can. What the host reads must not tell of questions about
 * single judges: it is made without them.
 */
export function revealRefusal(state: DefinedState, entry: EntryId, asksOutliers = true): Refusal | null {
  const life = state.entries.get(entry);
  if (life === undefined) return refuse('entry.unknown', { entry });
  if (isRemoved(life)) return refuse('entry.removed', { entry });
  if (isFrozen(state)) return refuse('result.frozen');
  const { rules } = state.definition;
  if (rules.reveal === 'never') return refuse('result.hidden-by-rules');
  if (life.result === 'revealed') return refuse('result.already-revealed', { entry });
  const missing = resultRefusal(state, entry) ?? (asksOutliers ? outlierRefusal(state, entry) : null);
  if (missing !== null) return missing;
  if (rules.checkBeforeReveal && life.result !== 'checked') return refuse('result.not-checked', { entry });
  if (dueProposal(state, entry, life) !== null) return refuse('deduction.undecided', { entry });
  const others = competing(state).filter((other) => other !== entry);
  if ((rules.reveal === 'at-end' || comparesField(state.definition)) && !isComplete(state))
    return refuse('result.too-early', { entry });
  if (rules.reveal === 'one-behind') {
    // [R-ONE-BEHIND] The result of one is read out when the next on stage has finished; the last one waits for nobody.
    const turnOf = (other: EntryId) => state.entries.get(other)?.stageTurn ?? 0;
    const isLast = others.every((other) => hasPresented(state, other));
    const isFollowed = others.some((other) => hasPresented(state, other) && turnOf(other) > turnOf(entry));
    if (!isLast && !isFollowed) return refuse('result.too-early', { entry });
  }
  return null;
}

const hasHeld = (state: FinalState, entry: EntryId) => (state.entries.get(entry)?.held.length ?? 0) > 0;

/** Why the whole result cannot be settled now (for the ceremony or publication); null when it can. [R-SETTLE] */
export function settleRefusal(state: DefinedState): Refusal | null {
  const { rules } = state.definition;
  // [R-POLL-UNDER-WAY] A part of the score is still being voted on. An award never touches the ranking.
  const voting = partUnderWay(state);
  if (voting !== null) return refuse('poll.under-way', { run: voting.run });
  const open = competing(state).filter((entry) => {
    const life = state.entries.get(entry);
    return life === undefined || !isScored(state.definition, life);
  });
  if (open.length > 0 || competing(state).length === 0) return refuse('result.incomplete', { entries: open });
  for (const entry of competing(state)) {
    const refusal = resultRefusal(state, entry) ?? outlierRefusal(state, entry);
    if (refusal !== null) return refusal;
  }
  const unchecked = rules.checkBeforeReveal
    ? competing(state).filter((entry) => state.entries.get(entry)?.result === 'none')
    : [];
  if (unchecked.length > 0) return refuse('result.not-checked', { entries: unchecked });
  // What arrives once the ceremony has begun was too late for this result and does not stop it.
  const held = state.ceremony === null ? competing(state).find((entry) => hasHeld(state, entry)) : undefined;
  if (held !== undefined) return refuse('held.undecided', { entry: held });
  const undecided = competing(state).find((entry) => {
    const life = state.entries.get(entry);
    return life !== undefined && dueProposal(state, entry, life) !== null;
  });
  if (undecided !== undefined) return refuse('deduction.undecided', { entry: undecided });
  const tie = openTies(state).find((known) => known.blocks);
  return tie === undefined
    ? null
    : refuse('tie.undecided', { entries: tie.entries, places: [tie.fromRank, tie.toRank] });
}

export const resultDecisions: Decisions<
  'result.check' | 'result.reveal' | 'result.correct' | 'tie.decide' | 'result.publish' | 'result.withdraw'
> = {
  'result.check': onEntry<'result.check'>((state, { entry }, life) => {
    const refusal = resultRefusal(state, entry) ?? outlierRefusal(state, entry);
    if (refusal !== null) return refusal;
    if (comparesField(state.definition) && !isComplete(state)) return refuse('result.too-early', { entry });
    return life.result === 'none' ? [{ type: 'result.checked', entry }] : refuse('result.already-revealed', { entry });
  }),

  'result.reveal': live((state, { entry, show }) => {
    const refusal = revealRefusal(state, entry);
    if (refusal !== null) return refusal;
    // With this reveal the board has something to show, whatever it had before.
    const isPossible =
      show === undefined ||
      isScenePossible(state, show) ||
      (show.kind === 'ranking' && isPageOfBoard(state, show.page));
    if (!isPossible) return refuse('scene.unavailable');
    const life = state.entries.get(entry);
    const result = entryResult(state, entry);
    if (life === undefined || result === null) return refuse('result.incomplete', { entries: [entry] });
    return [{ type: 'result.revealed', entry, version: life.revealVersion + 1, score: result.score }, ...showing(show)];
  }),

  'result.correct': onEntry<'result.correct'>((state, { entry, reason }, life) => {
    if (isFrozen(state)) return refuse('result.frozen');
    if (life.result !== 'revealed') return refuse('result.not-revealed', { entry });
    // [R-FIELD-SHOWN] Results that move together are taken off the screen together.
    const others = shownTogether(state).filter((other) => other !== entry);
    return [entry, ...others].map((shown) => ({ type: 'result.correction-opened', entry: shown, reason }));
  }),

  'tie.decide': live((state, { order, decidedBy, reason }) => {
    if (isFrozen(state)) return refuse('result.frozen');
    const wanted = new Set(order);
    const isTie = decidableTies(state).some(
      (tied) => tied.length === wanted.size && tied.every((entry) => wanted.has(entry)),
    );
    return isTie && wanted.size === order.length
      ? [{ type: 'tie.decided', order, decidedBy, reason }]
      : refuse('tie.none');
  }),

  'result.publish': live((state, { show }) => {
    if (state.isPublished) return refuse('result.frozen');
    if (state.ceremony !== null && state.ceremony.unveiled < state.ceremony.steps.length)
      return refuse('ceremony.unfinished');
    const refusal = settleRefusal(state);
    if (refusal !== null) return refusal;
    if (show !== undefined && !isScenePossible(state, show) && show.kind !== 'final')
      return refuse('scene.unavailable');
    const ranking = standings(state).map(({ result, rank }) => ({ entry: result.entry, rank, score: result.score }));
    return [{ type: 'result.published', ranking }, ...showing(show)];
  }),

  'result.withdraw': live((state, { reason }) =>
    state.isPublished ? [{ type: 'result.withdrawn', reason }] : refuse('result.not-published'),
  ),
};

export const resultEvolutions: Evolutions<
  | 'result.checked'
  | 'result.revealed'
  | 'result.correction-opened'
  | 'tie.decided'
  | 'result.published'
  | 'result.withdrawn'
> = {
  'result.checked': (state, { entry }) => stepped(withLife(state, entry, (life) => ({ ...life, result: 'checked' }))),
  'result.revealed': (state, { entry, score }, { at }) => {
    const revealed = withLife(state, entry, (life) => shownToHall(life, { score, at }));
    return stepped(withBoardSeen({ ...revealed, newestRevealed: entry, undoSteps: [] }));
  },
  'result.correction-opened': (state, { entry, reason }) => {
    const opened = withLife(state, entry, (life) => ({ ...life, result: 'none', correctionReason: reason }));
    const newestRevealed = state.newestRevealed === entry ? null : state.newestRevealed;
    return stepped(withBoardSeen(leaveLostScene(state, { ...opened, newestRevealed, undoSteps: [] })));
  },
  'tie.decided': (state, { order, decidedBy, reason }) =>
    stepped({
      ...state,
      tieDecisions: [...state.tieDecisions, { order, decidedBy, reason, score: publishedScore(state, order[0]) }],
    }),
  'result.published': (state, { ranking }, { at }) => {
    const rules = state.definition?.rules ?? { rankStyle: 'competition' };
    const sharing = (rank: number) => ranking.filter((other) => other.rank === rank).length;
    const shown = ranking.filter(({ rank }) => isInsideLine(rules, rank, sharing(rank)));
    const told = shown.reduce(
      (next, { entry, score }) => withLife(next, entry, (life) => shownToHall(life, { score, at })),
      state,
    );
    return stepped({ ...told, isPublished: true, undoSteps: [] });
  },
  'result.withdrawn': (state) =>
    stepped(leaveLostScene(state, { ...state, isPublished: false, ceremony: null, undoSteps: [] })),
};
