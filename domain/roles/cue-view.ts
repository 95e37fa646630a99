// What the host reads beside the stage: what is on, what to say now, what comes next. Nothing unrevealed is in it: the
// host learns a number in the same instant as the hall.
import type { EntryNoun, Rules, Segment, SegmentKind } from '../definition.ts';
import type { EntryCard, SceneView, StageView } from '../stage-view.ts';
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

/** The programme's next step in the host's words; a sealed place is known by its rank alone. */
export interface ComingUp {
  readonly cue: CueKind;
  readonly entry: EntryCard | null;
  readonly rank: number | null;
  /** What the timer will run for, when it is started next. */
  readonly segment: SegmentKind | null;
}

export interface CueView {
  readonly role: 'cue';
  readonly phase: 'set-up' | 'live' | 'ended';
  readonly event: StageView['event'];
  readonly noun: EntryNoun;
  readonly hallLocale: Locale;
  readonly cue: CueKind;
  /** What the cue is about. */
  readonly entry: EntryCard | null;
  /** Only what the hall sees right now. */
  readonly scene: SceneView;
  readonly nextEntry: EntryCard | null;
  readonly comingUp: ComingUp | null;
  readonly stageEntry: EntryCard | null;
  readonly timer: Timer | null;
  readonly judges: readonly {
    readonly number: number;
    readonly name: Text;
    readonly title: Text | null;
    readonly group: Text | null;
  }[];
  readonly segments: readonly Segment[];
  /** What the host reads out as the rules is what is computed. */
  readonly rules: Pick<Rules, 'aggregate' | 'reveal'> & { readonly cutLine: number | null };
  readonly counts: { readonly entries: number; readonly done: number; readonly revealed: number };
  readonly submitted: { readonly submitted: number; readonly expected: number } | null;
}
