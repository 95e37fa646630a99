// The steps a rule may hold, as data: what each reads by name and how it is set. steps/ computes them.
import Type, { type Static } from 'typebox';
import { decimalPattern, type Decimal } from '../numbers.ts';

const closed = { additionalProperties: false } as const;
export const Name = Type.String({ minLength: 1, maxLength: 64 });
export const Names = Type.Array(Name, { minItems: 1, maxItems: 200 });
/** Finer than a mark: weights of 0.0001 and factors with six decimals occur in rule books. */
const finePattern = '^-?(?:0|[1-9][0-9]{0,8})(?:\\.[0-9]{1,9})?$';
export const Fine = Type.Unsafe<Decimal>(Type.String({ pattern: finePattern }));
export const Plain = Type.Unsafe<Decimal>(Type.String({ pattern: decimalPattern }));
const Places = Type.Integer({ minimum: 0, maximum: 12 });
const Drop = Type.Integer({ minimum: 0, maximum: 50 });
export const Prefer = Type.Union([Type.Literal('highest'), Type.Literal('lowest')]);
export type Prefer = Static<typeof Prefer>;

const trim = { dropHighest: Drop, dropLowest: Drop, minForTrim: Type.Integer({ minimum: 1, maximum: 100 }) };

/** How the values of one panel become one value: A1 to A8. */
export const PanelAggregateSchema = Type.Union([
  Type.Object({ kind: Type.Literal('sum') }, closed),
  Type.Object({ kind: Type.Literal('mean') }, closed),
  Type.Object({ kind: Type.Literal('trimmed-mean'), ...trim }, closed),
  Type.Object({ kind: Type.Literal('trimmed-sum'), ...trim }, closed),
  Type.Object({ kind: Type.Literal('winsorised-mean'), ...trim }, closed),
  Type.Object({ kind: Type.Literal('median') }, closed),
  Type.Object({ kind: Type.Literal('closest-two') }, closed),
  Type.Object({ kind: Type.Literal('clamp'), limit: Plain, limitDecimals: Places }, closed),
]);
export type PanelAggregate = Static<typeof PanelAggregateSchema>;

/** What stands in for a mark that is not there, before the panel is aggregated. */
export const MissingPolicySchema = Type.Union([
  Type.Literal('leave-out'),
  Type.Literal('wait'),
  Type.Literal('replace-by-mean'),
]);
export type MissingPolicy = Static<typeof MissingPolicySchema>;

export const BallotMethodSchema = Type.Union([
  Type.Literal('plurality'),
  Type.Literal('approval'),
  Type.Literal('borda'),
  Type.Literal('copeland'),
  Type.Literal('schulze'),
  Type.Literal('ranked-pairs'),
  Type.Literal('minimax'),
  Type.Literal('irv'),
  Type.Literal('kemeny'),
  Type.Literal('star'),
]);
export type BallotMethod = Static<typeof BallotMethodSchema>;

const TiePoints = Type.Union([Type.Literal('mean'), Type.Literal('same')]);
const round = { decimals: Type.Optional(Places) };
const Weights = Type.Array(Type.Object({ full: Fine, weight: Fine }, closed), { minItems: 1, maxItems: 50 });
const named = <K extends string>(kind: K) => ({ id: Name, kind: Type.Literal(kind) });

