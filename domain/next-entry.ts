// Who comes next: the first in the running order that is still waiting.
import type { EntryId } from './ids.ts';
import type { FinalState } from './state.ts';

export function nextEntry(state: FinalState): EntryId | null {
  return state.order.find((entry) => state.entries.get(entry)?.status === 'waiting') ?? null;
}
