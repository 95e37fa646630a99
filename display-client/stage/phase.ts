// The chip at the top right of every scene: a word and a shape, so that colour is never the only sign.
import type { StageWord } from '#client-kit/wording/stage.ts';
import type { SceneView } from '#domain/stage-view.ts';

export interface Phase {
  readonly word: StageWord;
  readonly shape: '' | 'live' | 'warn';
}

export function phaseOf(scene: SceneView): Phase {
  switch (scene.kind) {
    case 'timer':
      return { word: 'phase.timer', shape: 'live' };
    case 'progress':
      return scene.submitted === scene.expected
        ? { word: 'phase.complete', shape: '' }
        : { word: 'phase.progress', shape: 'live' };
    case 'score':
      return { word: scene.revealed === null ? 'phase.sealed' : 'phase.score', shape: '' };
    case 'ranking':
      return { word: 'phase.ranking', shape: 'live' };
    case 'pause':
    case 'black':
      return { word: 'phase.pause', shape: 'warn' };
    case 'idle':
    case 'opening':
    case 'judges':
    case 'entry-card':
    case 'ceremony':
    case 'final':
      return { word: `phase.${scene.kind}`, shape: '' };
  }
}
