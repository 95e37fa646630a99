// The wire of the judges' and operator's lane, readable in one sitting. Socket.IO carries these messages; nothing else.
//   client → server:  command (with acknowledgement), draft, status, clock (with acknowledgement)
//   server → client:  home, drafts (judges only), view, presence (operator only), screen (screens only), closed
import Type, { type Static } from 'typebox';
import { commandSchemas, type Command, type CommandOf } from '#domain/commands.ts';
import { EntryIdSchema, OpIdSchema, type EntryId, type Millis, type OpId, type SeatId } from '#domain/ids.ts';
import type { RefusalCode, RefusalParams } from '#domain/refusals.ts';
import type { CueView } from '#domain/roles/cue-view.ts';
import type { JudgeView } from '#domain/roles/judge-view.ts';
import type { OperatorView } from '#domain/roles/operator-view.ts';
import type { StageView } from '#domain/stage-view.ts';
import type { BackupState } from './backups.ts';
import type { LiveVotes } from '#domain/voting/live-votes.ts';

const closed = { additionalProperties: false } as const;

export type WireRole = 'operator' | 'judge' | 'screen' | 'cue';

/** In the handshake's `auth`. The session itself travels as the role's own HttpOnly cookie. */
export const HelloSchema = Type.Object(
  {
    role: Type.Union([Type.Literal('operator'), Type.Literal('judge'), Type.Literal('screen'), Type.Literal('cue')]),
    protocol: Type.Integer(),
  },
  closed,
);
export type Hello = Static<typeof HelloSchema>;

/** The envelope of a command; `command` itself is checked against its own schema of domain/commands.ts. */
export const CommandMessageSchema = Type.Object(
  { opId: OpIdSchema, command: Type.Object({ type: Type.String() }) },
  closed,
);
export interface CommandMessage {
  readonly opId: OpId;
  readonly command: Command;
}

const { baseVersion, marks, remark } = commandSchemas['score.submit'].properties;

/**
 * How far a judge has filled in a sheet, for the console's list; the sheet itself is shown to nobody and given to no other
 * device than the next one of the same seat. Kept in memory only.
 */
export const DraftMessageSchema = Type.Object(
  {
    entry: EntryIdSchema,
    filled: Type.Integer({ minimum: 0, maximum: 20 }),
    sheet: Type.Optional(Type.Object({ baseVersion, marks, remark }, closed)),
  },
  closed,
);
export type DraftMessage = Static<typeof DraftMessageSchema>;

/** What an earlier device of this seat had not handed in. */
export type KeptDraft = Pick<CommandOf<'score.submit'>, 'entry' | 'baseVersion' | 'marks' | 'remark'>;

/** How this device is doing: on connecting, when it changes, and every few seconds. */
export const StatusMessageSchema = Type.Object(
  {
    /** Scores on the device that the server has not answered. */
    waiting: Type.Integer({ minimum: 0, maximum: 10_000 }),
    /** Of the newest question that was answered; null before the first. */
    roundTripMs: Type.Union([Type.Integer({ minimum: 0, maximum: 600_000 }), Type.Null()]),
    /** Of the page: it may be older than the server. */
    version: Type.String({ maxLength: 64 }),
  },
  closed,
);
export type StatusMessage = Static<typeof StatusMessageSchema>;

/** Codes the server itself can answer with, besides the domain's refusals. */
export const SERVER_CODES = [
  'server.unavailable',
  'server.storage-failed',
  'session.missing',
  'session.revoked',
  'seat.taken-over',
  'event.other',
  'protocol.too-old',
  'message.malformed',
  'command.malformed',
  'operation.conflict',
  'message.too-many',
] as const;
export type ServerCode = (typeof SERVER_CODES)[number];

/** `ok` is given only after the facts are on disk. The same opId gets the same answer for the life of the event. */
export type Answer =
  | {
      readonly ok: true;
      readonly seq: number;
      readonly at: Millis;
      readonly receipt: string | null;
      readonly isHeld: boolean;
    }
  | {
      readonly ok: false;
      readonly code: RefusalCode | ServerCode;
      readonly params: RefusalParams;
      readonly retryable: boolean;
    };

/** Which event this is and where else it may be found: the first message of a connection, and again when it changes. */
export interface HomeMessage {
  readonly epoch: string;
  /** The epochs this event was restored from, oldest first: what belongs to one of them belongs to this event. */
  readonly ancestors: readonly string[];
  /** `http://192.168.1.20:8080`: this computer's own first, then the spare ones. */
  readonly addresses: readonly string[];
  /** Of the pages this server hands out. */
  readonly version: string;
}

/** A whole view; a newer (epoch, seq) replaces an older one, nothing is merged. */
export interface ViewMessage<View> {
  readonly epoch: string;
  readonly seq: number;
  readonly view: View;
}

/** What the operator sees of the devices; whole and replaced as a whole. */
export interface Presence {
  readonly judges: readonly {
    readonly seat: SeatId;
    readonly isOnline: boolean;
    /** When the server last heard the device; null when never. */
    readonly lastHeardAt: Millis | null;
    /** Its connections that ended within the last five minutes. */
    readonly cuts: number;
    /** As the device last said: scores it has not delivered, its round trip, the version of its page. */
    readonly waiting: number;
    readonly roundTripMs: number | null;
    readonly version: string | null;
    /** Marks filled in per open entry, as the device last reported. */
    readonly drafts: readonly { readonly entry: EntryId; readonly filled: number; readonly at: Millis }[];
  }[];
  /** Paired and unpaired screens; an unpaired one is known by the code it shows. */
  readonly screens: readonly {
    readonly screen: string;
    readonly name: string | null;
    readonly pairingCode: string | null;
    readonly isOnline: boolean;
    readonly lastHeardAt: Millis | null;
    readonly version: string | null;
  }[];
  readonly cueViewsOnline: number;
  readonly operatorsOnline: number;
  /** Whether what happens can be written down; while it cannot, nothing is acknowledged. */
  readonly storage: {
    readonly isFailing: boolean;
    readonly since: Millis | null;
    readonly reason: 'full' | 'error' | null;
  };
  readonly backups: BackupState;
}

/** What a screen is told about itself. */
export interface ScreenMessage {
  readonly isPaired: boolean;
  readonly pairingCode: string;
  readonly name: string | null;
}

export interface ViewOf {
  operator: OperatorView;
  judge: JudgeView;
  screen: StageView;
  cue: CueView;
}

export interface ClientToServer {
  command: (message: CommandMessage, acknowledge: (answer: Answer) => void) => void;
  draft: (message: DraftMessage) => void;
  status: (message: StatusMessage) => void;
  clock: (acknowledge: (now: Millis) => void) => void;
}

export interface ServerToClient {
  home: (message: HomeMessage) => void;
  drafts: (drafts: readonly KeptDraft[]) => void;
  view: (message: ViewMessage<ViewOf[WireRole]>) => void;
  presence: (presence: Presence) => void;
  screen: (message: ScreenMessage) => void;
  /** To screens, cue views and consoles: what is coming in, of polls that are open. Replaces the one before. */
  votes: (votes: readonly LiveVotes[]) => void;
  /** The session is over; the reason is a ServerCode. The client must not reconnect with it. */
  closed: (code: ServerCode) => void;
}
