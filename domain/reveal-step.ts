// The console's next action about single results: check them, then reveal them in the order the rules ask for.
import { dueProposal } from './due-proposal.ts';
import { competing, isScored, isShownToHall } from './entry-life.ts';
import { entryResult, hasResult } from './entry-result.ts';
import { comparesField } from './event-rule/aggregate-traits.ts';
import type { EntryId } from './ids.ts';
import { action, type NextAction } from './next-action.ts';
import { isComplete } from './programme.ts';
import { outlierDecision } from './result-questions.ts';
import { revealRefusal } from './results.ts';
import { placedAmong } from './standings.ts';
import type { Scene } from './stage-view.ts';
import type { DefinedState } from './topic.ts';

/** Score and standing the reveal would show, for the operator's eyes. */
function forecast(state: DefinedState, entry: EntryId): Pick<NextAction, 'score' | 'rank' | 'isTied'> {
  const result = entryResult(state, entry);
  if (result === null) return { score: null, rank: null, isTied: false };
  // Shown one by one, it will stand among what the hall has seen; at the end, among all.
  const isAmong = (other: EntryId) => !isIndividual(state) || other === entry || isShownToHall(state, other);
  const placed = placedAmong(state, isAmong).find((known) => known.result.entry === entry);
  return { score: result.score, rank: placed?.rank ?? null, isTied: placed?.isTied ?? false };
}

/** Results are shown one by one. */
export const isIndividual = ({ definition: { rules } }: DefinedState) =>
  rules.reveal === 'at-once' || rules.reveal === 'one-behind';

/** The first result that can be checked or shown, or what has to be answered before. */
export function checkOrReveal(state: DefinedState, asksOutliers: boolean): NextAction | null {
  const isCompared = comparesField(state.definition);
  // Results that others still move are not worth a check.
  const mayCheck = !isCompared || isComplete(state);
  const first = isCompared && asksOutliers ? outlierDecision(state, competing(state)) : null;
  if (first !== null) return first;
  for (const entry of competing(state)) {
    const life = state.entries.get(entry);
    if (life === undefined || life.result === 'revealed' || !isScored(state.definition, life)) continue;
    const asked = asksOutliers ? outlierDecision(state, [entry]) : null;
    if (asked !== null) return asked;
    if (!hasResult(state, entry)) continue;
    // What it would show is not settled yet.
    if (dueProposal(state, entry, life) !== null) continue;
    const scene: Scene = { kind: 'score', entry };
    if (state.definition.rules.checkBeforeReveal && life.result === 'none' && mayCheck)
      return action('check-result', {
        entry,
        ...forecast(state, entry),
        commands: [{ type: 'result.check', entry }],
      });
    if (isIndividual(state) && revealRefusal(state, entry, asksOutliers) === null)
      return action('reveal', {
        entry,
        scene,
        guard: 'hold',
        ...forecast(state, entry),
        commands: [{ type: 'result.reveal', entry, show: scene }],
      });
  }
  return null;
}
