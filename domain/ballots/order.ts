// How a method's finding becomes an order in groups: by a value per candidate, or layer by layer where the finding is
// only "x is ahead of y" and says nothing about some pairs. Neither ever breaks a tie by position.
import type { Order } from './ballot.ts';

/** Groups of equal candidates; `inFront` is negative when a stands ahead of b, 0 when nothing tells them apart. */
export function orderBy(candidates: readonly string[], inFront: (a: string, b: string) => number): Order {
  const groups: string[][] = [];
  for (const candidate of [...candidates].sort(inFront)) {
    const last = groups.at(-1);
    if (last?.[0] !== undefined && inFront(last[0], candidate) === 0) last.push(candidate);
    else groups.push([candidate]);
  }
  return groups.map((group) => candidates.filter((candidate) => group.includes(candidate)));
}

/**
 * Layers of a relation without cycles: first all that nobody is ahead of, then all that nobody of the rest is ahead of,
 * and so on. Where the relation is complete the layers are its order. Positions are those of the candidates.
 */
export function layersOf(candidates: readonly string[], isAhead: (x: number, y: number) => boolean): Order {
  const layers: string[][] = [];
  let rest = candidates.map((_, position) => position);
  while (rest.length > 0) {
    const field = rest;
    const free = field.filter((y) => !field.some((x) => x !== y && isAhead(x, y)));
    if (free.length === 0) throw new RangeError('a relation with a cycle has no layers');
    layers.push(free.map((position) => candidates[position] ?? ''));
    rest = field.filter((position) => !free.includes(position));
  }
  return layers;
}

/** Competition places (1224) of an order: equal candidates share the better place. */
export function placesOf(order: Order): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const group of order) {
    const place = places.size + 1;
    for (const candidate of group) places.set(candidate, place);
  }
  return places;
}
