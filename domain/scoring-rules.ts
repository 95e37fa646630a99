// The scoring rules (评分规则) of an event as an organiser sets them: what makes a result out of marks, votes and imported points, and
// what makes places out of results. event-rule.ts turns them into the steps that are computed.
import Type, { type Static } from 'typebox';
import { CriterionIdSchema } from './ids.ts';
import { type Decimal, decimalPattern } from './numbers.ts';
import { BallotMethodSchema } from './rules/step-schema.ts';
import { TextSchema } from './text.ts';

const closed = { additionalProperties: false } as const;
const DecimalSchema = Type.Unsafe<Decimal>(Type.String({ pattern: decimalPattern }));
const Id = Type.String({ minLength: 1, maxLength: 48 });

export const RevealModeSchema = Type.Union([
  Type.Literal('at-once'),
  Type.Literal('one-behind'),
  Type.Literal('at-end'),
  Type.Literal('never'),
]);
export type RevealMode = Static<typeof RevealModeSchema>;

/** On each judge's total, or inside each item. */
const Scope = Type.Union([Type.Literal('judge-total'), Type.Literal('criterion')]);
export type Scope = Static<typeof Scope>;
const scope = { scope: Type.Optional(Scope) };
// A `default` is what a setting begins as when an organiser chooses the method; a file must still write it.
const trim = {
  dropHighest: Type.Integer({ minimum: 0, maximum: 10, default: 1 }),
  dropLowest: Type.Integer({ minimum: 0, maximum: 10, default: 1 }),
  /** Fewer valid scores than this: nothing is dropped, and the result says so. */
  minForTrim: Type.Integer({ minimum: 1, maximum: 100, default: 5 }),
  trimScope: Scope,
};
const decimalFrom = (first: string) => Type.Unsafe<Decimal>(Type.String({ pattern: decimalPattern, default: first }));
const Points = Type.Array(DecimalSchema, {
  minItems: 1,
  maxItems: 60,
  default: ['12', '10', '8', '7', '6', '5', '4', '3', '2', '1'],
});

/** How the marks of the panel become one figure (A1 to A14 of the rulebook). */
export const AggregateSchema = Type.Union([
  Type.Object({ kind: Type.Literal('mean'), ...scope }, closed),
  Type.Object({ kind: Type.Literal('trimmed-mean'), ...trim }, closed),
  Type.Object({ kind: Type.Literal('sum'), ...scope }, closed),
  Type.Object({ kind: Type.Literal('trimmed-sum'), ...trim }, closed),
  Type.Object({ kind: Type.Literal('winsorised-mean'), ...trim }, closed),
  Type.Object({ kind: Type.Literal('median'), ...scope }, closed),
  Type.Object({ kind: Type.Literal('closest-two'), ...scope }, closed),
  Type.Object(
    {
      kind: Type.Literal('clamp'),
      /** Points from the mean beyond which a value counts as the limit. */
      limit: decimalFrom('2'),
      /** The limits are rounded to so many decimals before they are used. */
      limitDecimals: Type.Integer({ minimum: 0, maximum: 4, default: 2 }),
      ...scope,
    },
    closed,
  ),
  // From here on the whole field is compared: nothing can be shown before everybody has been scored.
  Type.Object(
    { kind: Type.Literal('majority'), score: Type.Union([Type.Literal('votes'), Type.Literal('mean')]) },
    closed,
  ),
  Type.Object({ kind: Type.Literal('rank-sum'), as: Type.Union([Type.Literal('sum'), Type.Literal('mean')]) }, closed),
  Type.Object({ kind: Type.Literal('rank-weights'), decay: decimalFrom('0.19') }, closed),
  Type.Object(
    {
      kind: Type.Literal('rank-points'),
      points: Points,
      ties: Type.Union([Type.Literal('mean'), Type.Literal('same')]),
    },
    closed,
  ),
  Type.Object({ kind: Type.Literal('skating') }, closed),
  Type.Object({ kind: Type.Literal('ballot'), method: BallotMethodSchema }, closed),
]);
export type Aggregate = Static<typeof AggregateSchema>;

export const TieBreakerSchema = Type.Union([
  Type.Object({ kind: Type.Literal('criterion'), criterion: CriterionIdSchema }, closed),
  Type.Object({ kind: Type.Literal('untrimmed-mean') }, closed),
  Type.Object({ kind: Type.Literal('more-decimals') }, closed),
  /** More judges who put the one above the other. */
  Type.Object({ kind: Type.Literal('head-to-head') }, closed),
  /** More judges who gave the highest total that occurs among the tied. */
  Type.Object({ kind: Type.Literal('more-top-marks') }, closed),
  /** The better result of a named part: `panel`, a judge group or a component. */
  Type.Object({ kind: Type.Literal('part'), part: Id }, closed),
  /** The n-th best item, where the best one counts. */
  Type.Object({ kind: Type.Literal('next-best'), n: Type.Integer({ minimum: 2, maximum: 20 }) }, closed),
  Type.Object(
    { kind: Type.Literal('start-order'), prefer: Type.Union([Type.Literal('earlier'), Type.Literal('later')]) },
    closed,
  ),
  Type.Object({ kind: Type.Literal('panel-decision') }, closed),
]);
export type TieBreaker = Static<typeof TieBreakerSchema>;

