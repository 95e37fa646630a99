// What every page without script is made of: organisers' text made harmless, names, and the frame around it all.
import type { EntryCard } from '#domain/stage-view.ts';
import type { AudienceView } from '#domain/roles/audience-view.ts';
import { inLocale, type Locale, type Text } from '#domain/text.ts';
import { plainWords } from './plain-words.ts';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
export const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

export const said = (text: Text | null, locale: Locale): string =>
  text === null ? '' : escape(inLocale(text, locale));

/** An entry by the name the hall knows it by. */
export const entryName = ({ community, title }: EntryCard, locale: Locale): string => said(community ?? title, locale);

// Old engines only: no variables, no grid, no flex.
const style = `
  body { margin: 0; font: 18px/1.5 sans-serif; color: #141a2e; background: #f6f4ee; }
  .top { padding: 16px 20px; color: #fff; background: #14245a; }
  h1 { margin: 4px 0; font-size: 26px; line-height: 1.3; }
  h2 { margin: 24px 0 8px; font-size: 22px; }
  h3 { margin: 20px 0 4px; font-size: 20px; }
  p { margin: 8px 0; }
  .top p { margin: 0; color: #c3cdea; }
  .top a { color: #fff; display: inline-block; padding: 12px 0; }
  .page { padding: 8px 20px 40px; max-width: 720px; }
  .page a { display: inline-block; padding: 12px 0; color: #1e3c96; font-weight: bold; }
  table { width: 100%; border-collapse: collapse; background: #fff; }
  th, td { padding: 10px 8px; border-bottom: 1px solid #d8d2c4; text-align: left; vertical-align: top; }
  td.number { font-weight: bold; white-space: nowrap; }
  small { display: block; font-size: 16px; color: #454d66; }
  form { padding: 4px 16px 16px; background: #fff; border: 1px solid #8a8578; }
  fieldset { margin: 0; padding: 0; border: 0; }
  .tick { display: block; padding: 12px 0 12px 40px; border-bottom: 1px solid #d8d2c4; }
  .tick input { float: left; width: 26px; height: 26px; margin: 1px 0 0 -40px; }
  .field { display: block; padding: 8px 0; border-bottom: 1px solid #d8d2c4; }
  select, .field input, button { display: block; width: 100%; min-height: 48px; padding: 4px 12px; font: inherit; }
  .field input { box-sizing: border-box; border: 2px solid #8a8578; }
  button { margin-top: 16px; min-height: 56px; font-weight: bold; color: #fff; background: #1e3c96; border: 0; }
  .yes, .no { padding: 12px 16px; font-weight: bold; }
  .yes { color: #0a6b52; background: #ddf3ea; }
  .no { color: #a8201a; background: #fce4e1; }
`;

/** @param refreshesIn seconds; null where the reader is filling something in. */
export function frame(view: AudienceView | null, locale: Locale, body: string, refreshesIn: number | null): string {
  const words = plainWords[locale];
  const event = view?.event ?? null;
  const name = event === null ? '亮分 Liangfen' : said(event.name, locale);
  const about = [event?.organizer ?? null, event?.venue ?? null].flatMap((text) =>
    text === null ? [] : [said(text, locale)],
  );
  const other: Locale = locale === 'en' ? 'zh-CN' : 'en';
  return [
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    refreshesIn === null ? '' : `<meta http-equiv="refresh" content="${refreshesIn}">`,
    `<title>${name}</title><style>${style}</style></head><body>`,
    `<div class="top"><p>${about.join(' · ')}</p><h1>${name}</h1>`,
    `<a href="/plain?lang=${other}" lang="${other}">${words.other}</a></div>`,
    `<div class="page">${body}</div></body></html>`,
  ].join('');
}
