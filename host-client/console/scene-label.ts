// Names a scene in the operator's language: "得分 08", "排名 2".
import { runningNumber } from '#client-kit/format.ts';
import { consoleWords } from '#client-kit/wording/console.ts';
import { sayFrom } from '#client-kit/wording/say.svelte.ts';
import type { OperatorView } from '#domain/roles/operator-view.ts';
import type { Scene, SceneKind } from '#domain/stage-view.ts';

const say = sayFrom(consoleWords);

export function sceneLabel(view: OperatorView, scene: Scene): string {
  const name = say(`scene.${scene.kind}`);
  if ('entry' in scene) {
    const card = view.entries.find((known) => known.card.id === scene.entry)?.card;
    return card === undefined ? name : `${name} ${runningNumber(card.runningNumber)}`;
  }
  return scene.kind === 'ranking' && scene.page > 0 ? `${name} ${scene.page + 1}` : name;
}

/** The bank's places are fixed, so that a key always means the same scene; pause and black have buttons of their own. */
export const bankKinds = [
  'opening',
  'judges',
  'entry-card',
  'timer',
  'progress',
  'score',
  'ranking',
  'ceremony',
  'final',
  'idle',
] as const satisfies readonly SceneKind[];

/** The key of a place: 1 to 9, then 0. */
export const bankKey = (place: number): string => String((place + 1) % 10);
