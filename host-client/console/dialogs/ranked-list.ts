// Moving one line of a list up or down by one place, for orders that people decide.
export function moved<Item>(list: readonly Item[], from: number, by: 1 | -1): readonly Item[] {
  const next = [...list];
  const [item, other] = [next[from], next[from + by]];
  if (item !== undefined && other !== undefined) {
    next[from] = other;
    next[from + by] = item;
  }
  return next;
}
