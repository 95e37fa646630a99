// The rule on keeping time (超时扣分、不足时): what is proposed for too long or too short a presentation, and where it is
// ended. It only proposes; a person confirms, changes or dismisses. Always off the final score, after trimming. [R-OVERTIME]
import Type, { type Static } from 'typebox';
import { type Decimal, decimalPattern } from '../numbers.ts';

const closed = { additionalProperties: false } as const;
const PointsSchema = Type.Unsafe<Decimal>(Type.String({ pattern: decimalPattern }));
export const mostTiers = 12;
const SecondsSchema = Type.Integer({ minimum: 1, maximum: 36_000 });

/** How many points for how many whole seconds over or under. Points are positive: they are taken off. */
export const TimeStepsSchema = Type.Union([
  Type.Object(
    {
      /** Fixed points from so many seconds on; each tier lasts until the next begins, the last one has no end. (分档扣分) */
      kind: Type.Literal('tiers'),
      tiers: Type.Array(Type.Object({ fromSec: SecondsSchema, points: PointsSchema }, closed), { maxItems: mostTiers }),
    },
    closed,
  ),
  Type.Object(
    {
      /** So many points for each unit of time, begun or full. */
      kind: Type.Literal('per-unit'),
      unitSec: SecondsSchema,
      points: PointsSchema,
      count: Type.Union([Type.Literal('started'), Type.Literal('full')]),
    },
    closed,
  ),
  Type.Object(
    {
      /** Between two amounts, chosen by a person. */
      kind: Type.Literal('discretion'),
      fromPoints: PointsSchema,
      toPoints: PointsSchema,
    },
    closed,
  ),
]);
export type TimeSteps = Static<typeof TimeStepsSchema>;

export const TimeRuleSchema = Type.Object(
  {
    /** Over by no more than this costs nothing; beyond it, the whole time over counts. */
    graceSec: Type.Optional(Type.Integer({ minimum: 0, maximum: 600 })),
    over: Type.Optional(TimeStepsSchema),
    under: Type.Optional(Type.Object({ minimumSec: SecondsSchema, steps: TimeStepsSchema }, closed)),
    /** Largest deduction for time (扣分上限). */
    cap: Type.Optional(PointsSchema),
    /** Seconds over at which the performance is ended (终止线): a sign at the console and the cue view, no act. */
    stopAfterSec: Type.Optional(SecondsSchema),
  },
  closed,
);
export type TimeRule = Static<typeof TimeRuleSchema>;
