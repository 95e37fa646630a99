// The frame of every plain page: no script, only markup and style that a browser of 2014 draws.
import type { JudgeView } from '#domain/roles/judge-view.ts';
import type { EntryCard } from '#domain/stage-view.ts';
import { inLocale, type Locale } from '#domain/text.ts';
import { html, Html } from './html.ts';
import { sayIn, type Say } from './wording.ts';

export interface PlainPage {
  readonly locale: Locale;
  readonly view: JudgeView | null;
  readonly body: Html;
  /** Seconds after which a page without typed text asks for itself again. */
  readonly refreshSec?: number;
  /** Where the language links lead; null where a form switches the language, so that nothing typed is lost. */
  readonly address: string | null;
}

/** Without quotation marks, which would be escaped. */
const style = new Html(`
body{margin:0;font:18px/1.5 Noto Sans SC,PingFang SC,Microsoft YaHei,sans-serif;color:#141a2e;background:#f6f4ee}
.top{overflow:hidden;padding:12px 16px;background:#fff;border-bottom:1px solid #8a8578}.top b{display:block}
.lang{float:right}.lang a,.lang b,.lang button{display:inline-block;padding:10px 12px}
.main{max-width:720px;margin:0 auto;padding:16px}
h1{font-size:26px;line-height:1.3;margin:8px 0}p{margin:8px 0}
a{color:#1e3c96}
.btn{display:inline-block;box-sizing:border-box;min-height:52px;padding:12px 24px;margin:6px 8px 6px 0;font:bold 20px/1.3 sans-serif;color:#141a2e;background:#fff;border:2px solid #8a8578;border-radius:8px;text-decoration:none;cursor:pointer}
.pri{color:#fff;background:#1e3c96;border-color:#1e3c96}
.line,.item{padding:12px 14px;margin:8px 0;background:#fff;border:1px solid #8a8578;border-radius:8px}
.line .btn{float:right;margin:0 0 0 12px}.line{overflow:hidden}
.n{display:inline-block;padding:2px 10px;margin-right:8px;color:#fff;background:#c92d1c;font-weight:bold;font-size:22px}
.q{background:#3a4566}
input[type=text],textarea{padding:10px;font:22px sans-serif;border:2px solid #8a8578;border-radius:6px;background:#fff;color:#141a2e}
input[type=text]{width:7em}textarea{width:100%;box-sizing:border-box;font-size:18px}
label b{font-size:20px}.hint{color:#454d66}
.bad{color:#a8201a;font-weight:bold}.bad input{border-color:#a8201a}
.box{padding:14px 16px;margin:12px 0;border:2px solid;border-radius:8px}
.ok{color:#0a6b52;background:#ddf3ea}.warn{color:#8a4b00;background:#ffefd2}.no{color:#a8201a;background:#fce4e1}.dull{background:#ece8de}
.box p,.box td,.box th{color:#141a2e}
table{border-collapse:collapse;width:100%}td,th{padding:8px 6px;text-align:left;border-bottom:1px solid #d8d2c4;font-weight:normal}.r{text-align:right}
.big{font-size:40px;font-weight:bold;line-height:1.2}
form{margin:0}
`);

export const numberOf = (entry: EntryCard): string => String(entry.runningNumber).padStart(2, '0');

export function nameOf(entry: EntryCard, locale: Locale): string {
  const unit = [entry.subdistrict, entry.community].map((text) => (text === null ? '' : inLocale(text, locale)));
  return [inLocale(entry.title, locale), unit.filter((part) => part !== '').join(' ')]
    .filter((part) => part !== '')
    .join(' · ');
}

function languages(locale: Locale, address: string | null): Html {
  const named = [
    ['zh-CN', '中文'],
    ['en', 'English'],
  ] as const;
  const joint = address?.includes('?') === true ? '&' : '?';
  return html`<div class="lang">
    ${named.map(([known, name]) => {
      if (known === locale) return html`<b>${name}</b>`;
      return address === null
        ? html`<button form="sheet" name="act" value="lang:${known}">${name}</button>`
        : html`<a href="${address}${joint}lang=${known}">${name}</a>`;
    })}
  </div>`;
}

export function renderPage({ locale, view, body, refreshSec, address }: PlainPage): string {
  const say: Say = sayIn(locale);
  const who =
    view === null
      ? html`<b>${say('title')}</b>`
      : html`<b>${inLocale(view.event.shortName ?? view.event.name, locale)}</b>${say('seat', {
            n: view.seat.number,
          })}
          ${inLocale(view.seat.name, locale)}`;
  const page = html`<html lang="${locale}">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      ${refreshSec === undefined ? '' : html`<meta http-equiv="refresh" content="${refreshSec}" />`}
      <title>${say('title')}</title>
      <style>
        ${style}
      </style>
    </head>
    <body>
      <div class="top">${languages(locale, address)}${who}</div>
      <div class="main">${body}</div>
    </body>
  </html>`;
  return `<!doctype html>${page.text}`;
}
