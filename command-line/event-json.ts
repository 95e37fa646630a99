// The result of a scored event as JSON: what was published, what it was made of, and what was left out. Every number is text: as it is
// shown, and exact.
import { sheetOf } from '#domain/entry-life.ts';
import { judgeTotals } from '#domain/entry-result.ts';
import type { EntryId } from '#domain/ids.ts';
import { formatExact } from '#domain/numbers.ts';
import { scoreEvent, type EventScore, type NoPlace } from '#domain/scored-event/score-event.ts';
import type { ScoredEvent } from '#domain/scored-event/scored-event.ts';
import type { Placed } from '#domain/standings.ts';
import { noteJson } from './note-json.ts';

function judgesOf(event: ScoredEvent, { definition, lives }: EventScore, { result }: Placed) {
  const life = lives.get(result.entry);
  if (life === undefined) return [];
  const lines = new Map(judgeTotals(definition, life, result).map((line) => [line.seat, line]));
  const exact = new Map(result.totals.map(({ seat, total }) => [seat, formatExact(total)]));
  return definition.panel.map(({ seat, number, name }) => {
    const sheet = event.sheets.find((known) => known.entry === result.entry && known.seat === seat);
    const line = lines.get(seat);
    return {
      seat,
      number,
      name,
      /** What became of the total, or why there is none. */
      fate: sheet?.state ?? line?.fate ?? sheetOf(life, seat).status,
      total: line?.total ?? null,
      exact: exact.get(seat) ?? null,
      marks: sheet?.marks ?? null,
      ...(sheet?.reason !== undefined && { reason: sheet.reason }),
    };
  });
}

const namesIn = (event: ScoredEvent, entry: EntryId) => {
  const known = event.entries.find(({ id }) => id === entry);
  return { entry, number: known?.number ?? '', title: known?.title ?? null };
};

function rowJson(event: ScoredEvent, score: EventScore, placed: Placed) {
  const { result, rank, isTied, decidedBy } = placed;
  const { cutLine } = event.rules;
  return {
    place: rank,
    isShared: isTied,
    decidedBy,
    ...(cutLine !== undefined && { isInside: rank <= cutLine }),
    ...namesIn(event, result.entry),
    score: result.score,
    exact: formatExact(result.final),
    panelScore: result.panelScore,
    deducted: formatExact(result.deducted),
    parts: result.parts,
    deductions: (score.lives.get(result.entry)?.deductions ?? []).map(({ points, reason }) => ({ points, reason })),
    judges: judgesOf(event, score, placed),
    notes: result.notes.map((note) =>
      noteJson(
        note,
        event.panel.map(({ seat }) => seat),
      ),
    ),
  };
}

const withoutPlace = (event: ScoredEvent, { entry, ...why }: NoPlace) => ({ ...namesIn(event, entry), ...why });

export function eventJson(event: ScoredEvent): object {
  const score = scoreEvent(event);
  return {
    format: 'liangfen-result/1',
    event: event.name,
    ranking: score.ranking.map((placed) => rowJson(event, score, placed)),
    withoutPlace: score.unplaced.map((one) => withoutPlace(event, one)),
  };
}
