// What every scene component is given: its own part of the view, the words, and the server's clock.
import type { LiveVotes } from '#domain/voting/live-votes.ts';
import type { SceneKind, SceneView, StageView } from '#domain/stage-view.ts';
import type { Speaker } from '../stage/stage-words.ts';

export interface SceneProps<Kind extends SceneKind> {
  readonly view: StageView;
  readonly scene: Extract<SceneView, { kind: Kind }>;
  readonly speaker: Speaker;
  /** Server time in ms; null when it has been out of reach for too long to be known. */
  readonly now: () => number | null;
  /** What is coming in, of polls that show it. */
  readonly votes: readonly LiveVotes[];
  /** Where phones find the hall, `http://192.168.1.20:8081`; null while nobody knows. */
  readonly hall: string | null;
  /** What the view holds is shown as it stands: a picture, a preview, the first view after a load or a cut. */
  readonly isStill: boolean;
}
