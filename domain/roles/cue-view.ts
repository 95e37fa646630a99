// What the host reads beside the stage: what is on, what to say now, what comes next. Nothing unrevealed is in it: the
// host learns a number in the same instant as the hall.
import type { EntryNoun } from '../definition.ts';
import type { EntryCard, SceneView } from '../stage-view.ts';
import type { Locale, Text } from '../text.ts';
import type { Timer } from '../timer.ts';

export type CueKind =
  | 'before-start'
  | 'welcome'
  | 'introduce-judges'
  | 'introduce-entry'
  | 'presentation-running'
  | 'presentation-over'
  | 'scoring'
  | 'scores-sealed'
  | 'announce-score'
  | 'announce-ranking'
  | 'ceremony-opening'
  | 'announce-place'
  | 'announce-final'
  | 'pause'
  | 'ended';

export interface CueView {
  readonly role: 'cue';
  readonly phase: 'set-up' | 'live' | 'ended';
  readonly event: { readonly name: Text; readonly shortName: Text | null; readonly organizer: Text | null };
  readonly noun: EntryNoun;
  readonly hallLocale: Locale;
  readonly cue: CueKind;
  /** What the cue is about. */
  readonly entry: EntryCard | null;
  /** Only what the hall sees right now. */
  readonly scene: SceneView;
  readonly nextEntry: EntryCard | null;
  readonly stageEntry: EntryCard | null;
  readonly timer: Timer | null;
  readonly judges: readonly { readonly number: number; readonly name: Text; readonly title: Text | null }[];
  readonly counts: { readonly entries: number; readonly done: number; readonly revealed: number };
  readonly submitted: { readonly submitted: number; readonly expected: number } | null;
}
