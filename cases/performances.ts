// Performances of figure skating 2016 to 2018 as entries of one segment, and the rule that turns their marks into a segment score.
import Type, { type Static } from 'typebox';
import { marksTable } from '#domain/rules/marks-table.ts';
import type { Rule } from '#domain/rules/rule.ts';
import type { StepOf } from '#domain/rules/step-schema.ts';
import { computed, contestOf, entryOf, type Computed } from './computed.ts';
import { exact, Figure, Marks, marksOf, maybeExact } from './shapes.ts';
import { better, oneEachSide, panel, ranking, sumOf } from './steps.ts';

const Line = Type.Tuple([Figure, Type.Union([Marks, Type.Null()])]);

export const Performance = Type.Object({
  s: Type.String(),
  c: Type.String(),
  d: Type.Optional(Type.Union([Figure, Type.Null()])),
  /** Base value, values by judge. */
  e: Type.Array(Line),
  /** Factor, marks by judge. */
  k: Type.Array(Line),
});
export type Performance = Static<typeof Performance>;
type Line = Static<typeof Line>;

export const Segments = Type.Record(
  Type.String(),
  Type.Object({ kind: Type.Union([Type.Literal('short'), Type.Literal('free')]) }),
);
export type Segments = Static<typeof Segments>;

/** The five components and the elements of a panel, each trimmed from five marks on; every product is rounded before it is added. */
export function segmentRule(kind: 'short' | 'free', missing: StepOf<'panel'>['missing'] = 'leave-out'): Rule {
  const trimmed = oneEachSide('trimmed-mean', 5);
  const settings = { decimals: 2, missing, ifNone: 'zero' } as const;
  return {
    steps: [
      panel('g', 'elements', trimmed, settings),
      panel('k', 'components', trimmed, settings),
      ...segmentScore('g', 'k'),
    ],
    ranking: ranking('tss', 'highest', [better(kind === 'short' ? 'tes' : 'pcs', 'highest')]),
  };
}

/** From panel values, or one judge's own, to technical, component and segment score. */
export const segmentScore = (elements: string, components: string): Rule['steps'] => [
  { id: 'products', kind: 'times', of: components, by: [{ of: 'factors' }], decimals: 2 },
  sumOf('tes', ['bases', elements]),
  sumOf('pcs', ['products']),
  sumOf('tss', ['tes', 'pcs', ['deductions', '-1']]),
];

/** A performance with the marks of these judges only: their columns, or all columns with theirs left empty. */
export const withColumns = (
  performance: Performance,
  change: (marks: readonly (string | null)[]) => (string | null)[],
) => {
  const changed = ([value, marks]: Line): Line => [value, marks && change(marks)];
  return { ...performance, e: performance.e.map(changed), k: performance.k.map(changed) };
};

export function segmentResult(performances: readonly Performance[], rule: Rule): Computed {
  const elements = marksTable(
    'elements',
    performances.map(({ e }) => e.map(([, marks]) => marksOf(marks ?? []))),
  );
  const components = marksTable(
    'components',
    performances.map(({ k }) => k.map(([, marks]) => marksOf(marks ?? []))),
  );
  const tables = [elements, components];
  const entries = performances.map(({ c, d, e, k }, position) =>
    entryOf(c, position, {
      tables,
      numbers: { deductions: maybeExact(d ?? '0') },
      lists: { bases: e.map(([base]) => exact(base)), factors: k.map(([factor]) => exact(factor)) },
    }),
  );
  return computed(rule, contestOf(entries, tables));
}

/** Performances of each segment, in the order given, with the kind of the segment. @throws TypeError for an unknown segment. */
export function bySegment<Own extends Performance>(
  segments: Segments,
  performances: readonly Own[],
): readonly { readonly id: string; readonly kind: 'short' | 'free'; readonly performances: readonly Own[] }[] {
  const ids = [...new Set(performances.map(({ s }) => s))];
  return ids.map((id) => {
    const segment = segments[id];
    if (segment === undefined) throw new TypeError(`a performance is in segment "${id}", which is not described`);
    return { id, kind: segment.kind, performances: performances.filter(({ s }) => s === id) };
  });
}
