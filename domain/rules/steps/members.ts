// The judges a step works on, as positions in the table: those named, or all.
import type { MarkTable } from '../contest.ts';

// The same list of judges meets every entry, so their positions are looked up once.
const known = new WeakMap<readonly string[], WeakMap<MarkTable, readonly number[]>>();
const everybody = new WeakMap<MarkTable, readonly number[]>();

export function membersIn(judges: readonly string[] | undefined, table: MarkTable): readonly number[] {
  if (judges === undefined) {
    let all = everybody.get(table);
    if (all === undefined) everybody.set(table, (all = table.judges.map((_, position) => position)));
    return all;
  }
  let ofList = known.get(judges);
  if (!ofList) known.set(judges, (ofList = new WeakMap()));
  let members = ofList.get(table);
  if (members === undefined) {
    members = table.judges.flatMap((judge, position) => (judges.includes(judge) ? [position] : []));
    ofList.set(table, members);
  }
  return members;
}
