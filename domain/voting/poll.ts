// A poll (投票) as an organiser sets it up: what the hall is asked, who may answer, what becomes of the votes.
import Type, { type Static } from 'typebox';
import { idPattern, PollIdSchema } from '../ids.ts';
import { TextSchema } from '../text.ts';

const closed = { additionalProperties: false } as const;

/** What a ballot says. Choosing and ranking are across entries, approving is about one entry, rating about either. */
export const AskSchema = Type.Union([
  /** Up to `max` entries; one of them where `max` is 1. */
  Type.Object({ kind: Type.Literal('choose'), max: Type.Integer({ minimum: 1, maximum: 20 }) }, closed),
  /** The best `max` entries, best first. */
  Type.Object({ kind: Type.Literal('rank'), max: Type.Integer({ minimum: 2, maximum: 20 }) }, closed),
  Type.Object(
    {
      kind: Type.Literal('rate'),
      about: Type.Union([Type.Literal('entries'), Type.Literal('entry')]),
      /** From 1 to this. */
      best: Type.Union([Type.Literal(5), Type.Literal(10)]),
    },
    closed,
  ),
  /** Yes or no. */
  Type.Object({ kind: Type.Literal('approve') }, closed),
]);
export type Ask = Static<typeof AskSchema>;

/** Whether it is asked anew about each entry, while that one is on. */
export const isAboutOneEntry = (ask: Ask): boolean =>
  ask.kind === 'approve' || (ask.kind === 'rate' && ask.about === 'entry');

/**
 * `codes`: one printed ballot code each. `roster`: a code for each person of a list. `device`: one ballot per phone, which proves
 * nothing about persons and is labelled so. `hand-count`: raised hands, cards or paper, counted by a teller.
 */
export const BallotKindSchema = Type.Union([
  Type.Literal('codes'),
  Type.Literal('roster'),
  Type.Literal('device'),
  Type.Literal('hand-count'),
]);
export type BallotKind = Static<typeof BallotKindSchema>;

export const PollSchema = Type.Object(
  {
    id: PollIdSchema,
    name: TextSchema,
    ask: AskSchema,
    ballots: BallotKindSchema,
    /** The ballot may be cast again while the poll is open; the newest choice counts. */
    mayChange: Type.Boolean(),
    /** What the hall is shown before the poll is closed. */
    whileOpen: Type.Union([Type.Literal('nothing'), Type.Literal('count'), Type.Literal('bars')]),
    /** It closes by itself after so long; absent: by the operator alone. */
    timeAllowedSec: Type.Optional(Type.Integer({ minimum: 5, maximum: 36_000 })),
    /** What becomes of the votes: a part of the score, or an award beside the ranking, which it never touches. */
    counts: Type.Union([
      Type.Object(
        { as: Type.Literal('component'), component: Type.String({ minLength: 1, maxLength: 48, pattern: idPattern }) },
        closed,
      ),
      Type.Object({ as: Type.Literal('award'), award: TextSchema }, closed),
    ]),
    /** Fewer valid ballots than this, and the declared way out is taken. */
    quorum: Type.Optional(
      Type.Object(
        {
          ballots: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
          /** The votes count all the same, or they give nothing: no points of that part, no award. */
          otherwise: Type.Union([Type.Literal('count'), Type.Literal('leave-out')]),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type Poll = Static<typeof PollSchema>;
