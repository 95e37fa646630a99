// How each result of a scored event comes about, as text: judges' totals and what became of them, parts, deductions, the score, and
// what separated equal ones. Nothing is computed here; the numbers are the engine's.
import { sheetOf } from '#domain/entry-life.ts';
import { formatExact } from '#domain/numbers.ts';
import { scoreEvent, type EventScore } from '#domain/scored-event/score-event.ts';
import type { ScoredEvent } from '#domain/scored-event/scored-event.ts';
import type { Placed } from '#domain/standings.ts';
import type { Locale } from '#domain/text.ts';
import { explainWords } from '#client-kit/wording/command-line-explain.ts';
import { fill, pick } from '#client-kit/wording/translate.ts';

function judgeLines({ definition, lives }: EventScore, { result }: Placed, locale: Locale): readonly string[] {
  const words = explainWords[locale];
  const life = lives.get(result.entry);
  return definition.panel.map(({ seat, name }) => {
    const given = result.totals.find((known) => known.seat === seat);
    const status = life && sheetOf(life, seat).status;
    const fate = given ? words[given.fate] : words[status === 'recused' ? 'recused' : 'absent'];
    const blanks = { judge: pick(name, locale), total: given ? formatExact(given.total) : '', fate };
    return fill(given ? words.judge : words.judgeOut, blanks);
  });
}

function entryLines(event: ScoredEvent, score: EventScore, placed: Placed, locale: Locale): readonly string[] {
  const words = explainWords[locale];
  const { result, rank, isTied, decidedBy } = placed;
  const entry = event.entries.find(({ id }) => id === result.entry);
  const { decimals } = event.rules;
  const parts = result.parts.map(({ name, part, score: own, weight, points }) =>
    fill(weight === null ? words.partLine : words.weightedPart, {
      name: name === null ? words.panel : pick(name, locale) || part,
      score: own ?? '–',
      weight: weight ?? '',
      points: points ?? '–',
    }),
  );
  const taken =
    score.lives.get(result.entry)?.deductions.map(({ points, reason }) => fill(words.deduction, { points, reason })) ??
    [];
  return [
    fill(isTied ? words.sharedPlace : words.place, {
      rank,
      number: entry?.number ?? '',
      title: pick(entry?.title ?? null, locale),
    }),
    ...judgeLines(score, placed, locale),
    ...result.notes.flatMap((note) =>
      note.code === 'trim-suspended' ? [fill(words.suspended, { given: note.given, needed: note.needed })] : [],
    ),
    fill(words.panelScore, { score: result.panelScore }),
    ...parts,
    ...taken,
    fill(words.score, { exact: formatExact(result.final), decimals, score: result.score }),
    ...(decidedBy === null ? [] : [fill(words.decided, { by: words[decidedBy] })]),
  ];
}

export function explainText(event: ScoredEvent, locale: Locale): string {
  const score = scoreEvent(event);
  return score.ranking.map((placed) => entryLines(event, score, placed, locale).join('\n')).join('\n\n');
}
