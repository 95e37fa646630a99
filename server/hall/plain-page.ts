// The audience's page for browsers that run no script: the same view as a table, asked for anew by the browser itself.
import type { AudienceView } from '#domain/roles/audience-view.ts';
import type { RankingRow } from '#domain/stage-view.ts';
import { inLocale, type Locale, type Text } from '#domain/text.ts';
import { plainWords } from './plain-words.ts';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

// Old engines only: no variables, no grid, no flex.
const style = `
  body { margin: 0; font: 18px/1.5 sans-serif; color: #141a2e; background: #f6f4ee; }
  .top { padding: 16px 20px; color: #fff; background: #14245a; }
  h1 { margin: 4px 0; font-size: 26px; line-height: 1.3; }
  h2 { margin: 24px 0 8px; font-size: 22px; }
  p { margin: 8px 0; }
  .top p { margin: 0; color: #c3cdea; }
  .top a { color: #fff; display: inline-block; padding: 12px 0; }
  .page { padding: 8px 20px 40px; max-width: 720px; }
  .page a { display: inline-block; padding: 12px 0; color: #1e3c96; font-weight: bold; }
  table { width: 100%; border-collapse: collapse; background: #fff; }
  th, td { padding: 10px 8px; border-bottom: 1px solid #d8d2c4; text-align: left; vertical-align: top; }
  td.number { font-weight: bold; white-space: nowrap; }
  small { display: block; font-size: 16px; color: #454d66; }
`;

function rowHtml(row: RankingRow, locale: Locale, hasScores: boolean): string {
  const words = plainWords[locale];
  const say = (text: Text | null) => (text === null ? '' : escape(inLocale(text, locale)));
  const notes = [row.isTied ? words.tied : '', row.isCorrected ? words.corrected : ''].filter((note) => note !== '');
  const { community, subdistrict, title } = row.entry;
  const place = [subdistrict, community].map(say).join(locale === 'en' ? ' ' : '');
  return [
    `<tr><td class="number">${row.rank}${notes.map((note) => `<small>${note}</small>`).join('')}</td>`,
    `<td>${place.trim() === '' ? '' : `<b>${place.trim()}</b><br>`}${say(title)}`,
    ...row.awards.map((award) => `<small>${say(award)}</small>`),
    `</td>${hasScores ? `<td class="number">${escape(row.score ?? '')}</td>` : ''}</tr>`,
  ].join('');
}

function body(view: AudienceView | null, locale: Locale): string {
  const words = plainWords[locale];
  if (view === null || !view.isPublished)
    return `<p>${view === null || view.phase === 'set-up' ? words.notReady : words.notYet}</p><p>${words.refreshes}</p>`;
  const hasScores = view.rows.some((row) => row.score !== null);
  const finalists = view.finalists.map(({ community, title }) => {
    const name = community ?? title;
    return `<li>${escape(inLocale(name, locale))}</li>`;
  });
  return [
    `<p>${words.published}</p><h2>${words.result}</h2>`,
    `<table><thead><tr><th scope="col">${words.rank}</th><th scope="col">${words.entry}</th>`,
    `${hasScores ? `<th scope="col">${words.score}</th>` : ''}</tr></thead><tbody>`,
    ...view.rows.map((row) => rowHtml(row, locale, hasScores)),
    '</tbody></table>',
    finalists.length === 0 ? '' : `<h2>${words.finalists}</h2><ul>${finalists.join('')}</ul>`,
  ].join('');
}

export function plainPage(view: AudienceView | null, locale: Locale): string {
  const words = plainWords[locale];
  const event = view?.event ?? null;
  const name = event === null ? '亮分 Liangfen' : escape(inLocale(event.name, locale));
  const about = [event?.organizer ?? null, event?.venue ?? null].flatMap((text) =>
    text === null ? [] : [escape(inLocale(text, locale))],
  );
  const other: Locale = locale === 'en' ? 'zh-CN' : 'en';
  return [
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="refresh" content="20"><title>${name}</title><style>${style}</style></head><body>`,
    `<div class="top"><p>${about.join(' · ')}</p><h1>${name}</h1>`,
    `<a href="/plain?lang=${other}" lang="${other}">${words.other}</a></div>`,
    `<div class="page">${body(view, locale)}<p><a href="/plain?lang=${locale}">${words.refresh}</a></p></div>`,
    '</body></html>',
  ].join('');
}
