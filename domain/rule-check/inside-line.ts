// Who is inside the cut line, as the rules count it: by rank, with those who share a rank across the line all inside or all outside.
import type { EventDefinition } from '../definition.ts';
import type { ImaginedRow } from './imagined.ts';

export function insideLine({ rules }: EventDefinition, rows: readonly ImaginedRow[]): readonly ImaginedRow[] {
  const { cutLine, tieAtCut } = rules;
  if (cutLine === undefined) return rows;
  const reaching = rows.filter((row) => row.place !== null && row.place <= cutLine);
  if (tieAtCut !== 'all-out' || reaching.length <= cutLine) return reaching;
  const last = Math.max(...reaching.map((row) => row.place ?? 0));
  return reaching.filter((row) => row.place !== last);
}
