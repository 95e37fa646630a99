// Where the rules compare entries, one sheet or figure moves the results of others: whoever's result is another than the one that
// was checked has to be checked again.
import { compare } from './numbers.ts';
import { comparesField } from './event-rule/aggregate-traits.ts';
import { entryResult } from './entry-result.ts';
import type { FinalState } from './state.ts';

/** The state with the check taken off every entry whose result the last fact has changed. [R-CHECK] */
export function withChecksTakenBack(before: FinalState, after: FinalState): FinalState {
  const { definition } = after;
  if (definition === null || before.entries === after.entries || before.definition !== definition) return after;
  const checked = [...after.entries].filter(([, life]) => life.result === 'checked');
  if (checked.length === 0 || !comparesField(definition)) return after;
  const moved = checked.filter(([entry]) => {
    const [then, now] = [entryResult(before, entry), entryResult(after, entry)];
    return then === null || now === null ? then !== now : compare(then.final, now.final) !== 0;
  });
  if (moved.length === 0) return after;
  const entries = new Map(after.entries);
  for (const [entry, life] of moved) entries.set(entry, { ...life, result: 'none' });
  return { ...after, entries };
}
