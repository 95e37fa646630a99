// The second calculator's parts beside the panel: votes and imported points on the panel's scale, and all parts together.
import type { ScoredEvent } from '#domain/scored-event/scored-event.ts';
import type { Mapping } from '#domain/scoring-rules.ts';
import {
  isLess,
  largest,
  minus,
  nothing,
  over,
  plus,
  times,
  total,
  whole,
  written,
  type Fraction,
} from './fraction.ts';
import { isLowBetter, pointsFor, type Maybe } from './panel-score.ts';
import { weighted } from './weighted.ts';

const there = (list: readonly Maybe[]): readonly Fraction[] => list.flatMap((value) => value ?? []);
const upsideDown = (value: Fraction): Fraction => minus(nothing, value);

function mapped(figures: readonly Maybe[], mapping: Mapping, full: Fraction, isLow = false): readonly Maybe[] {
  const given = there(figures);
  const each = (change: (value: Fraction) => Maybe): readonly Maybe[] => figures.map((value) => value && change(value));
  switch (mapping.kind) {
    case 'points':
      return each((value) => over(times(value, full), written(mapping.max)));
    case 'approval':
      return each((value) => over(times(value, full), whole(mapping.voters)));
    case 'share': {
      const all = total(given);
      return all.top === 0n ? figures.map(() => null) : each((value) => over(times(value, full), all));
    }
    case 'leader': {
      const [low, most] = [written(mapping.min), largest([nothing, ...given])];
      if (most.top === 0n) return figures.map(() => null);
      return each((value) => plus(low, over(times(minus(full, low), value), most)));
    }
    case 'rank-points': {
      const turned = isLow ? given.map(upsideDown) : given;
      return each((value) => pointsFor(turned, isLow ? upsideDown(value) : value, mapping));
    }
    case 'bands': {
      const points = (value: Fraction): Fraction => {
        const reached = mapping.bands.filter(({ from }) => !isLess(value, written(from)));
        const top = largest(reached.map(({ from }) => written(from)));
        const band = reached.find(({ from }) => !isLess(written(from), top));
        return band ? written(band.points) : nothing;
      };
      return each(points);
    }
  }
}

/** 1 + how many are ahead; nobody's place where there is no value. */
function places(column: readonly Maybe[], isLow: boolean): readonly Maybe[] {
  const isAhead = (a: Fraction, b: Fraction) => (isLow ? isLess(a, b) : isLess(b, a));
  return column.map((value) => value && whole(1 + there(column).filter((other) => isAhead(other, value)).length));
}

export function combinedColumn(
  event: ScoredEvent,
  entries: readonly string[],
  panel: readonly Maybe[],
): {
  readonly values: readonly Maybe[];
  readonly parts: ReadonlyMap<string, readonly Maybe[]>;
  readonly isLowBetter: boolean;
} {
  const { components, aggregate } = event.rules;
  const isLow = isLowBetter(aggregate);
  if (components === undefined) return { values: panel, parts: new Map(), isLowBetter: isLow };
  const full = total(event.criteria.map(({ weight, maxScore }) => written(weight ?? maxScore)));
  const { mapping } = components.panel;
  const own = mapping === undefined ? panel : mapped(panel, mapping, full, isLow);
  const others = components.parts.map((part) => {
    const figures = entries.map((entry) => {
      const known = event.figures?.find((figure) => figure.entry === entry && figure.component === part.id);
      return known === undefined ? null : written(known.value);
    });
    return { id: part.id, weight: part.weight, column: mapped(figures, part.mapping, full) };
  });
  const parts = new Map(others.map(({ id, column }) => [id, column]));
  const columns = [
    { weight: components.panel.weight, column: own, isLow: isLow && mapping === undefined },
    ...others.map(({ weight, column }) => ({ weight, column, isLow: false })),
  ];
  if (components.combine === 'rank-sum') {
    const ranked = columns.map(({ column, isLow: low }) => places(column, low));
    const sum = (entry: number) =>
      weighted(
        ranked.map((column) => ({ weight: whole(1), value: column[entry] ?? null })),
        components.ifMissing,
        whole(1),
      );
    return { values: entries.map((_, entry) => sum(entry)), parts, isLowBetter: true };
  }
  const sum = (entry: number) =>
    weighted(
      columns.map(({ weight, column }) => ({ weight: written(weight), value: column[entry] ?? null })),
      components.ifMissing,
    );
  return { values: entries.map((_, entry) => sum(entry)), parts, isLowBetter: isLow && mapping === undefined };
}
