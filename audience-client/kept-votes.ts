// What must outlive a reload of the page: choices that are not cast yet, and votes that wait for the hall's answer. Read as
// text from outside: what is not understood is as if it were not there.
import type { OpId, RunId } from '#domain/ids.ts';
import type { Choice } from '#domain/voting/choice.ts';

/** A vote on its way. The same operation is sent until there is an answer. */
export interface Pending {
  readonly opId: OpId;
  readonly choice: Choice;
  /** The ballot code it was cast with; empty where the phone is the ballot. */
  readonly code: string;
}

export type ByRun<T> = Readonly<Record<RunId, T>>;

export interface KeptVotes {
  /** The event they belong to: runs of another have the same names. */
  readonly epoch: string;
  readonly drafts: ByRun<Choice>;
  readonly pending: ByRun<Pending>;
}

export const nothingKept: KeptVotes = { epoch: '', drafts: {}, pending: {} };

const isRecord = (known: unknown): known is Record<string, unknown> => typeof known === 'object' && known !== null;
const isChoice = (known: unknown): boolean => Array.isArray(known) && known.every((word) => typeof word === 'string');
const isPending = (known: unknown): boolean =>
  isRecord(known) && isChoice(known['choice']) && /^[0-9a-f]{32}$/.test(String(known['opId']));

export function readKept(text: string | null): KeptVotes {
  try {
    const known = JSON.parse(text ?? '') as KeptVotes;
    const isWhole =
      typeof known.epoch === 'string' &&
      Object.values(known.drafts).every(isChoice) &&
      Object.values(known.pending).every(isPending);
    return isWhole ? known : nothingKept;
  } catch {
    return nothingKept;
  }
}

/** In another event, or in one that was set back to an earlier state, nothing is sent unasked: what waited is a choice again. */
export function keptFor(epoch: string, kept: KeptVotes): KeptVotes {
  if (kept.epoch === epoch) return kept;
  if (kept.epoch === '') return { ...kept, epoch };
  const waited = Object.entries(kept.pending).map(([run, { choice }]) => [run, choice]);
  return { epoch, drafts: { ...kept.drafts, ...(Object.fromEntries(waited) as ByRun<Choice>) }, pending: {} };
}

export function without<T>(all: ByRun<T>, run: RunId): ByRun<T> {
  const rest = { ...all };
  delete rest[run];
  return rest;
}
