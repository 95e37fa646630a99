// What goes over the lane, as docs and protocol say it, written down again: the harness knows the product from outside only.
export interface Accepted {
  readonly ok: true;
  readonly seq: number;
  readonly at: number;
  readonly receipt: string | null;
  readonly isHeld: boolean;
}
export interface Refused {
  readonly ok: false;
  readonly code: string;
  readonly params: { readonly version?: number };
  readonly retryable: boolean;
}
export type Answer = Accepted | Refused;

export type Role = 'operator' | 'judge' | 'screen' | 'phone';

export interface Mark {
  readonly criterion: string;
  readonly mark: string;
}

/** The parts of commands that the checks look at; the rest travels untouched. */
export interface Command {
  readonly type: string;
  readonly entry?: string;
  readonly baseVersion?: number;
  readonly version?: number;
  readonly marks?: readonly Mark[];
  readonly basis?: number;
  readonly [more: string]: unknown;
}

export interface ViewMessage {
  readonly epoch: string;
  readonly seq: number;
  readonly view: unknown;
}

export interface SheetView {
  readonly entry: { readonly id: string };
  readonly status: string;
  readonly isOpen: boolean;
  readonly scoring: 'not-opened' | 'open' | 'closed';
  readonly version: number;
}
export interface JudgeView {
  readonly phase: string;
  readonly sheets: readonly SheetView[];
}

export interface EntryDesk {
  readonly card: { readonly id: string };
  readonly status: string;
  readonly scoring: 'not-opened' | 'open' | 'closed';
  readonly result: 'none' | 'checked' | 'revealed';
  readonly isOnStage: boolean;
  readonly isAllIn: boolean;
  readonly sheets: readonly { readonly seat: string; readonly status: string }[];
  readonly held: readonly { readonly seat: string; readonly receipt: string }[];
  readonly deductions: readonly { readonly reason: string }[];
  readonly computed: null | { readonly score: string; readonly rank: number | null };
}
export interface OperatorView {
  readonly phase: 'set-up' | 'live' | 'ended';
  readonly entries: readonly EntryDesk[];
  readonly programmeVersion: number;
  readonly isPublished: boolean;
  readonly screens: readonly { readonly screen: string }[];
  readonly program: { readonly scene: { readonly kind: string; readonly entry?: string } };
}

export interface Presence {
  readonly screens: readonly { readonly screen: string; readonly pairingCode: string | null }[];
  readonly storage?: { readonly isFailing: boolean };
}
