// The steps and rankings the translations write most, with the settings that never differ between them.
import { formatExact, type Decimal } from '#domain/numbers.ts';
import type { Ranking, TieStep } from '#domain/rules/rule.ts';
import type { PanelAggregate, Prefer, StepOf } from '#domain/rules/step-schema.ts';
import { count, exact } from './shapes.ts';

/** A number of a file in the spelling of a rule: "1.0" is "1". */
export const setting = (text: string): Decimal => formatExact(exact(text)) as Decimal;

const rounded = (decimals: number | null) => (decimals === null ? {} : { decimals });

/** Exactly one highest and one lowest mark, from `minForTrim` marks on. */
export const oneEachSide = (kind: 'trimmed-mean' | 'trimmed-sum', minForTrim = 3): PanelAggregate => ({
  kind,
  dropHighest: 1,
  dropLowest: 1,
  minForTrim,
});

export const totals = (id: string, of: string): StepOf<'judge-totals'> => ({ id, kind: 'judge-totals', of });

export const panel = (
  id: string,
  of: string,
  aggregate: PanelAggregate,
  {
    decimals = null,
    missing = 'leave-out',
    ifNone = 'no-result',
  }: {
    readonly decimals?: number | null;
    readonly missing?: StepOf<'panel'>['missing'];
    readonly ifNone?: StepOf<'panel'>['ifNone'];
  } = {},
): StepOf<'panel'> => ({ id, kind: 'panel', of, aggregate, missing, ifNone, ...rounded(decimals) });

/** Columns with their weights, "1" where nothing is said. */
export const sumOf = (
  id: string,
  terms: readonly (string | readonly [string, string])[],
  ifMissing: StepOf<'sum'>['ifMissing'] = 'no-result',
  decimals: number | null = null,
): StepOf<'sum'> => ({
  id,
  kind: 'sum',
  terms: terms.map((term) => {
    const [of, weight] = typeof term === 'string' ? [term, '1'] : term;
    return { of, weight: setting(weight) };
  }),
  ifMissing,
  ...rounded(decimals),
});

/** Points of a rank: twelve for the first, one for the tenth, nothing from the eleventh on. Source: Eurovision. */
export const twelveToOne = (id: string, of: string): StepOf<'bands'> => ({
  id,
  kind: 'bands',
  of,
  bands: [
    ['1', '12'],
    ['2', '10'],
    ['3', '8'],
    ['4', '7'],
    ['5', '6'],
    ['6', '5'],
    ['7', '4'],
    ['8', '3'],
    ['9', '2'],
    ['10', '1'],
    ['11', '0'],
  ].map(([from = '0', points = '0']) => ({ from: setting(from), points: setting(points) })),
});

export const ranking = (by: string, prefer: Prefer, ties: readonly TieStep[] = []): Ranking => ({
  by,
  prefer,
  style: 'competition',
  ties: [...ties],
});

export const better = (of: string, prefer: Prefer): TieStep => ({ kind: 'value', of, prefer });

/** Decimals a file asks for; null: not rounded. */
export const decimalsOf = (text: string | null | undefined): number | null =>
  text === null || text === undefined ? null : count(text);
