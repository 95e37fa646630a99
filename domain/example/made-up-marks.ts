// Made-up marks for the example beside the rules: the same ones for the same event, on the scale and on the step of each item, with
// one judge far above and one far below the others, so that a rule has something to do.
import type { Criterion, EventDefinition } from '../definition.ts';
import {
  compare,
  divide,
  formatExact,
  multiply,
  add,
  rational,
  subtract,
  toRational,
  type Decimal,
} from '../numbers.ts';
import type { Mapping } from '../scoring-rules.ts';

export interface ExampleMarks {
  /** [entry][item][judge]; null for a judge who is absent. */
  readonly marks: readonly (readonly (readonly (Decimal | null)[])[])[];
  /** [entry][part]: votes, points; null where nothing has come yet. */
  readonly figures: readonly (readonly (Decimal | null)[])[];
  /** [entry][item] */
  readonly difficulty: readonly (readonly Decimal[])[];
}

/** How good the entries are, in per cent of the range; and how judges differ. */
const qualities = [80, 74, 68, 62];
const leanings = [4, -17, 2, -3, 14, 0, -5, 7, -9];

/** A mark on the step, at so many per cent of what may be given. */
export function markAt(percent: number, { minAllowed, maxAllowed, entryStep }: Criterion): Decimal {
  const [min, max, step] = [toRational(minAllowed), toRational(maxAllowed), toRational(entryStep)];
  const wanted = multiply(subtract(max, min), rational(BigInt(percent), 100n));
  const { n, d } = divide(wanted, step);
  const mark = add(min, multiply(step, rational((2n * n + d) / (2n * d))));
  return formatExact(compare(mark, max) > 0 ? max : mark) as Decimal;
}

/** One step up or down from a mark; null where the item ends. */
export function stepFrom(mark: Decimal, by: 1 | -1, criterion: Criterion): Decimal | null {
  const step = toRational(criterion.entryStep);
  const next = by === 1 ? add(toRational(mark), step) : subtract(toRational(mark), step);
  const isInside =
    compare(next, toRational(criterion.minAllowed)) >= 0 && compare(next, toRational(criterion.maxAllowed)) <= 0;
  return isInside ? (formatExact(next) as Decimal) : null;
}

const percentOf = (entry: number, item: number, judge: number): number => {
  const leaning = leanings[(judge + 2 * entry + 4 * item) % leanings.length] ?? 0;
  return Math.max(0, Math.min(100, (qualities[entry] ?? 50) + leaning));
};

/** What somebody might have counted: votes, or points of another competition. */
function figure(mapping: Mapping, entry: number): Decimal {
  const share = [84, 70, 88, 52][entry] ?? 40;
  switch (mapping.kind) {
    case 'points':
      return formatExact(multiply(toRational(mapping.max), rational(BigInt(share), 100n))) as Decimal;
    case 'approval':
      return String(Math.floor((mapping.voters * share) / 100)) as Decimal;
    case 'bands': {
      const { bands } = mapping;
      return bands[Math.max(0, bands.length - 1 - entry)]?.from ?? ('0' as Decimal);
    }
    case 'share':
    case 'leader':
    case 'rank-points':
      return String(share * 12) as Decimal;
  }
}

export function madeUpMarks(event: EventDefinition): ExampleMarks {
  const { entries, criteria, panel, rules } = event;
  return {
    marks: entries.map((_, entry) =>
      criteria.map((criterion, item) => panel.map((__, judge) => markAt(percentOf(entry, item, judge), criterion))),
    ),
    figures: entries.map((_, entry) => (rules.components?.parts ?? []).map(({ mapping }) => figure(mapping, entry))),
    difficulty: entries.map((_, entry) =>
      criteria.map((__, item) => (['2.4', '2.8', '3.1', '2.6'][(entry + item) % 4] ?? '2') as Decimal),
    ),
  };
}

/** What of another example still fits this event: a changed mark stays while the rules around it change. */
export function keptMarks(old: ExampleMarks, event: EventDefinition): ExampleMarks {
  const fresh = madeUpMarks(event);
  const { criteria } = event;
  const fits = (mark: Decimal | null, { minAllowed, maxAllowed }: Criterion) =>
    mark === null ||
    (compare(toRational(mark), toRational(minAllowed)) >= 0 && compare(toRational(mark), toRational(maxAllowed)) <= 0);
  return {
    marks: fresh.marks.map((items, entry) =>
      items.map((marks, item) =>
        marks.map((mark, judge) => {
          const before = old.marks[entry]?.[item]?.[judge];
          const criterion = criteria[item];
          return before !== undefined && criterion !== undefined && fits(before, criterion) ? before : mark;
        }),
      ),
    ),
    figures: fresh.figures,
    difficulty: fresh.difficulty.map((items, entry) =>
      items.map((value, item) => old.difficulty[entry]?.[item] ?? value),
    ),
  };
}
