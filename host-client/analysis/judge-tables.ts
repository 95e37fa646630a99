// The tables about judges: severity and consistency; spread, discrimination and corrections; the result without each of them.
import type { AnalysedJudge, Analysis, ShownChanges } from '#domain/analysis/analysis-view.ts';
import type { AnalysisSpeaker } from './analysis-speaker.ts';
import { figureCell, wordCell, type FigureCell, type FigureTableData } from './figure-table.ts';

const headCell = ({ seat, group }: AnalysedJudge, { judgeShort, text }: AnalysisSpeaker): FigureCell =>
  group === null ? { text: judgeShort(seat) } : { text: judgeShort(seat), note: text(group) };

export function severityTable({ judges }: Analysis, speaker: AnalysisSpeaker): FigureTableData {
  const { say, list } = speaker;
  return {
    caption: say('judgesTable'),
    note: say('severityNote'),
    heads: [
      say('col.judge'),
      say('col.count'),
      say('col.severity'),
      say('col.error'),
      say('col.t'),
      say('col.scatter'),
      say('col.correlation'),
      say('col.box'),
      say('col.note'),
    ],
    figuresFrom: 1,
    rows: judges.map((judge) => ({
      key: judge.seat,
      cells: [
        headCell(judge, speaker),
        wordCell(String(judge.entries)),
        { ...figureCell(judge.severity, speaker, true), isNotable: judge.unusual.length > 0 },
        figureCell(judge.standardError, speaker),
        figureCell(judge.t, speaker, true),
        figureCell(judge.scatter, speaker),
        figureCell(judge.correlation, speaker),
        wordCell(
          judge.box === null
            ? say('dash')
            : [judge.box.lowest, judge.box.median, judge.box.highest].map(speaker.figure).join(' / '),
        ),
        { text: list(judge.unusual.map((figure) => say(`note.${figure}`))), isNotable: judge.unusual.length > 0 },
      ],
    })),
  };
}

export function spreadTable({ judges }: Analysis, speaker: AnalysisSpeaker): FigureTableData {
  const { say } = speaker;
  return {
    caption: say('spreadTable'),
    note: say('spreadNote'),
    heads: [
      say('col.judge'),
      say('col.deviation'),
      say('col.relative'),
      say('col.used'),
      say('col.distinct'),
      say('col.discrimination'),
      say('col.ties'),
      say('col.high'),
      say('col.low'),
    ],
    figuresFrom: 1,
    rows: judges.map((judge) => ({
      key: judge.seat,
      cells: [
        headCell(judge, speaker),
        figureCell(judge.standardDeviation, speaker),
        figureCell(judge.relativeSpread, speaker),
        figureCell(judge.used, speaker),
        wordCell(String(judge.distinct)),
        figureCell(judge.discrimination, speaker),
        figureCell(judge.tieRate, speaker),
        figureCell(judge.corrected.highShare, speaker),
        figureCell(judge.corrected.lowShare, speaker),
      ],
    })),
  };
}

/** Winner, first three, who is inside, and how far ranks move: the same cells for a missing judge and for another rule. */
export function changeCells(
  changes: ShownChanges | null,
  hasLine: boolean,
  { say, entry, list }: AnalysisSpeaker,
): readonly FigureCell[] {
  if (changes === null) return [{ text: say('stability.noResult') }, ...[1, 2, 3, 4].map(() => wordCell(say('dash')))];
  const changed = (isChanged: boolean): FigureCell =>
    isChanged ? { text: say('changed'), isNotable: true } : { text: say('same') };
  const { entering, leaving } = changes;
  const inside = list([
    ...(entering.length > 0 ? [say('enters', { names: list(entering.map(entry)) })] : []),
    ...(leaving.length > 0 ? [say('leaves', { names: list(leaving.map(entry)) })] : []),
  ]);
  return [
    changed(changes.isWinnerChanged),
    changed(changes.isPodiumChanged),
    !hasLine
      ? { text: say('noLine') }
      : inside === ''
        ? { text: say('same') }
        : { text: inside, isNotable: true, isLong: true },
    wordCell(String(changes.moved)),
    wordCell(String(changes.largestMove)),
  ];
}

export const changeHeads = ({ say }: AnalysisSpeaker): readonly string[] => [
  say('col.winner'),
  say('col.podium'),
  say('col.inside'),
  say('col.moved'),
  say('col.most'),
];

export function withoutTable({ judges, cutLine }: Analysis, speaker: AnalysisSpeaker): FigureTableData {
  const { say } = speaker;
  return {
    caption: say('withoutTable'),
    note: null,
    heads: [say('col.judge'), ...changeHeads(speaker)],
    figuresFrom: 4,
    rows: judges.map((judge) => ({
      key: judge.seat,
      cells: [headCell(judge, speaker), ...changeCells(judge.without, cutLine !== null, speaker)],
    })),
  };
}