export const StepSchema = Type.Union([
  // From marks to one value per judge.
  Type.Object(
    {
      ...named('judge-totals'),
      of: Name,
      /** Per item: full marks and the points it gives at full marks; absent: marks are added up. */
      weights: Type.Optional(Weights),
      ...round,
    },
    closed,
  ),
  Type.Object(
    {
      ...named('judge-ranks'),
      of: Name,
      prefer: Prefer,
      ties: Type.Union([Type.Literal('mean'), Type.Literal('competition')]),
    },
    closed,
  ),
  Type.Object(
    {
      ...named('judge-points'),
      of: Name,
      prefer: Prefer,
      points: Type.Array(Fine, { minItems: 1, maxItems: 100 }),
      ties: TiePoints,
    },
    closed,
  ),
  Type.Object({ ...named('rank-weights'), of: Name, decay: Fine }, closed),
  Type.Object({ ...named('fill-missing'), of: Name, with: Type.Literal('judge-average') }, closed),
  Type.Object(
    {
      ...named('normalise'),
      of: Name,
      by: Type.Union([Type.Literal('severity'), Type.Literal('z-score')]),
      /** Given instead of computed, e.g. from a larger pool: per judge mean and deviation, and those of the pool. */
      reference: Type.Optional(
        Type.Object(
          {
            pool: Type.Object({ mean: Type.String(), deviation: Type.String() }, closed),
            judges: Type.Record(Name, Type.Object({ mean: Type.String(), deviation: Type.String() }, closed)),
          },
          closed,
        ),
      ),
    },
    closed,
  ),
  // From a panel to one value.
  Type.Object(
    {
      ...named('panel'),
      /** Marks (one value per item) or a column of judges' values (one value). */
      of: Name,
      /** Only these judges; absent: all of the table. */
      judges: Type.Optional(Names),
      aggregate: PanelAggregateSchema,
      missing: MissingPolicySchema,
      /** An item nobody marked: no result, or 0 (an element that only has its base value). */
      ifNone: Type.Union([Type.Literal('no-result'), Type.Literal('zero')]),
      ...round,
    },
    closed,
  ),
  Type.Object(
    {
      ...named('majority'),
      of: Name,
      declared: Type.Optional(Name),
      judges: Type.Optional(Names),
      score: Type.Union([Type.Literal('votes'), Type.Literal('mean')]),
    },
    closed,
  ),
  Type.Object({ ...named('skating'), of: Name, judges: Type.Optional(Names), placesGiven: Type.Boolean() }, closed),
  Type.Object(
    {
      ...named('ballot'),
      of: Name,
      judges: Type.Optional(Names),
      method: BallotMethodSchema,
      /** A ballot that does not value every entry: the others are last on it (absent), or it is left out. */
      incomplete: Type.Optional(Type.Union([Type.Literal('last'), Type.Literal('leave-out')])),
    },
    closed,
  ),
  // Arithmetic on numbers and lists.
  Type.Object(
    {
      ...named('times'),
      of: Name,
      by: Type.Array(
        Type.Union([
          Type.Object({ of: Name }, closed),
          Type.Object({ value: Fine }, closed),
          /** Per item: what full marks are and what they are to give. */
          Type.Object({ shares: Weights }, closed),
        ]),
        { minItems: 1, maxItems: 4 },
      ),
      ...round,
    },
    closed,
  ),
  Type.Object(
    {
      ...named('sum'),
      terms: Type.Array(Type.Object({ of: Name, weight: Fine }, closed), { minItems: 1, maxItems: 60 }),
      ifMissing: Type.Union([Type.Literal('no-result'), Type.Literal('redistribute'), Type.Literal('zero')]),
      ...round,
    },
    closed,
  ),
  /** One item of a list as a number of its own. */
  Type.Object({ ...named('item'), of: Name, item: Type.Integer({ minimum: 0, maximum: 199 }) }, closed),
  Type.Object({ ...named('product'), of: Names, ...round }, closed),
  Type.Object(
    { ...named('nth-best'), of: Names, n: Type.Integer({ minimum: 1, maximum: 50 }), prefer: Prefer, ...round },
    closed,
  ),
  Type.Object({ ...named('bound'), of: Name, min: Type.Optional(Fine), max: Type.Optional(Fine) }, closed),
  Type.Object({ ...named('round'), of: Name, decimals: Places }, closed),
  Type.Object({ ...named('ratio'), of: Name, over: Name, times: Fine, ...round }, closed),
  Type.Object(
    {
      ...named('bands'),
      of: Name,
      bands: Type.Array(Type.Object({ from: Fine, points: Fine }, closed), { minItems: 1, maxItems: 40 }),
    },
    closed,
  ),
  // Across the field.
  Type.Object(
    {
      ...named('place'),
      of: Name,
      prefer: Prefer,
      style: Type.Union([Type.Literal('competition'), Type.Literal('dense'), Type.Literal('mean')]),
      thenBy: Type.Optional(Type.Object({ of: Name, prefer: Prefer }, closed)),
    },
    closed,
  ),
  Type.Object(
    {
      ...named('place-points'),
      of: Name,
      prefer: Prefer,
      points: Type.Array(Fine, { minItems: 1, maxItems: 100 }),
      ties: Type.Union([Type.Literal('mean'), Type.Literal('same')]),
    },
    closed,
  ),
  Type.Object(
    {
      ...named('share'),
      of: Name,
      as: Type.Union([Type.Literal('of-all'), Type.Literal('of-leader')]),
      min: Fine,
      max: Fine,
      ...round,
    },
    closed,
  ),
]);
export type Step = Static<typeof StepSchema>;
export type StepKind = Step['kind'];
export type StepOf<K extends StepKind> = Extract<Step, { kind: K }>;
