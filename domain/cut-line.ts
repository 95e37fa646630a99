// Which places are inside the line (晋级线). The line counts ranks; where several share a rank that reaches over it, all of them are inside,
// or all outside where the rules say so. Dense ranks leave no place out, so a shared one never reaches over the line. [R-LINE]
import type { Rules } from './scoring-rules.ts';

/** `sharing`: how many entries have this rank, this one included. */
export function isInsideLine(
  { cutLine, tieAtCut, rankStyle }: Pick<Rules, 'cutLine' | 'tieAtCut' | 'rankStyle'>,
  rank: number,
  sharing: number,
): boolean {
  if (cutLine === undefined) return true;
  const last = rankStyle === 'competition' && tieAtCut === 'all-out' ? rank + sharing - 1 : rank;
  return last <= cutLine;
}
