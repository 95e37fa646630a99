// Recall (复选, rule 1 of the skating system): every judge marks the couples to be seen again; a couple counts its marks of
// all judges and dances. With a target of k everybody at or above the count of the k-th couple is recalled, so that a tie
// at the cut is never split; a target beyond the field recalls everybody, a target of 0 nobody. [R-RECALL]

export interface RecallResult {
  /** Marks per couple. */
  readonly counts: readonly number[];
  /** The count of the k-th couple, or null when nobody is to be recalled. */
  readonly needed: number | null;
  /** Positions of the recalled couples, in the order of the couples. */
  readonly recalled: readonly number[];
}

/** `marks[couple][dance][judge]`: 1 to see the couple again, 0 not. */
export function recall(marks: readonly (readonly (readonly (0 | 1)[])[])[], target: number): RecallResult {
  const counts = marks.map((dances) => dances.flat().filter((mark) => mark === 1).length);
  const descending = [...counts].sort((a, b) => b - a);
  const needed = target < 1 ? null : (descending[target - 1] ?? descending.at(-1) ?? null);
  const recalled = [...counts.keys()].filter((couple) => needed !== null && (counts[couple] ?? 0) >= needed);
  return { counts, needed, recalled };
}
