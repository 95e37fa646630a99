// PASS, FAIL or UNKNOWN: a run in which not enough has happened has shown nothing, and is as red as one that found something.
import type { Finding, Findings } from '../checker/finding.ts';
import type { Counters } from '../history/counters.ts';

export type Verdict = 'PASS' | 'FAIL' | 'UNKNOWN';

export interface Judged {
  readonly verdict: Verdict;
  /** Counters that have not come far enough: what is, and what is asked for. */
  readonly missing: readonly { readonly name: string; readonly is: number; readonly wanted: number }[];
}

export function judge(findings: Findings, counters: Counters, sometimes: Readonly<Record<string, number>>): Judged {
  const missing = Object.entries(sometimes)
    .map(([name, wanted]) => ({ name, is: counters.of(name), wanted }))
    .filter(({ is, wanted }) => is < wanted);
  return { verdict: findings.all.length > 0 ? 'FAIL' : missing.length > 0 ? 'UNKNOWN' : 'PASS', missing };
}

interface Summed {
  readonly invariant: string;
  readonly count: number;
  readonly first: readonly string[];
}

/** By invariant: how many findings, and the first of them. */
export function summed(all: readonly Finding[]): readonly Summed[] {
  const names = [...new Set(all.map(({ invariant }) => invariant))].sort();
  return names.map((invariant) => {
    const own = all.filter((finding) => finding.invariant === invariant);
    return { invariant, count: own.length, first: own.slice(0, 8).map(({ what }) => what) };
  });
}
