// The time that led to a deduction, as the journal keeps it: in numbers, so that it can be worded in any language.
export interface TimeCause {
  readonly kind: 'overtime' | 'undertime';
  readonly usedMs: number;
  /** Whole seconds over the time allowed or under the minimum. */
  readonly bySec: number;
}
