// The HTTP side: joining, files in and out, health. Bodies are checked with these schemas; the OpenAPI page is made from them.
import Type, { type Static } from 'typebox';
import { OpIdSchema, SeatIdSchema } from '#domain/ids.ts';
import { commandSchemas } from '#domain/commands.ts';
import type { Analysis } from '#domain/analysis/analysis-view.ts';
import type { ResultsTable } from '#domain/results-table.ts';
import { LocaleSchema } from '#domain/text.ts';

const closed = { additionalProperties: false } as const;

/** A personal link's key (128 bits and more), or the digits printed on a seat card, or the operator's code. */
export const JoinBodySchema = Type.Object(
  {
    code: Type.String({ minLength: 4, maxLength: 64, pattern: '^[0-9A-Za-z_-]+$' }),
    takeOver: Type.Optional(Type.Boolean()),
  },
  closed,
);

export const JoinedSchema = Type.Object(
  {
    role: Type.Union([Type.Literal('operator'), Type.Literal('judge'), Type.Literal('cue'), Type.Literal('screen')]),
    seat: Type.Union([SeatIdSchema, Type.Null()]),
    /** Takes this session to another address of the event; given once, with a new session. */
    moveToken: Type.Union([Type.String(), Type.Null()]),
  },
  closed,
);

const moveToken = Type.String({ minLength: 20, maxLength: 64, pattern: '^[0-9A-Za-z_-]+$' });
export const MoveBodySchema = Type.Object({ role: JoinedSchema.properties.role, token: moveToken }, closed);
export const MovedSchema = Type.Object(
  { ok: Type.Literal(true), role: JoinedSchema.properties.role, seat: JoinedSchema.properties.seat },
  closed,
);
export type Moved = Static<typeof MovedSchema>;

/** Which event an address has, for a page of another address of the same event. */
export const WhereSchema = Type.Object(
  {
    app: Type.Literal('liangfen'),
    epoch: Type.String(),
    ancestors: Type.Array(Type.String()),
    seq: Type.Integer({ minimum: 0 }),
  },
  closed,
);
export type Where = Static<typeof WhereSchema>;

const { entry, marks, remark } = commandSchemas['score.offer'].properties;

/** What a device that lost its seat had not delivered; `token` is the move token it was given when it joined. */
export const FoundBodySchema = Type.Object(
  {
    token: moveToken,
    items: Type.Array(Type.Object({ opId: OpIdSchema, entry, marks, remark }, closed), { minItems: 1, maxItems: 100 }),
  },
  closed,
);
export type FoundBody = Static<typeof FoundBodySchema>;

/**
 * `recorded-before`: the server had it all along; `found`: held for the operator's decision; `not-open`: keep it, scoring of
 * its entry has not been opened; `refused`: it cannot be taken, `code` says why.
 */
export const FoundSchema = Type.Object(
  {
    results: Type.Array(
      Type.Object(
        {
          opId: OpIdSchema,
          outcome: Type.Union([
            Type.Literal('recorded-before'),
            Type.Literal('found'),
            Type.Literal('not-open'),
            Type.Literal('refused'),
          ]),
          code: Type.Optional(Type.String()),
          receipt: Type.Optional(Type.String()),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type Found = Static<typeof FoundSchema>;

/** Every "no" over HTTP has this shape and the same codes as the wire. */
export const ProblemSchema = Type.Object({
  code: Type.String(),
  message: Type.Object({ zh: Type.String(), en: Type.String() }),
});
export type Problem = Static<typeof ProblemSchema>;

/** Join codes of HTTP: join.wrong-code, join.too-many-tries, seat.in-use (ask, then send takeOver), session.missing. */
export const JOIN_CODES = [
  'join.wrong-code',
  'join.too-many-tries',
  'seat.in-use',
  'session.missing',
  'seat.removed',
  'server.storage-failed',
] as const;
export type JoinCode = (typeof JOIN_CODES)[number];

/** The server stores hashes only: a card can be printed again until the server restarts, then it can only be replaced. */
export const SeatCardSchema = Type.Object(
  { seat: SeatIdSchema, number: Type.Integer(), digits: Type.String(), link: Type.String() },
  closed,
);
export type SeatCard = Static<typeof SeatCardSchema>;
/** Without `seats`: the whole panel's cards, nothing replaced. With `seats`: new codes for these; their old cards stop working. */
export const IssueCardsBodySchema = Type.Object(
  { seats: Type.Optional(Type.Array(SeatIdSchema, { maxItems: 100 })) },
  closed,
);
export const SeatCardsSchema = Type.Object(
  {
    cards: Type.Array(SeatCardSchema),
    /** Seats whose printed card works but cannot be printed again: name them in `seats` to replace it. */
    hidden: Type.Array(SeatIdSchema),
    address: Type.String(),
  },
  closed,
);
export type SeatCards = Static<typeof SeatCardsSchema>;

/** `endsFormer`: earlier cue links and codes stop working; devices that have joined stay joined. */
export const IssueCueBodySchema = Type.Optional(
  Type.Union([Type.Object({ endsFormer: Type.Optional(Type.Boolean()) }, closed), Type.Null()]),
);
export const CueCardSchema = Type.Object({ code: Type.String(), link: Type.String() }, closed);
export type CueCard = Static<typeof CueCardSchema>;

export const LocaleQuerySchema = Type.Object({ lang: Type.Optional(LocaleSchema) });

/** What GET /api/results.json answers: the result, when it was taken, and the journal's head it was made from. */
export interface ResultsDocument extends ResultsTable {
  /** Milliseconds since 1970. */
  readonly exportedAt: number;
  readonly journal: { readonly epoch: string; readonly seq: number; readonly hash: string };
}

/** What GET /api/analysis.json answers the operator: the analysis, and the journal's head it was made from. */
export interface AnalysisDocument extends Analysis {
  /** Milliseconds since 1970. */
  readonly takenAt: number;
  readonly journal: { readonly epoch: string; readonly seq: number; readonly hash: string };
}
