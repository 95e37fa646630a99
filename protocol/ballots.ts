// Ballot codes over HTTP, for the operator alone: issue a batch, print its cards.
import Type, { type Static } from 'typebox';
import { OpIdSchema } from '#domain/ids.ts';

const closed = { additionalProperties: false } as const;

/** Sent again with the same `opId` it issues nothing new. */
const opId = Type.Optional(OpIdSchema);

/** The most that one batch holds, as in `ballots.issue`. */
const most = 20_000;

export const IssueBallotsBodySchema = Type.Union([
  Type.Object({ kind: Type.Literal('codes'), count: Type.Integer({ minimum: 1, maximum: most }), opId }, closed),
  /** One for each, in this order. */
  Type.Object(
    {
      kind: Type.Literal('roster'),
      names: Type.Array(Type.String({ minLength: 1, maxLength: 80 }), { minItems: 1, maxItems: most }),
      opId,
    },
    closed,
  ),
]);
export type IssueBallotsBody = Static<typeof IssueBallotsBodySchema>;

const count = Type.Integer({ minimum: 1 });

export const BallotCardSchema = Type.Object(
  {
    number: count,
    /** `XXXXX-XXXXX`. Its link is the hall's address with `#b=` and the code: opening it uses nothing up. */
    code: Type.String(),
    /** Of a roster; null on other cards. */
    name: Type.Union([Type.String(), Type.Null()]),
    isRevoked: Type.Boolean(),
  },
  closed,
);
export type BallotCard = Static<typeof BallotCardSchema>;

/** The cards of one batch. */
export const BallotSheetSchema = Type.Object(
  {
    batch: count,
    kind: Type.Union([Type.Literal('codes'), Type.Literal('roster')]),
    from: count,
    count,
    /** Milliseconds since 1970. */
    at: Type.Integer(),
    cards: Type.Array(BallotCardSchema),
  },
  closed,
);
export type BallotSheet = Static<typeof BallotSheetSchema>;

export const BallotSheetsSchema = Type.Object(
  {
    /** Of the hall; null while it cannot be reached. */
    address: Type.Union([Type.String(), Type.Null()]),
    sheets: Type.Array(BallotSheetSchema),
  },
  closed,
);
export type BallotSheets = Static<typeof BallotSheetsSchema>;
