// What the judges, items, entries and parts in a derivation are called: sent along with it, so that whoever reads it needs nothing else.
import type { Criterion, EntryNoun, EventDefinition, Judge } from '../definition.ts';
import type { EntryId } from '../ids.ts';
import type { Text } from '../text.ts';

export interface EventNames {
  readonly noun: EntryNoun;
  readonly judges: readonly Pick<Judge, 'seat' | 'number' | 'name'>[];
  readonly items: readonly Pick<Criterion, 'id' | 'name'>[];
  readonly entries: readonly { readonly id: EntryId; readonly runningNumber: number; readonly title: Text }[];
  /** Judge groups and components. */
  readonly parts: readonly { readonly part: string; readonly name: Text }[];
}

/** `order`: the running order, which numbers the entries. */
export function eventNames(definition: EventDefinition, order: readonly EntryId[]): EventNames {
  const { entryNoun, panel, criteria, entries, judgeGroups, rules } = definition;
  return {
    noun: entryNoun,
    judges: panel.map(({ seat, number, name }) => ({ seat, number, name })),
    items: criteria.map(({ id, name }) => ({ id, name })),
    entries: order.flatMap((id, index) => {
      const entry = entries.find((known) => known.id === id);
      return entry ? [{ id, runningNumber: index + 1, title: entry.title }] : [];
    }),
    parts: [
      ...judgeGroups.map(({ id, name }) => ({ part: id, name })),
      ...(rules.components?.parts ?? []).map(({ id, name }) => ({ part: id, name })),
    ],
  };
}
