// The question before a result is shown: a judge's total further from the mean of the other judges' totals than the rules allow.
// It is the judge's right to stand; a person returns the sheet or lets it stand, and the decision is recorded. Nobody is called biased.
import { deviations } from './analysis/deviation.ts';
import type { EventDefinition } from './definition.ts';
import { isFrozen, isRemoved, isScored, newestVersion, sheetOf } from './entry-life.ts';
import type { SeatId } from './ids.ts';
import { absolute, compare, subtract, toRational, type Rational } from './numbers.ts';
import { refuse } from './refusals.ts';
import { judgeTotal } from './rules/judge-total.ts';
import type { EntryLife } from './state.ts';
import { onEntry, stepped, withLife, type Decisions, type Evolutions } from './topic.ts';

export interface Outlier {
  readonly seat: SeatId;
  /** Of the sheet. */
  readonly version: number;
  readonly total: Rational;
  /** The mean of the other judges' totals. */
  readonly others: Rational;
  /** Total less that mean. */
  readonly difference: Rational;
}

function findOutliers(definition: EventDefinition, life: EntryLife): readonly Outlier[] {
  const { outlierAt } = definition.rules;
  if (outlierAt === undefined || life.result === 'revealed' || !isScored(definition, life)) return [];
  const limit = toRational(outlierAt);
  const given = definition.panel.flatMap(({ seat }) => {
    const sheet = sheetOf(life, seat);
    const version = sheet.status === 'submitted' ? newestVersion(sheet) : null;
    return version === null
      ? []
      : [{ seat, version: version.version, total: judgeTotal(definition.criteria, version.marks) }];
  });
  const [row = []] = deviations({
    entries: [''],
    judges: given.map(({ seat }) => seat),
    values: [given.map(({ total }) => total)],
  });
  return given.flatMap((one, judge): readonly Outlier[] => {
    const difference = row[judge] ?? null;
    if (difference === null || compare(absolute(difference), limit) <= 0) return [];
    return life.keptOutliers.get(one.seat) === one.version
      ? []
      : [{ ...one, others: subtract(one.total, difference), difference }];
  });
}

// A life and a definition that have not changed have the same questions.
const known = new WeakMap<EventDefinition, WeakMap<EntryLife, readonly Outlier[]>>();

/** Totals that wait for a decision, in seat order; none before scoring is closed and once the hall has seen the result. [R-OUTLIER] */
export function openOutliers(definition: EventDefinition, life: EntryLife): readonly Outlier[] {
  let ofDefinition = known.get(definition);
  if (!ofDefinition) known.set(definition, (ofDefinition = new WeakMap()));
  let outliers = ofDefinition.get(life);
  if (outliers === undefined) ofDefinition.set(life, (outliers = findOutliers(definition, life)));
  return outliers;
}

export const outlierDecisions: Decisions<'outlier.let-stand'> = {
  'outlier.let-stand': onEntry<'outlier.let-stand'>((state, { entry, seat, version, reason }, life) => {
    if (isFrozen(state)) return refuse('result.frozen');
    if (isRemoved(life)) return refuse('entry.removed', { entry });
    if (life.result === 'revealed') return refuse('entry.revealed', { entry });
    const outlier = openOutliers(state.definition, life).find((open) => open.seat === seat);
    if (outlier === undefined) return refuse('outlier.none', { entry, seat });
    return outlier.version === version
      ? [{ type: 'outlier.kept', entry, seat, version, reason: reason ?? '' }]
      : refuse('sheet.version-conflict', { entry, version: outlier.version });
  }),
};

export const outlierEvolutions: Evolutions<'outlier.kept'> = {
  'outlier.kept': (state, { entry, seat, version }) =>
    stepped(
      withLife(state, entry, (life) => ({ ...life, keptOutliers: new Map(life.keptOutliers).set(seat, version) })),
    ),
};
