// The wire of the judges' and operator's lane, readable in one sitting. Socket.IO carries these messages; nothing else.
//   client → server:  command (with acknowledgement), draft, clock (with acknowledgement)
//   server → client:  view, presence (operator only), screen (screens only), closed
import Type, { type Static } from 'typebox';
import type { Command } from '#domain/commands.ts';
import { EntryIdSchema, OpIdSchema, type EntryId, type Millis, type OpId, type SeatId } from '#domain/ids.ts';
import type { RefusalCode, RefusalParams } from '#domain/refusals.ts';
import type { CueView } from '#domain/roles/cue-view.ts';
import type { JudgeView } from '#domain/roles/judge-view.ts';
import type { OperatorView } from '#domain/roles/operator-view.ts';
import type { StageView } from '#domain/stage-view.ts';
import type { BackupState } from './backups.ts';

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

/** How far a judge has filled in a sheet: for the console's list only, never stored. */
export const DraftMessageSchema = Type.Object(
  { entry: EntryIdSchema, filled: Type.Integer({ minimum: 0, maximum: 20 }) },
  closed,
);
export type DraftMessage = Static<typeof DraftMessageSchema>;

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
  clock: (acknowledge: (now: Millis) => void) => void;
}

export interface ServerToClient {
  view: (message: ViewMessage<ViewOf[WireRole]>) => void;
  presence: (presence: Presence) => void;
  screen: (message: ScreenMessage) => void;
  /** The session is over; the reason is a ServerCode. The client must not reconnect with it. */
  closed: (code: ServerCode) => void;
}
