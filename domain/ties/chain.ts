// The tie-breaker chain: each step is asked only about entries that are still equal; those it separates go on with the rest of
// the chain among themselves. Every question asked is kept, for the explanation. What stays equal shares the place. [R-CHAIN]
import type { TieStep } from '../rules/rule.ts';
import { tieBreak } from './index.ts';
import type { Groups, TieContext } from './tie-step.ts';

/** One step asked about a set of equal entries (positions in the contest). */
export interface TieQuestion {
  /** Position of the step in the chain. */
  readonly step: number;
  readonly tied: readonly number[];
  /** What it made of them; null when it had nothing to say. */
  readonly groups: Groups | null;
}

export interface Untied {
  /** Entries that stay equal, best first, with the step that set them apart from the others; null where none did. */
  readonly groups: readonly { readonly entries: readonly number[]; readonly decidedBy: number | null }[];
  readonly questions: readonly TieQuestion[];
}

export function untie(tied: readonly number[], chain: readonly TieStep[], context: TieContext, from = 0): Untied {
  const step = chain[from];
  if (tied.length < 2 || step === undefined) return { groups: [{ entries: tied, decidedBy: null }], questions: [] };
  const groups = tieBreak(step, tied, context);
  const question: TieQuestion = { step: from, tied, groups };
  const parts = groups ?? [tied];
  const further = parts.map((part) => untie(part, chain, context, from + 1));
  return {
    groups: further.flatMap((part) =>
      part.groups.map((group) => ({
        entries: group.entries,
        decidedBy: group.decidedBy ?? (parts.length > 1 ? from : null),
      })),
    ),
    questions: [question, ...further.flatMap((part) => part.questions)],
  };
}
