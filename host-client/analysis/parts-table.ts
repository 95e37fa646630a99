// Panel and hall looked at apart, as a table: each entry's place by each part alone beside its rank, and a sentence on whether votes that
// are still to come can change anything.
import { partNames } from '#client-kit/wording/part-names.ts';
import type { Analysis, ShownPart, ShownParts } from '#domain/analysis/analysis-view.ts';
import type { AnalysisSpeaker } from './analysis-speaker.ts';
import { wordCell, type FigureCell, type FigureTableData } from './figure-table.ts';

const nameOf = ({ name }: ShownPart, { text }: AnalysisSpeaker) => text(name ?? partNames.panel);

/** What the chair has to know before votes are asked for or released; empty where every part is in. */
export function partsSentence({ parts, outstanding, canChange }: ShownParts, speaker: AnalysisSpeaker): string {
  if (outstanding.length === 0) return '';
  const { say, list } = speaker;
  const names = list(parts.filter(({ part }) => outstanding.includes(part)).map((part) => nameOf(part, speaker)));
  if (canChange === null) return say('parts.outstanding', { parts: names });
  if (!canChange.order) return say('parts.changesNothing', { parts: names });
  return say(canChange.inside === false ? 'parts.changesOrder' : 'parts.changesAll', { parts: names });
}

export function partsTable(analysis: Analysis, apart: ShownParts, speaker: AnalysisSpeaker): FigureTableData {
  const { say, entry } = speaker;
  const ranks = new Map(analysis.entries.map(({ entry: card, rank }) => [card.id, rank]));
  const [first] = apart.parts;
  const byFirst = [...(first?.places.map((row) => row.entry) ?? []), ...(first?.missing ?? [])];
  const order = analysis.entries.length > 0 ? analysis.entries.map(({ entry: card }) => card.id) : byFirst;
  const cellOf = (part: ShownPart, id: (typeof order)[number]): FigureCell => {
    const row = part.places.find((known) => known.entry === id);
    const rank = ranks.get(id);
    return row === undefined
      ? { text: say('dash'), why: say('parts.missing') }
      : { text: String(row.place), note: row.points, isNotable: rank !== undefined && rank !== row.place };
  };
  return {
    caption: say('parts.table'),
    note: partsSentence(apart, speaker) || null,
    heads: [
      say('col.entry', { n: 1 }),
      say('col.rank'),
      ...apart.parts.map((part) => say('parts.column', { part: nameOf(part, speaker), weight: part.weight })),
    ],
    figuresFrom: 1,
    rows: order.map((id) => ({
      key: id,
      cells: [
        wordCell(entry(id)),
        wordCell(ranks.has(id) ? String(ranks.get(id)) : say('dash')),
        ...apart.parts.map((part) => cellOf(part, id)),
      ],
    })),
  };
}
