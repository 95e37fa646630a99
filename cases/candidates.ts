// Candidates of an election: by name where the file has names, else by position; ballots and results point at them either way.
import Type, { type Static } from 'typebox';

export const Candidates = Type.Array(Type.String());

/** The names, or, where there are none, the positions that the ballots mention. */
export const candidatesOf = (
  names: Static<typeof Candidates> | undefined,
  mentioned: readonly string[],
): readonly string[] => names ?? [...new Set(mentioned)].sort();

/** A candidate written as a position from 0, or as a name. @throws TypeError for neither. */
export function candidateAt(candidates: readonly string[], written: string, hasNames: boolean): string {
  const byPosition = hasNames && /^[0-9]+$/.test(written) ? candidates[Number(written)] : undefined;
  const candidate = byPosition ?? candidates.find((name) => name === written);
  if (candidate === undefined) throw new TypeError(`a ballot names "${written}", who is no candidate`);
  return candidate;
}