/** How a figure that is no mark, such as a number of votes, becomes points on the scale of the panel (B1 to B5). */
export const MappingSchema = Type.Union([
  /** Already points; `max` of them are full marks. */
  Type.Object({ kind: Type.Literal('points'), max: decimalFrom('100') }, closed),
  Type.Object({ kind: Type.Literal('share') }, closed),
  Type.Object({ kind: Type.Literal('leader'), min: decimalFrom('0') }, closed),
  Type.Object(
    {
      kind: Type.Literal('rank-points'),
      points: Points,
      ties: Type.Union([Type.Literal('mean'), Type.Literal('same')]),
    },
    closed,
  ),
  Type.Object(
    { kind: Type.Literal('approval'), voters: Type.Integer({ minimum: 1, maximum: 1_000_000, default: 50 }) },
    closed,
  ),
  Type.Object(
    {
      kind: Type.Literal('bands'),
      bands: Type.Array(Type.Object({ from: DecimalSchema, points: DecimalSchema }, closed), {
        minItems: 1,
        maxItems: 40,
        default: [
          { from: '0', points: '60' },
          { from: '500', points: '80' },
          { from: '1000', points: '100' },
        ],
      }),
    },
    closed,
  ),
]);
export type Mapping = Static<typeof MappingSchema>;

const IfMissing = Type.Union([Type.Literal('no-result'), Type.Literal('redistribute')]);

export const JudgeGroupWeightsSchema = Type.Object(
  {
    weights: Type.Array(
      Type.Object({ group: Id, weight: DecimalSchema, aggregate: Type.Optional(AggregateSchema) }, closed),
      { minItems: 1, maxItems: 20 },
    ),
    /** A group of which nobody scored: no result, or its weight goes to the others in proportion. */
    ifMissing: IfMissing,
  },
  closed,
);

export const ComponentSchema = Type.Object(
  {
    id: Id,
    name: TextSchema,
    source: Type.Union([Type.Literal('audience'), Type.Literal('imported'), Type.Literal('manual')]),
    weight: DecimalSchema,
    mapping: MappingSchema,
  },
  closed,
);
export type Component = Static<typeof ComponentSchema>;

/** The parts of the final score (得分构成) beside the panel. Weights are percentages and add up to 100. */
export const ComponentsSchema = Type.Object(
  {
    panel: Type.Object({ weight: DecimalSchema, mapping: Type.Optional(MappingSchema) }, closed),
    parts: Type.Array(ComponentSchema, { minItems: 1, maxItems: 12 }),
    /** Points added up by weight, or the places in each part added up, lowest first. */
    combine: Type.Union([Type.Literal('weighted-sum'), Type.Literal('rank-sum')]),
    ifMissing: IfMissing,
  },
  closed,
);
export type Components = Static<typeof ComponentsSchema>;

export const RulesSchema = Type.Object(
  {
    aggregate: AggregateSchema,
    /** What stands in for a judge who gave no score; absent: nothing, the divisor shrinks. */
    missing: Type.Optional(
      Type.Union([Type.Literal('leave-out'), Type.Literal('replace-by-mean'), Type.Literal('judge-average')]),
    ),
    /** Between judges who did not all see the same entries. */
    normalise: Type.Optional(Type.Union([Type.Literal('severity'), Type.Literal('z-score')])),
    /** For aggregates inside each item: factors, rounding of the item, and how the items become one figure. */
    items: Type.Optional(
      Type.Object(
        {
          useDifficulty: Type.Boolean(),
          factor: Type.Optional(DecimalSchema),
          decimals: Type.Optional(Type.Integer({ minimum: 0, maximum: 4 })),
          combine: Type.Union([Type.Literal('sum'), Type.Literal('best')]),
        },
        closed,
      ),
    ),
    groups: Type.Optional(JudgeGroupWeightsSchema),
    components: Type.Optional(ComponentsSchema),
    /** Decimals of the published result. */
    decimals: Type.Integer({ minimum: 0, maximum: 4 }),
    /** Compare what is published, or the exact value behind it. */
    rankOn: Type.Union([Type.Literal('rounded'), Type.Literal('exact')]),
    rankStyle: Type.Union([Type.Literal('competition'), Type.Literal('dense')]),
    /** Results closer than this to the one above share its place (并列), neighbour by neighbour; tie-breakers are then not asked. */
    tolerance: Type.Optional(DecimalSchema),
    tieBreakers: Type.Array(TieBreakerSchema, { maxItems: 12 }),
    /** Number of places that win or advance; absent when there is no line. */
    cutLine: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
    /** Those who share a rank across the line: all inside (absent), or all outside. */
    tieAtCut: Type.Optional(Type.Union([Type.Literal('all-in'), Type.Literal('all-out')])),
    reveal: RevealModeSchema,
    /** Show each judge's total and what was dropped, with the score. */
    showJudgeTotals: Type.Boolean(),
    /** A second look before the hall sees a number (复核). */
    checkBeforeReveal: Type.Boolean(),
    /** A total further than this from the mean of the other judges is asked about before the result is shown. */
    outlierAt: Type.Optional(DecimalSchema),
    /** The judge may take a submitted sheet back while scoring is open. */
    judgeMayTakeBack: Type.Boolean(),
  },
  closed,
);
export type Rules = Static<typeof RulesSchema>;
