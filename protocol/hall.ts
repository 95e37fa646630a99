// The wire of the hall: what the server's process and the hall's process tell each other, and what phones and the hall do. The hall's
// process knows of the event what is written here and nothing else.
import Type, { type Static } from 'typebox';
import { OpIdSchema, RunIdSchema, type Millis, type RunId } from '#domain/ids.ts';
import type { AudienceView } from '#domain/roles/audience-view.ts';
import { ChoiceSchema, type Choice, type Option } from '#domain/voting/choice.ts';
import type { LiveVotes } from '#domain/voting/live-votes.ts';
import type { Poll } from '#domain/voting/poll.ts';
import type { PollStatus, Rejected } from '#domain/voting/poll-run.ts';
import type { Tally } from '#domain/voting/tally.ts';
import type { ViewMessage } from './messages.ts';

/** A run as the ballot box needs it. */
export interface BoxRun extends Pick<Poll, 'ask' | 'ballots' | 'mayChange' | 'whileOpen'> {
  readonly run: RunId;
  /** A run that is opened after a restore may have the name of one that the box has seen. */
  readonly openedAt: Millis;
  readonly options: readonly Option[];
  readonly status: PollStatus;
}

/** Ballot codes by their hashes, numbered on from `from`. */
export interface BoxBatch {
  readonly kind: 'codes' | 'roster';
  readonly from: number;
  readonly hashes: readonly string[];
}

/** From the server's process to the hall's. Each replaces the one of its kind before. */
export type HallUpdate =
  | { readonly kind: 'audience-view'; readonly message: ViewMessage<AudienceView> }
  | { readonly kind: 'runs'; readonly runs: readonly BoxRun[] }
  | { readonly kind: 'ballots'; readonly batches: readonly BoxBatch[]; readonly revoked: readonly number[] }
  /** Lay a copy of the ballot box there, as it stands at one moment; answered by `box-copied`. */
  | { readonly kind: 'copy-box'; readonly to: string };

/**
 * From the hall's process to the server's: where it can be reached, or that none of its ports can be had; what is coming in; what a
 * closed poll's box holds, said again until the server has recorded it.
 */
export type HallReport =
  | { readonly kind: 'listening'; readonly port: number }
  | { readonly kind: 'no-port' }
  | { readonly kind: 'box-copied'; readonly to: string; readonly isWhole: boolean }
  | { readonly kind: 'votes'; readonly votes: readonly LiveVotes[] }
  | {
      readonly kind: 'sealed';
      readonly run: RunId;
      readonly tally: Tally;
      readonly rejected: Rejected;
      readonly digest: string;
    };

/** In a phone's handshake. */
export interface PhoneHello {
  readonly protocol: number;
}

const closed = { additionalProperties: false } as const;

/** As printed, with or without its dash; spaces and lower case are forgiven. */
const code = Type.String({ maxLength: 24 });

/** A phone casts its ballot. Without a code the phone itself is the ballot, where the poll allows that. */
export const VoteMessageSchema = Type.Object(
  { opId: OpIdSchema, run: RunIdSchema, choice: ChoiceSchema, code: Type.Optional(code) },
  closed,
);
export type VoteMessage = Static<typeof VoteMessageSchema>;

/** What has been cast by this phone, and with this code, is asked for after a reload. */
export const MineMessageSchema = Type.Object({ code: Type.Optional(code) }, closed);
export type MineMessage = Static<typeof MineMessageSchema>;

export const VOTE_REFUSALS = [
  'vote.malformed',
  'vote.not-open',
  'vote.too-late',
  'vote.already-cast',
  'vote.choice-impossible',
  'vote.code-missing',
  'vote.code-unknown',
  'vote.code-revoked',
  'vote.device-unknown',
  'vote.too-many-tries',
  'vote.not-stored',
] as const;
export type VoteRefusal = (typeof VOTE_REFUSALS)[number];

/** A vote that is on the disk. */
export interface CastVote {
  readonly run: RunId;
  readonly choice: Choice;
  readonly receipt: string;
  readonly at: Millis;
}

export type VoteAnswer =
  | ({ readonly ok: true } & CastVote)
  /** `retryable`: nobody knows better; send the same operation again. */
  | { readonly ok: false; readonly code: VoteRefusal; readonly retryable: boolean };

export interface MineAnswer {
  /** Whether the code that was asked with is one; null when none was. */
  readonly code: 'good' | 'unknown' | 'revoked' | null;
  readonly votes: readonly CastVote[];
}

export interface HallToPhone {
  /** A whole view, newest first of all: a later one replaces it. */
  view: (message: ViewMessage<AudienceView>) => void;
  /** What is coming in, of polls that show it. */
  votes: (votes: readonly LiveVotes[]) => void;
}

export interface PhoneToHall {
  vote: (message: VoteMessage, answer: (answer: VoteAnswer) => void) => void;
  mine: (message: MineMessage, answer: (answer: MineAnswer) => void) => void;
}
