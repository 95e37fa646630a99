// What every scene component is given: its own part of the view, the words, and the server's clock.
import type { SceneKind, SceneView, StageView } from '#domain/stage-view.ts';
import type { Speaker } from '../stage/stage-words.ts';

export interface SceneProps<Kind extends SceneKind> {
  readonly view: StageView;
  readonly scene: Extract<SceneView, { kind: Kind }>;
  readonly speaker: Speaker;
  /** Server time in ms. */
  readonly now: () => number;
  /** For pictures and previews: the end state, without motion. */
  readonly isStill: boolean;
}
