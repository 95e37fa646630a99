// The one big next action of the console: always the right one, always possible, and always leading on to the end.
import type { Command } from './commands.ts';
import type { EntryId, PollId, RunId, SeatId } from './ids.ts';
import type { Scene } from './stage-view.ts';

export type NextActionKind =
  | 'define-event'
  | 'solve-problems'
  | 'check-rules'
  | 'start-event'
  | 'show-opening'
  | 'show-judges'
  | 'introduce'
  | 'start-segment'
  | 'finish-presentation'
  | 'remind'
  | 'close-scoring'
  | 'check-result'
  | 'reveal'
  | 'show-ranking'
  | 'decide-tie'
  | 'decide-held'
  | 'decide-deduction'
  | 'decide-outlier'
  | 'enter-figures'
  | 'open-poll'
  | 'close-poll'
  | 'count-votes'
  | 'await-votes'
  | 'settle-marks'
  | 'begin-ceremony'
  | 'unveil'
  | 'publish'
  | 'show-final'
  | 'end-event'
  | 'nothing';

export interface NextAction {
  readonly kind: NextActionKind;
  /** What the button is about. */
  readonly entry: EntryId | null;
  /** Judges still outstanding, for `remind`; those asked about, for `decide-outlier` and `settle-marks`. */
  readonly seats: readonly SeatId[];
  /** Entries concerned, for `decide-tie` and `enter-figures`. */
  readonly entries: readonly EntryId[];
  /** Ids of judge groups nobody of which has scored, for `remind`; of components without figures, for `enter-figures`. */
  readonly parts: readonly string[];
  /** The poll it is about. */
  readonly poll: PollId | null;
  /** Its run; for `open-poll` the one that will be. */
  readonly run: RunId | null;
  /** Sent one after the other when pressed; empty where a dialog comes first. */
  readonly commands: readonly Command[];
  /** What cannot be unseen is held down, everything else is pressed, decisions open a dialog. */
  readonly guard: 'press' | 'hold' | 'dialog';
  /** For the sentence below the button, for the operator only: score and standing, or the place to unveil. */
  readonly score: string | null;
  readonly rank: number | null;
  /** Whether that place is shared. */
  readonly isTied: boolean;
  /** What the hall will see, loaded into the preview. */
  readonly scene: Scene | null;
}

const plain = {
  entry: null,
  seats: [],
  entries: [],
  parts: [],
  poll: null,
  run: null,
  commands: [],
  guard: 'press',
  score: null,
  rank: null,
  isTied: false,
  scene: null,
} as const;
/** One that is pressed, about nothing, unless the details say otherwise. */
export const action = (kind: NextActionKind, details: Partial<NextAction> = {}): NextAction => ({
  ...plain,
  kind,
  ...details,
});
