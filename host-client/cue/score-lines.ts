// How a host reads a revealed score: what was dropped, what was deducted, the final score, the standing. Only numbers that
// are in the view are read; none is made here.

import type { EntryCard, RevealedScore } from '#domain/stage-view.ts';
import { deductionReason } from '#domain/wording/time-reason.ts';
import type { CueSpeaker } from './cue-speaker.ts';

/** "一个最高分 98.00 分" when the judges' totals are shown; null when they are not. */
function droppedSide(score: RevealedScore, fate: 'highest-out' | 'lowest-out', speaker: CueSpeaker): string | null {
  const totals = score.judges.flatMap((judge) => (judge.fate === fate && judge.total !== null ? [judge.total] : []));
  const [only] = totals;
  if (only === undefined) return null;
  const isHigh = fate === 'highest-out';
  if (totals.length === 1) return speaker.say(isHigh ? 'say.highest' : 'say.lowest', { score: only });
  const scores = totals.join(speaker.say('listMark'));
  return speaker.say(isHigh ? 'say.highestMany' : 'say.lowestMany', { n: totals.length, scores });
}

function dropped(score: RevealedScore, speaker: CueSpeaker): string {
  const { isByItem, droppedHighest: high, droppedLowest: low } = score.rule;
  if (high + low === 0) return '';
  if (isByItem) return speaker.say('say.dropItems', { high, low });
  const sides = [droppedSide(score, 'highest-out', speaker), droppedSide(score, 'lowest-out', speaker)];
  const [highest, lowest] = sides;
  if (highest && lowest) return speaker.say('say.dropBoth', { high: highest, low: lowest });
  const side = highest ?? lowest;
  if (side) return speaker.say('say.dropOne', { side });
  return high === 1 && low === 1 ? speaker.say('say.dropOneEach') : speaker.say('say.dropCounts', { high, low });
}

const capital = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1);

/** "专家评委得分 93.66 分，占 70%，计 65.56 分；…": each group and component with what it adds; nothing where the panel is everything. */
function partLines({ parts }: RevealedScore, speaker: CueSpeaker): readonly string[] {
  const said = parts.flatMap(({ name, score, weight, points }) => {
    if (score === null) return [];
    const blanks = { name: name === null ? speaker.say('say.partPanel') : speaker.text(name), score };
    return weight === null || points === null
      ? [speaker.say('say.partPlain', blanks)]
      : [speaker.say('say.part', { ...blanks, weight, points })];
  });
  return said.length === 0 ? [] : [speaker.say('say.parts', { parts: said.join(speaker.say('say.partsMark')) })];
}

export function scoreLines(entry: EntryCard, score: RevealedScore, speaker: CueSpeaker): readonly string[] {
  const blanks = { who: speaker.who(entry), score: score.score, panel: score.panelScore };
  const deductions = score.deductions.map((line) =>
    speaker.say(`say.${line.kind}`, { points: line.points, reason: deductionReason(line, speaker.locale) }),
  );
  const said =
    deductions.length === 0
      ? speaker.say('say.score', blanks)
      : speaker.say('say.scoreAfterDeduction', { ...blanks, deductions: deductions.join(speaker.say('listMark')) });
  const standing =
    score.revealedCount === 1
      ? []
      : [speaker.say(score.isTied ? 'say.standingTied' : 'say.standing', { rank: score.rank })];
  const corrected =
    score.correctionReason === null
      ? []
      : [speaker.say('say.corrected', { n: entry.runningNumber, reason: score.correctionReason })];
  return [...corrected, ...partLines(score, speaker), capital(dropped(score, speaker) + said), ...standing];
}
