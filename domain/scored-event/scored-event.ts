// A scored event: an event definition together with the sheets judges handed in, deductions, imported figures and decisions on
// ties, in one document. What a computer without a hall needs to make the whole result (npx liangfen score).
import Type, { type Static } from 'typebox';
import { EventDefinitionSchema } from '../definition.ts';
import { EntryIdSchema, SeatIdSchema } from '../ids.ts';
import { decimalPattern, type Decimal } from '../numbers.ts';

const closed = { additionalProperties: false } as const;
const DecimalSchema = Type.Unsafe<Decimal>(Type.String({ pattern: decimalPattern }));
const Reason = Type.Optional(Type.String({ maxLength: 400 }));

/** Why there are no marks: the judge may not score the entry, was away, or the sheet was declared void. */
export const NoMarksSchema = Type.Union([Type.Literal('recused'), Type.Literal('absent'), Type.Literal('void')]);
export type NoMarks = Static<typeof NoMarksSchema>;

/** One judge on one entry. A pair without a sheet is outstanding: the entry then has no result yet. */
export const ScoredSheetSchema = Type.Object(
  {
    entry: EntryIdSchema,
    seat: SeatIdSchema,
    /** One mark per score item, in the order of the criteria. */
    marks: Type.Optional(Type.Array(DecimalSchema, { minItems: 1, maxItems: 20 })),
    /** Instead of marks; a void sheet may keep the marks it had. */
    state: Type.Optional(NoMarksSchema),
    reason: Reason,
  },
  closed,
);
export type ScoredSheet = Static<typeof ScoredSheetSchema>;

export const ScoredEventSchema = Type.Object(
  {
    ...EventDefinitionSchema.properties,
    sheets: Type.Array(ScoredSheetSchema, { maxItems: 50_000 }),
    deductions: Type.Optional(
      Type.Array(Type.Object({ entry: EntryIdSchema, points: DecimalSchema, reason: Reason }, closed), {
        maxItems: 5_000,
      }),
    ),
    /** What the components of the rules gave: votes, imported points. */
    figures: Type.Optional(
      Type.Array(
        Type.Object(
          { entry: EntryIdSchema, component: Type.String({ minLength: 1, maxLength: 48 }), value: DecimalSchema },
          closed,
        ),
        { maxItems: 6_000 },
      ),
    ),
    /** Decided outside on entries that were equal at `score`, best first. */
    tieDecisions: Type.Optional(
      Type.Array(
        Type.Object(
          {
            order: Type.Array(EntryIdSchema, { minItems: 2, maxItems: 500 }),
            score: DecimalSchema,
            decidedBy: Reason,
            reason: Reason,
          },
          closed,
        ),
        { maxItems: 500 },
      ),
    ),
    /** The running order; the order of the entries where absent. */
    order: Type.Optional(Type.Array(EntryIdSchema, { maxItems: 500 })),
    /** Out of the competition: scores are kept, there is no place. */
    removed: Type.Optional(
      Type.Array(
        Type.Object(
          {
            entry: EntryIdSchema,
            as: Type.Union([Type.Literal('forfeited'), Type.Literal('withdrawn'), Type.Literal('disqualified')]),
            reason: Reason,
          },
          closed,
        ),
        { maxItems: 500 },
      ),
    ),
  },
  closed,
);
export type ScoredEvent = Static<typeof ScoredEventSchema>;
