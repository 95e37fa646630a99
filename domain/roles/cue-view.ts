// What the host reads beside the stage: what is on, what to say now, what comes next. Nothing unrevealed is in it: the
// host learns a number in the same instant as the hall.
import type { EntryNoun, Segment, SegmentKind } from '../definition.ts';
import type { Rules } from '../scoring-rules.ts';
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
  | 'vote-open'
  | 'vote-closed'
  | 'announce-vote'
  | 'ceremony-opening'
  | 'announce-place'
  | 'announce-final'
  | 'pause'
  | 'ended';

/** The programme's next step in the host's words; of a sealed place the host knows what the hall's ladder shows. */
export interface ComingUp {
  readonly cue: CueKind;
  readonly entry: EntryCard | null;
  /** The last place still sealed on the ladder; null when only a shared one is left. */
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
