// What can be the matter with an event definition, by stable code, with its place.
export const PROBLEM_CODES = [
  'problem.no-entries',
  'problem.no-panel',
  'problem.no-criteria',
  'problem.duplicate-entry-id',
  'problem.duplicate-entry-number',
  'problem.duplicate-seat',
  'problem.duplicate-seat-number',
  'problem.duplicate-criterion',
  'problem.criterion-range',
  'problem.criterion-step',
  'problem.weights-partly',
  'problem.weight-not-positive',
  'problem.unknown-group',
  'problem.unknown-recusal',
  'problem.unknown-tie-breaker-item',
  'problem.drops-everything',
  'problem.cut-line-beyond-entries',
  'problem.award-range',
  'problem.no-presentation-segment',
  'problem.title-too-long',
  'problem.everyone-recused',
  'problem.few-judges-for-trim',
  // How the panel's marks become one figure.
  'problem.few-judges-for-method',
  'problem.clamp-limit',
  'problem.decay-not-positive',
  'problem.points-not-falling',
  'problem.majority-of-two',
  'problem.skating-equal-marks',
  'problem.star-scale',
  'problem.approval-names-all',
  'problem.kemeny-too-many',
  'problem.items-unused',
  'problem.totals-unused',
  'problem.factor-not-positive',
  'problem.difficulty-missing',
  // Judge groups and components.
  'problem.group-weights',
  'problem.group-without-judges',
  'problem.unknown-weighted-group',
  'problem.duplicate-weighted-group',
  'problem.group-turned-round',
  'problem.judges-in-no-group',
  'problem.component-weights',
  'problem.duplicate-component',
  'problem.panel-mapping-needed',
  'problem.full-marks-not-positive',
  'problem.leader-minimum',
  'problem.bands-order',
  // Polls.
  'problem.duplicate-poll',
  'problem.unknown-poll-part',
  'problem.part-fed-twice',
  'problem.poll-mapping',
  'problem.poll-by-hand',
  'problem.award-of-one',
  'problem.unverified-votes',
  // Places and what the hall is shown.
  'problem.unknown-tie-breaker-part',
  'problem.next-best-needs-best',
  'problem.next-best-beyond-items',
  'problem.tolerance-not-positive',
  'problem.tolerance-skips-ties',
  'problem.outlier-not-positive',
  'problem.deduction-on-ranks',
  'problem.field-rule-reveals-early',
  // Keeping time.
  'problem.overtime-elsewhere',
  'problem.overtime-points',
  'problem.overtime-tiers',
  'problem.overtime-discretion',
  'problem.overtime-cap',
  'problem.overtime-minimum',
  'problem.overtime-unreachable',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

export interface DefinitionProblem {
  readonly code: ProblemCode;
  /** `blocking` keeps the event from starting; a `hint` does not. */
  readonly severity: 'blocking' | 'hint';
  /** JSON pointer into the definition. */
  readonly at: string;
  /** The value or name that is wrong, for the sentence. */
  readonly value: string;
}
