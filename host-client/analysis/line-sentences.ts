// The margin at a line and what would flip it, in sentences.
import { panelWords } from '#client-kit/wording/console-panels.ts';
import type { Analysis, ShownFlip, ShownLine } from '#domain/analysis/analysis-view.ts';
import type { AnalysisSpeaker } from './analysis-speaker.ts';

function whatHappens({ entering, leaving }: ShownFlip, { say, entry, list }: AnalysisSpeaker): string {
  return list([
    ...(entering.length > 0 ? [say('flip.in', { names: list(entering.map(entry)) })] : []),
    ...(leaving.length > 0 ? [say('flip.out', { names: list(leaving.map(entry)) })] : []),
  ]);
}

function flipSentences({ flip, scope }: ShownLine, isCut: boolean, speaker: AnalysisSpeaker): readonly string[] {
  const { say, entry, judge, text } = speaker;
  if (flip === null)
    return [
      say(scope === 'every-mark' ? 'flip.none' : scope === 'next-to-line' ? 'flip.noneNear' : 'flip.nonePart', {
        who: say(isCut ? 'whoCut' : 'whoFirst'),
      }),
    ];
  const sentence = say('flip.one', {
    judge: judge(flip.seat),
    entry: entry(flip.entry),
    item: text(flip.criterionName),
    from: flip.from,
    to: flip.to,
    steps: flip.steps,
    what: whatHappens(flip, speaker),
  });
  return scope === 'every-mark' ? [sentence] : [sentence, say('flip.maybeLess')];
}

export const lineTitle = ({ line }: ShownLine, { cutLine }: Analysis, { say }: AnalysisSpeaker): string =>
  line === cutLine ? say('line.cut', { line }) : say('line.first');

export function lineSentences(line: ShownLine, analysis: Analysis, speaker: AnalysisSpeaker): readonly string[] {
  const { say, entry, figure, locale } = speaker;
  const isCut = line.line === analysis.cutLine;
  const blanks = { last: entry(line.lastInside), first: entry(line.firstOutside), margin: figure(line.margin) };
  const gap =
    line.decidedBy === null
      ? say(isCut ? 'line.gap' : 'line.gapFirst', blanks)
      : say('line.equal', { ...blanks, how: panelWords[locale][`by.${line.decidedBy}`] });
  const shared = line.inside > line.line ? [say(isCut ? 'line.shared' : 'line.sharedFirst', { n: line.inside })] : [];
  return [gap, ...shared, ...flipSentences(line, isCut, speaker)];
}
