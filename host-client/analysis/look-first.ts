// What a chief judge needs in one look, as short cards: margins, stability, unusual severity, agreement, recusals.
import type { Analysis, ShownChanges } from '#domain/analysis/analysis-view.ts';
import type { AnalysisSpeaker } from './analysis-speaker.ts';
import { lineSentences, lineTitle } from './line-sentences.ts';

export interface LookFirstCard {
  readonly key: string;
  readonly title: string;
  /** The one figure of the card; null where it is all words. */
  readonly figure: string | null;
  readonly lines: readonly string[];
  /** Small print: thresholds, bases, cautions. */
  readonly notes: readonly string[];
  readonly isNotable: boolean;
}

function groupSentence(changes: ShownChanges | null, hasLine: boolean, { say, list }: AnalysisSpeaker): string {
  if (changes === null) return say('stability.noResult');
  const said = [
    ...(changes.isWinnerChanged ? [say('stability.winner')] : []),
    ...(changes.isPodiumChanged && !changes.isWinnerChanged ? [say('stability.podium')] : []),
    ...(hasLine && changes.entering.length + changes.leaving.length > 0 ? [say('stability.inside')] : []),
  ];
  if (said.length > 0) return list(said);
  return changes.moved === 0 ? say('stability.same') : say('stability.moved', { n: changes.moved });
}

function stabilityCard({ stability, groups, neighbours, cutLine }: Analysis, speaker: AnalysisSpeaker): LookFirstCard {
  const { say, text } = speaker;
  const { tried, winner, podium, inside, largestMove, noResult } = stability;
  const isFirm = winner + podium + (inside ?? 0) + noResult === 0;
  const counts = { n: tried, winner, podium, inside: inside ?? 0, most: largestMove };
  const line = isFirm
    ? say(inside === null ? 'stability.noLine' : 'stability.firmLine')
    : say(inside === null ? 'stability.noLineCounts' : 'stability.lineCounts', counts);
  const sentence =
    tried < 2 ? say('stability.none') : say(isFirm ? 'stability.firm' : 'stability.counts', { ...counts, line });
  const rulesWinner = neighbours.filter(({ changes }) => changes.isWinnerChanged).length;
  const rulesInside = neighbours.filter(({ changes }) => changes.entering.length + changes.leaving.length > 0).length;
  const rules =
    neighbours.length === 0
      ? []
      : rulesWinner + rulesInside === 0
        ? [say('rulesFirm', { n: neighbours.length })]
        : [say('rulesCounts', { n: neighbours.length, winner: rulesWinner, inside: rulesInside })];
  const ofGroups = groups.map(({ name, without }) =>
    say('stability.group', { group: text(name), what: groupSentence(without, cutLine !== null, speaker) }),
  );
  return {
    key: 'stability',
    title: say('stability'),
    figure: null,
    lines: [sentence, ...ofGroups, ...rules],
    notes: [],
    isNotable: (tried > 1 && !isFirm) || rulesWinner + rulesInside > 0,
  };
}

function unusualCard({ unusual, threshold, entries }: Analysis, speaker: AnalysisSpeaker): LookFirstCard {
  const { say, judge, figure } = speaker;
  const isEnough = entries.length >= threshold.entries;
  const lines = unusual.map(
    ({ seat, figure: kind, value }) =>
      `${say(`unusual.${kind}`, { judge: judge(seat), points: figure(value).replace(/^−/, '') })}${say('stop').trim()}`,
  );
  return {
    key: 'unusual',
    title: say('unusual'),
    figure: null,
    lines: lines.length > 0 ? lines : [isEnough ? say('unusual.none') : say('unusual.few', { n: threshold.entries })],
    notes: [say('unusual.threshold', { t: threshold.t, n: threshold.entries })],
    isNotable: unusual.length > 0,
  };
}

function agreementCard({ agreement }: Analysis, speaker: AnalysisSpeaker): LookFirstCard {
  const { say, figure, judgeShort, list } = speaker;
  const { icc3k, icc21, w, reliability, entries, judges, judgesLeftOut, cautions } = agreement;
  const leftOut =
    judgesLeftOut.length === 0 ? [] : [say('agreement.leftOut', { names: list(judgesLeftOut.map(judgeShort)) })];
  const lines =
    reliability === null
      ? [say('agreement.none', { why: icc3k.reason === null ? '' : say(`dash.${icc3k.reason}`) })]
      : [
          say('agreement.sentence', { word: say(`reliability.${reliability}`), icc3k: figure(icc3k) }),
          say('agreement.more', { icc21: figure(icc21), w: figure(w), n: entries, k: judges }),
        ];
  return {
    key: 'agreement',
    title: say('agreement'),
    figure: null,
    lines,
    notes: [...leftOut, ...cautions.map((caution) => say(`caution.${caution}`))],
    isNotable: reliability === 'poor',
  };
}

function recusalCard({ recusals }: Analysis, { say, entry, judge }: AnalysisSpeaker): readonly LookFirstCard[] {
  if (recusals.length === 0) return [];
  const moved = recusals.filter(({ place, estimated }) => place !== estimated);
  const lines = moved.map(({ entry: id, seat, place, estimated }) =>
    say('recusals.move', { entry: entry(id), judge: judge(seat), place, estimated }),
  );
  return [
    {
      key: 'recusals',
      title: say('recusals'),
      figure: null,
      lines: lines.length > 0 ? lines : [say('recusals.same', { n: recusals.length })],
      notes: [say('recusals.note')],
      isNotable: moved.length > 0,
    },
  ];
}

export function lookFirst(analysis: Analysis, speaker: AnalysisSpeaker): readonly LookFirstCard[] {
  const { say, figure } = speaker;
  const lines = [...analysis.lines]
    .sort((a, b) => b.line - a.line)
    .map((line): LookFirstCard => ({
      key: `line-${line.line}`,
      title: lineTitle(line, analysis, speaker),
      figure: figure(line.margin),
      lines: lineSentences(line, analysis, speaker),
      notes: [],
      isNotable: line.flip !== null && line.scope === 'every-mark' && line.flip.steps === 1,
    }));
  const none: LookFirstCard = {
    key: 'line',
    title: say('line.first'),
    figure: null,
    lines: [say('line.none')],
    notes: [],
    isNotable: false,
  };
  return [
    ...(lines.length > 0 ? lines : [none]),
    stabilityCard(analysis, speaker),
    unusualCard(analysis, speaker),
    agreementCard(analysis, speaker),
    ...recusalCard(analysis, speaker),
  ];
}
