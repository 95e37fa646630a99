// Which window is open over the console, and what it is about. One at a time; it keeps its own object, whatever the
// programme does behind it.
import type { DeductionId, EntryId, SeatId } from '#domain/ids.ts';

/** One member of the union per kind, so that asking for the kind leaves exactly one. */
type Each<Kind extends string, About = unknown> = Kind extends string
  ? { readonly kind: Kind } & Readonly<About>
  : never;

/** Windows that ask for a reason and send one command: their words and consequences stand in reason-forms.ts. */
export type ReasonRequest =
  | Each<'return' | 'absent' | 'absent-rest' | 'recuse' | 'reinstate-sheet', { entry: EntryId; seat: SeatId }>
  | Each<'reopen-scoring' | 'correct' | 'reinstate-entry', { entry: EntryId }>
  | Each<'withdraw-deduction', { entry: EntryId; deduction: DeductionId }>
  | Each<'cancel-ceremony' | 'withdraw-publication' | 'reopen-event' | 'return-to-set-up'>;

export type PickFor = 'return' | 'absent' | 'recuse' | 'paper';

export type DialogRequest =
  | ReasonRequest
  | Each<'pick-judge', { entry: EntryId; then: PickFor }>
  | Each<'paper', { entry: EntryId; seat: SeatId }>
  | Each<'seat-card' | 'amend-judge', { seat: SeatId }>
  | Each<'deduct' | 'remove' | 'amend-entry' | 'held' | 'nobody-left', { entry: EntryId }>
  | Each<'tie', { entries: readonly EntryId[] }>
  | Each<'order' | 'draw' | 'open-scoring' | 'timer-correct' | 'keys' | 'seat-cards' | 'end-event'>;

export type PanelKind = 'results' | 'analysis' | 'screens' | 'journal';
