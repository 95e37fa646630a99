// The audience's page for browsers that run no script: polls as forms, the ranking as a table, asked for anew by the browser itself
// unless there is a form to fill in.
import type { AudienceView } from '#domain/roles/audience-view.ts';
import type { RankingRow } from '#domain/stage-view.ts';
import type { Locale } from '#domain/text.ts';
import type { CastVote } from '#protocol/hall.ts';
import { entryName, escape, frame, said } from './plain-html.ts';
import { isFormOpen, pollHtml } from './plain-ballot.ts';
import { plainWords } from './plain-words.ts';

function rowHtml(row: RankingRow, locale: Locale, hasScores: boolean): string {
  const words = plainWords[locale];
  const notes = [row.isTied ? words.tied : '', row.isCorrected ? words.corrected : ''].filter((note) => note !== '');
  const { community, subdistrict, title } = row.entry;
  const place = [subdistrict, community].map((text) => said(text, locale)).join(locale === 'en' ? ' ' : '');
  return [
    `<tr><td class="number">${row.rank}${notes.map((note) => `<small>${note}</small>`).join('')}</td>`,
    `<td>${place.trim() === '' ? '' : `<b>${place.trim()}</b><br>`}${said(title, locale)}`,
    ...row.awards.map((award) => `<small>${said(award, locale)}</small>`),
    `</td>${hasScores ? `<td class="number">${escape(row.score ?? '')}</td>` : ''}</tr>`,
  ].join('');
}

function ranking(view: AudienceView | null, locale: Locale): string {
  const words = plainWords[locale];
  if (view === null || !view.isPublished)
    return `<p>${view === null || view.phase === 'set-up' ? words.notReady : words.notYet}</p>`;
  const hasScores = view.rows.some((row) => row.score !== null);
  const finalists = view.finalists.map((entry) => `<li>${entryName(entry, locale)}</li>`);
  return [
    `<p>${words.published}</p><h2>${words.result}</h2>`,
    `<table><thead><tr><th scope="col">${words.rank}</th><th scope="col">${words.entry}</th>`,
    `${hasScores ? `<th scope="col">${words.score}</th>` : ''}</tr></thead><tbody>`,
    ...view.rows.map((row) => rowHtml(row, locale, hasScores)),
    '</tbody></table>',
    finalists.length === 0 ? '' : `<h2>${words.finalists}</h2><ul>${finalists.join('')}</ul>`,
  ].join('');
}

/** @param mine what this phone has cast. */
export function plainPage(view: AudienceView | null, locale: Locale, mine: readonly CastVote[] = []): string {
  const words = plainWords[locale];
  const polls = view?.polls ?? [];
  const isFilledIn = polls.some((poll) => isFormOpen(poll, mine));
  const body = [
    ...(polls.length === 0 ? [] : [`<h2>${words.voting}</h2>`]),
    ...polls.map((poll) => pollHtml(poll, locale, mine)),
    ranking(view, locale),
    `<p>${isFilledIn ? words.reloadsNot : words.refreshes}</p>`,
    `<p><a href="/plain?lang=${locale}">${words.refresh}</a></p>`,
  ].join('');
  return frame(view, locale, body, isFilledIn ? null : 20);
}
