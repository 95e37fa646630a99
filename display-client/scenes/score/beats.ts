// The choreography of a reveal, in ms: cards open one after the other, the dropped ones are struck out, the score rises,
// the standing follows. A beat that has nothing to show takes no time.
import type { RevealedScore } from '#domain/stage-view.ts';

export interface Beats {
  readonly marks: number;
  readonly gap: number;
  readonly lowest: number;
  readonly highest: number;
  readonly final: number;
  readonly standing: number;
}

const [marksAt, longestGap, allCardsWithin] = [400, 170, 1020];
const [lookAtMarks, betweenDrops, beforeFinal, beforeStanding] = [880, 800, 1000, 1100];

export function beatsOf({ judges }: Pick<RevealedScore, 'judges'>): Beats {
  const gap = judges.length < 2 ? 0 : Math.min(longestGap, allCardsWithin / (judges.length - 1));
  const opened = judges.length === 0 ? 0 : marksAt + gap * (judges.length - 1) + lookAtMarks;
  const hasLowest = judges.some((judge) => judge.fate === 'lowest-out');
  const hasHighest = judges.some((judge) => judge.fate === 'highest-out');
  const lowest = opened;
  const highest = lowest + (hasLowest ? betweenDrops : 0);
  const final = hasHighest ? highest + beforeFinal : hasLowest ? lowest + beforeFinal : Math.max(opened, beforeFinal);
  return { marks: marksAt, gap, lowest, highest, final, standing: final + beforeStanding };
}

/** As custom properties for a style attribute. */
export const beatStyle = (beats: Beats): string =>
  Object.entries(beats)
    .map(([beat, ms]: [string, number]) => `--at-${beat}: ${Math.round(ms)}ms`)
    .join('; ');
