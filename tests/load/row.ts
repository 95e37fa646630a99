// One row of the bench: a ratio to a floor that was measured in the same run, and whether it meets its target.
export interface Row {
  readonly row: string;
  readonly what: string;
  readonly target: string;
  /** Median of the repeats' ratios, and the smallest and largest of them. */
  readonly ratio: number;
  readonly ratioFrom: number;
  readonly ratioTo: number;
  readonly isMet: boolean;
  /** For orientation, in the unit that `what` names; milliseconds where it names none. */
  readonly real: number;
  readonly realP99: number;
  readonly floor: number;
}
