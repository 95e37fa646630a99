// Which window is open over the console, and what it is about. One at a time; it keeps its own object, whatever the
// programme does behind it.
import type { DeductionId, EntryId, RunId, SeatId } from '#domain/ids.ts';

/** One member of the union per kind, so that asking for the kind leaves exactly one. */
type Each<Kind extends string, About = unknown> = Kind extends string
  ? { readonly kind: Kind } & Readonly<About>
  : never;

/** Windows that ask for a reason and send one command: their words and consequences stand in reason-forms.ts. */
export type ReasonRequest =
  /** `prepared`: a ready reason that comes before the usual ones. */
  | Each<'return', { entry: EntryId; seat: SeatId; prepared?: string }>
  | Each<'absent' | 'absent-rest' | 'recuse' | 'reinstate-sheet', { entry: EntryId; seat: SeatId }>
  | Each<'reopen-scoring' | 'correct' | 'reinstate-entry', { entry: EntryId }>
  | Each<'withdraw-deduction', { entry: EntryId; deduction: DeductionId }>
  | Each<'void-poll', { run: RunId }>
  | Each<'cancel-ceremony' | 'withdraw-publication' | 'reopen-event' | 'return-to-set-up'>;

export type PickFor = 'return' | 'absent' | 'recuse' | 'paper';

export type DialogRequest =
  | ReasonRequest
  | Each<'working', { entry: EntryId }>
  | Each<'pick-judge', { entry: EntryId; then: PickFor }>
  | Each<'paper', { entry: EntryId; seat: SeatId }>
  | Each<'seat-card' | 'amend-judge', { seat: SeatId }>
  | Each<'deduct' | 'proposal' | 'remove' | 'amend-entry' | 'held' | 'nobody-left' | 'outlier', { entry: EntryId }>
  | Each<'count-votes', { run: RunId }>
  | Each<'issue-ballots' | 'revoke-ballots'>
  | Each<'figures', { component: string }>
  | Each<'tie', { entries: readonly EntryId[] }>
  | Each<'order' | 'draw' | 'open-scoring' | 'timer-correct' | 'keys' | 'seat-cards' | 'end-event'>;

export type PanelKind = 'results' | 'analysis' | 'screens' | 'backups' | 'votes' | 'journal';
