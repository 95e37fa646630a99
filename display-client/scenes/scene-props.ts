// What every scene component is given: its own part of the view, the words, and the server's clock.
import type { SceneKind, SceneView, StageView } from '#domain/stage-view.ts';
import type { Speaker } from '../stage/stage-words.ts';

export interface SceneProps<Kind extends SceneKind> {
  readonly view: StageView;
  readonly scene: Extract<SceneView, { kind: Kind }>;
  readonly speaker: Speaker;
  /** Server time in ms; null when it has been out of reach for too long to be known. */
  readonly now: () => number | null;
  /** What the view holds is shown as it stands: a picture, a preview, the first view after a load or a cut. */
  readonly isStill: boolean;
}
