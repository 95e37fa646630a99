// The chip at the top right of every scene: a word and a shape, so that colour is never the only sign.
import type { StageWord } from '#client-kit/wording/stage.ts';
import type { SceneView } from '#domain/stage-view.ts';
import type { Timer } from '#domain/timer.ts';

export interface Phase {
  readonly word: StageWord;
  readonly shape: 'rest' | 'live' | 'warn';
}

function timerPhase(timer: Timer | null): Phase {
  if (timer === null) return { word: 'phase.presentation', shape: 'rest' };
  if (timer.runningSince === null) return { word: 'phase.timer-paused', shape: 'rest' };
  return { word: `phase.${timer.kind}`, shape: 'live' };
}

export function phaseOf(scene: SceneView): Phase {
  switch (scene.kind) {
    case 'timer':
      return timerPhase(scene.timer);
    case 'progress':
      return scene.submitted === scene.expected
        ? { word: 'phase.complete', shape: 'rest' }
        : { word: 'phase.scoring', shape: 'live' };
    case 'score':
      return { word: scene.revealed === null ? 'phase.sealed' : 'phase.score', shape: 'rest' };
    case 'ranking':
      return { word: 'phase.ranking', shape: 'live' };
    case 'vote':
      return scene.poll.status === 'open'
        ? { word: 'phase.vote-open', shape: 'live' }
        : { word: 'phase.vote-closed', shape: 'rest' };
    case 'pause':
    case 'black':
      return { word: 'phase.pause', shape: 'warn' };
    case 'idle':
    case 'opening':
    case 'judges':
    case 'entry-card':
    case 'ceremony':
    case 'final':
    case 'vote-result':
      return { word: `phase.${scene.kind}`, shape: 'rest' };
  }
}
