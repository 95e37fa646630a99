// The rule of a competition as data: a short list of steps, each with its own rounding, and a ranking with its tie-breakers.
// Every step reads marks, numbers or earlier steps by name and gives one column; the last ones give the places.
import Type, { type Static } from 'typebox';
import { Fine, Name, Names, Plain, Prefer, StepSchema } from './step-schema.ts';

const closed = { additionalProperties: false } as const;

export const TieStepSchema = Type.Union([
  /** A named column decides: a part, an item, the untrimmed mean, a later segment, an earlier start. */
  Type.Object({ kind: Type.Literal('value'), of: Name, prefer: Prefer }, closed),
  /** More voters that gave anything, then more of the first listed points, then of the next … */
  Type.Object(
    {
      kind: Type.Literal('countback'),
      of: Name,
      values: Type.Array(Fine, { minItems: 1, maxItems: 60 }),
      votersFirst: Type.Boolean(),
    },
    closed,
  ),
  /** Preferred by more judges, among the still tied, than each other one. */
  Type.Object({ kind: Type.Literal('head-to-head'), of: Name }, closed),
  /** Better in more of these columns than each other one. */
  Type.Object({ kind: Type.Literal('better-in-more'), of: Names, prefer: Prefer }, closed),
  /** Given the highest mark that occurs among the tied by more judges. */
  Type.Object({ kind: Type.Literal('more-top-marks'), of: Name }, closed),
  Type.Object(
    { kind: Type.Literal('start-order'), prefer: Type.Union([Type.Literal('earlier'), Type.Literal('later')]) },
    closed,
  ),
  /** Decided outside and recorded: panel, chief judge, new vote, deciding performance, lot. */
  Type.Object({ kind: Type.Literal('decision') }, closed),
]);
export type TieStep = Static<typeof TieStepSchema>;

export const RankingSchema = Type.Object(
  {
    by: Name,
    /** The column people are shown, where it is another one: what a recorded decision names. */
    published: Type.Optional(Name),
    prefer: Prefer,
    style: Type.Union([Type.Literal('competition'), Type.Literal('dense'), Type.Literal('mean')]),
    /** Values closer than this to the one above share its place, neighbour by neighbour; tie-breakers are then not asked. */
    tolerance: Type.Optional(Plain),
    ties: Type.Array(TieStepSchema, { maxItems: 20 }),
  },
  closed,
);
export type Ranking = Static<typeof RankingSchema>;

export const RuleSchema = Type.Object(
  { steps: Type.Array(StepSchema, { minItems: 1, maxItems: 200 }), ranking: RankingSchema },
  closed,
);
export type Rule = Static<typeof RuleSchema>;
