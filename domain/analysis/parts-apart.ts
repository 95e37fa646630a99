// Panel and hall looked at apart: the ranking each part alone would give beside the combined one, and whether a part that is still to
// come can change anything at all. For the chair, before anything is released. [A-PARTS]
//   A part that is not in for an entry lies somewhere between what its mapping gives at least and at most. When the worst that can
//   happen to an entry still puts it above the best that can happen to another, by more than rounding can close, no vote changes
//   their order. What one entry's votes leave to the others is not used, so "can change" may be said too often, never too seldom.
import type { EventDefinition } from '../definition.ts';
import { preferOf } from '../event-rule/aggregate-traits.ts';
import { columns } from '../event-rule/columns.ts';
import {
  add,
  compare,
  divide,
  multiply,
  rational,
  subtract,
  toRational,
  ZERO,
  type Decimal,
  type Rational,
} from '../numbers.ts';
import { scaleOf } from '../scale-of-totals.ts';
import type { Components, Mapping } from '../scoring-rules.ts';
import type { Judged, Placing } from './placing.ts';

interface Range {
  readonly least: Rational;
  readonly most: Rational;
}

/** Best first; equal points share a place. Entries are positions of the contest. */
export interface PartRanking {
  readonly part: string;
  readonly weight: Decimal;
  readonly places: readonly { readonly entry: number; readonly place: number; readonly points: Rational }[];
  /** Entries it has no points for. */
  readonly missing: readonly number[];
}

export interface PartsApart {
  readonly rankings: readonly PartRanking[];
  /** Parts that lack points for some entry. */
  readonly outstanding: readonly string[];
  /** Whether they can still change the order, and who is inside the cut line (null without one); null when nothing is outstanding
   * or places, not points, are added up. */
  readonly canChange: { readonly order: boolean; readonly inside: boolean | null } | null;
}

const most = (values: readonly Rational[]): Rational =>
  values.reduce((highest, value) => (compare(value, highest) > 0 ? value : highest), ZERO);

/** What a mapping can give, on the scale of the panel. */
function rangeOf(mapping: Mapping, full: Rational): Range {
  switch (mapping.kind) {
    case 'points':
    case 'share':
    case 'approval':
      return { least: ZERO, most: full };
    case 'leader':
      return { least: toRational(mapping.min), most: full };
    case 'rank-points':
      return { least: ZERO, most: most(mapping.points.map(toRational)) };
    case 'bands':
      return { least: ZERO, most: most(mapping.bands.map(({ points }) => toRational(points))) };
  }
}

interface Part {
  readonly part: string;
  readonly column: string;
  readonly weight: Decimal;
  readonly isHigherBetter: boolean;
  readonly range: Range;
}

function partsOf(definition: EventDefinition, { panel, parts }: Components): readonly Part[] {
  const full = scaleOf(definition);
  return [
    {
      part: 'panel',
      column: panel.mapping ? columns.part('panel') : columns.panel,
      weight: panel.weight,
      isHigherBetter: panel.mapping !== undefined || preferOf(definition.rules.aggregate) === 'highest',
      range: panel.mapping ? rangeOf(panel.mapping, full) : { least: ZERO, most: full },
    },
    ...parts.map(({ id, weight, mapping }) => ({
      part: id,
      column: columns.part(id),
      weight,
      isHigherBetter: true,
      range: rangeOf(mapping, full),
    })),
  ];
}

function rankingOf(
  { evaluation }: Placing,
  { part, column, weight, isHigherBetter }: Part,
  entries: number,
): PartRanking {
  const values = Array.from({ length: entries }, (_, entry) => {
    const cell = evaluation.cell(column, entry);
    return { entry, points: cell.form === 'number' ? cell.value : null };
  });
  const given = values.flatMap(({ entry, points }) => (points === null ? [] : [{ entry, points }]));
  const sorted = given.toSorted((a, b) => (isHigherBetter ? compare(b.points, a.points) : compare(a.points, b.points)));
  const isBefore = (a: Rational, b: Rational) => compare(a, b) === (isHigherBetter ? 1 : -1);
  return {
    part,
    weight,
    places: sorted.map((row) => ({
      ...row,
      place: 1 + sorted.filter(({ points }) => isBefore(points, row.points)).length,
    })),
    missing: values.flatMap(({ entry, points }) => (points === null ? [entry] : [])),
  };
}

/** The least and the most each entry's result can come to. */
function rangesOf({ contest }: Judged, parts: readonly Part[], rankings: readonly PartRanking[]): readonly Range[] {
  const share = (weight: Decimal, points: Rational) => divide(multiply(toRational(weight), points), rational(100n));
  return contest.entries.map(({ numbers }, entry) => {
    const own = subtract(numbers[columns.bonuses] ?? ZERO, numbers[columns.deductions] ?? ZERO);
    return parts.reduce<Range>(
      (sum, { weight, range }, at) => {
        const given = rankings[at]?.places.find((row) => row.entry === entry)?.points;
        return {
          least: add(sum.least, share(weight, given ?? range.least)),
          most: add(sum.most, share(weight, given ?? range.most)),
        };
      },
      { least: own, most: own },
    );
  });
}

const isAfter = (a: Range, b: Range, step: Rational) => {
  const gap = subtract(b.least, a.most);
  return compare(gap, ZERO) > 0 && compare(gap, step) >= 0;
};

function change(judged: Judged, ranges: readonly Range[]): PartsApart['canChange'] {
  const { decimals, rankOn, cutLine } = judged.definition.rules;
  // Rounded, two results closer than one step may come out equal.
  const step = rankOn === 'rounded' ? rational(1n, 10n ** BigInt(decimals)) : ZERO;
  const isApart = (a: Range, b: Range) => isAfter(a, b, step) || isAfter(b, a, step);
  const sorted = ranges.toSorted((a, b) => compare(b.least, a.least));
  const order = ranges.some((a, at) => ranges.slice(at + 1).some((b) => !isApart(a, b)));
  if (cutLine === undefined || cutLine >= ranges.length) return { order, inside: cutLine === undefined ? null : false };
  const [above, below] = [sorted.slice(0, cutLine), sorted.slice(cutLine)];
  return { order, inside: above.some((a) => below.some((b) => !isAfter(b, a, step))) };
}

/** Null where the panel is the only part. */
export function partsApart(judged: Judged, official: Placing): PartsApart | null {
  const { components } = judged.definition.rules;
  if (components === undefined) return null;
  const parts = partsOf(judged.definition, components);
  const rankings = parts.map((part) => rankingOf(official, part, judged.contest.entries.length));
  const outstanding = rankings.filter(({ missing }) => missing.length > 0).map(({ part }) => part);
  const isPoints = components.combine === 'weighted-sum' && parts.every(({ isHigherBetter }) => isHigherBetter);
  return {
    rankings,
    outstanding,
    canChange: outstanding.length > 0 && isPoints ? change(judged, rangesOf(judged, parts, rankings)) : null,
  };
}
