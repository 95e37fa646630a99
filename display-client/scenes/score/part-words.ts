// A part of the score as the hall reads it: its name, and how its score becomes the points it adds. Only numbers of the view.
import type { PartScore } from '#domain/stage-view.ts';
import type { Speaker } from '../../stage/stage-words.ts';

export const partName = ({ name }: PartScore, { say, text }: Speaker): string =>
  name === null ? say('panelPart') : text(name);

/** "89.80 × 70%"; what was recorded before it, where that is no score: "812 → 100.00 × 30%". Empty where the points say it all. */
export function partFormula({ figure, score, weight, points }: PartScore, { say }: Speaker): string {
  if (score === null) return say('partMissing');
  const recorded = figure === null || figure === score ? '' : `${figure} → `;
  if (weight === null || points === null) return recorded === '' ? '' : `${recorded}${score}`;
  return `${recorded}${score} × ${weight}%`;
}
