// What a person has to answer before a result is used: late sheets, proposed deductions, totals far from the others', figures that
// are missing, marks a method cannot use; each as the console's next action.
import { dueProposal } from './due-proposal.ts';
import { competing } from './entry-life.ts';
import type { EntryId } from './ids.ts';
import { missingParts, unusableJudges } from './missing-parts.ts';
import { action, type NextAction, type NextActionKind } from './next-action.ts';
import { openOutliers } from './outliers.ts';
import { shownTogether } from './shown-field.ts';
import type { DefinedState } from './topic.ts';
import { pollStep } from './voting/poll-step.ts';

/** [R-HELD] A sheet that came late is admitted or dismissed. */
export function heldDecision(state: DefinedState): NextAction | null {
  const entry = competing(state).find((known) => (state.entries.get(known)?.held.length ?? 0) > 0);
  return entry === undefined
    ? null
    : action('decide-held', {
        entry,
        guard: 'dialog',
        seats: state.entries.get(entry)?.held.map((held) => held.seat) ?? [],
      });
}

/** [R-OVERTIME] What is proposed is decided before the result is shown, and may be as soon as the time has been stopped. */
export function deductionDecision(state: DefinedState): NextAction | null {
  const entry = competing(state).find((known) => {
    const life = state.entries.get(known);
    return life !== undefined && dueProposal(state, known, life) !== null;
  });
  return entry === undefined ? null : action('decide-deduction', { entry, guard: 'dialog' });
}

/** The first of these entries with a total somebody has to decide on. [R-OUTLIER] */
export function outlierDecision(state: DefinedState, entries: readonly EntryId[]): NextAction | null {
  for (const entry of entries) {
    const life = state.entries.get(entry);
    const asked = life === undefined ? [] : openOutliers(state.definition, life);
    if (asked.length > 0)
      return action('decide-outlier', { entry, guard: 'dialog', seats: asked.map(({ seat }) => seat) });
  }
  return null;
}

/** [R-NO-RESULT] Scored, but something else is missing: figures to enter, or marks the method cannot use. */
export function missingResult(state: DefinedState): NextAction | null {
  const waiting = competing(state).filter((entry) => missingParts(state, entry).length > 0);
  const [entry] = waiting;
  if (entry === undefined) return null;
  const figures = (of: EntryId) => missingParts(state, of).filter((part) => part !== 'panel');
  const [part] = figures(entry);
  if (part === undefined || missingParts(state, entry).includes('panel'))
    return action('settle-marks', { entry, guard: 'dialog', seats: unusableJudges(state, entry) });
  const entries = waiting.filter((known) => figures(known).includes(part));
  return (
    pollStep(state, part, entries) ??
    action('enter-figures', { entry, guard: 'dialog', entries, parts: figures(entry) })
  );
}

const usesResult: readonly NextActionKind[] = ['check-result', 'reveal', 'decide-tie', 'begin-ceremony', 'publish'];

/** [R-FIGURE-FIRST] Figures the rules can do without are asked for before a result is made without them. */
export function figuresBefore(state: DefinedState, { kind, entry }: NextAction): NextAction | null {
  const { components } = state.definition.rules;
  if (components?.ifMissing !== 'redistribute' || !usesResult.includes(kind) || state.ceremony !== null) return null;
  if (shownTogether(state).length > 0) return null;
  for (const { id } of components.parts) {
    const without = competing(state).filter((known) => {
      const life = state.entries.get(known);
      return life?.figures.get(id) === undefined && life?.result !== 'revealed';
    });
    if (without.length > 0 && (entry === null || without.includes(entry)))
      return (
        pollStep(state, id, entry === null ? without : [entry, ...without.filter((other) => other !== entry)]) ??
        action('enter-figures', { entry, guard: 'dialog', entries: without, parts: [id] })
      );
  }
  return null;
}
