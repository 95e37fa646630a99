// The tables about the result: the range of each rank, and the result under neighbouring rules.
import { aggregateName } from '#client-kit/aggregate-in-words.ts';
import type { Analysis } from '#domain/analysis/analysis-view.ts';
import type { Aggregate } from '#domain/scoring-rules.ts';
import type { AnalysisSpeaker } from './analysis-speaker.ts';
import { wordCell, type FigureTableData } from './figure-table.ts';
import { changeCells, changeHeads } from './judge-tables.ts';

export function placesTable({ entries, cutLine }: Analysis, speaker: AnalysisSpeaker): FigureTableData {
  const { say, entry } = speaker;
  const ranged = ({ best, worst }: { readonly best: number; readonly worst: number }) => ({
    text: best === worst ? String(best) : say('range', { best, worst }),
    // A range that crosses the line is what the table is looked at for.
    isNotable: cutLine !== null && best <= cutLine && worst > cutLine,
  });
  const lastInside = entries.filter(({ isInside }) => isInside === true).length - 1;
  return {
    caption: say('placesTable'),
    note: null,
    heads: [
      say('col.entry', { n: 1 }),
      say('col.rank'),
      say('col.score'),
      say('col.withoutJudge'),
      say('col.otherRules'),
    ],
    figuresFrom: 1,
    rows: entries.map(({ entry: card, rank, isTied, score, withoutJudge, otherRules }, index) => ({
      key: card.id,
      hasLineBelow: cutLine !== null && index === lastInside && index < entries.length - 1,
      cells: [
        wordCell(entry(card.id)),
        isTied ? { text: String(rank), note: say('tied') } : wordCell(String(rank)),
        wordCell(score),
        ranged(withoutJudge),
        ranged(otherRules),
      ],
    })),
  };
}

/** "Trimmed mean (1+1), by item" */
export function ruleName(aggregate: Aggregate, { say, locale, list }: AnalysisSpeaker, hasItems: boolean): string {
  const drops =
    'dropHighest' in aggregate ? say('rule.each', { high: aggregate.dropHighest, low: aggregate.dropLowest }) : '';
  const scope = 'trimScope' in aggregate ? aggregate.trimScope : 'scope' in aggregate ? aggregate.scope : undefined;
  const name = `${aggregateName(aggregate.kind, locale)}${drops === '' || locale === 'zh-CN' ? '' : ' '}${drops}`;
  return hasItems && scope !== undefined ? list([name, say(`scope.${scope}`)]) : name;
}

export function rulesTable(analysis: Analysis, speaker: AnalysisSpeaker): FigureTableData {
  const { say } = speaker;
  const hasItems = analysis.neighbours.some(
    ({ aggregate }) =>
      ('trimScope' in aggregate && aggregate.trimScope === 'criterion') ||
      ('scope' in aggregate && aggregate.scope === 'criterion'),
  );
  return {
    caption: say('rulesTable'),
    note: `${say('official')}${say('colon')}${ruleName(analysis.aggregate, speaker, hasItems)}`,
    heads: [say('col.rule'), ...changeHeads(speaker)],
    figuresFrom: 4,
    rows: analysis.neighbours.map(({ aggregate, changes }) => {
      const name = ruleName(aggregate, speaker, hasItems);
      return { key: name, cells: [wordCell(name), ...changeCells(changes, analysis.cutLine !== null, speaker)] };
    }),
  };
}
