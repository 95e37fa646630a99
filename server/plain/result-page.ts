// What became of a sheet: saved with its receipt, held for the operator, or why there is nothing to show.
import type { JudgeView, OwnSheet } from '#domain/roles/judge-view.ts';
import type { Locale } from '#domain/text.ts';
import { html, type Html } from './html.ts';
import { nameOf, numberOf, renderPage } from './page.ts';
import { sayIn, type Say } from './wording.ts';

export interface ResultPage {
  readonly locale: Locale;
  readonly view: JudgeView;
  readonly sheet: OwnSheet;
  readonly opId: string;
  /** The rulebook's "no" to the last act here. */
  readonly problem?: string;
}

const two = (value: number) => String(value).padStart(2, '0');
/** The clock of the hall: the server stands in it. */
const clock = (at: number): string => {
  const date = new Date(at);
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':');
};

function stateOf(sheet: OwnSheet, say: Say): Html {
  if (sheet.isHeld)
    return html`<div class="box dull">
      <b>${say('heldTitle')}</b>
      <p>${say('heldNote')}</p>
    </div>`;
  if (sheet.status === 'submitted')
    return html`<div class="box ok">
      <b>${say('saved')}</b>
      <p>${say('savedNote')}</p>
    </div>`;
  if (sheet.status === 'recused') return html`<p class="box dull">${say('recused')}</p>`;
  return html`<p class="box dull">${say(sheet.scoring === 'not-opened' ? 'notOpen' : 'closed')}</p>`;
}

export function resultPage({ locale, view, sheet, opId, problem }: ResultPage): string {
  const say = sayIn(locale);
  const isSubmitted = sheet.status === 'submitted';
  const body = html`
    <h1><span class="n">${numberOf(sheet.entry)}</span>${nameOf(sheet.entry, locale)}</h1>
    ${problem === undefined ? '' : html`<p class="box no">${problem}</p>`} ${stateOf(sheet, say)}
    ${
      isSubmitted
        ? html`<table>
            <tr>
              <td>${say('total')}</td>
              <td class="r big">${sheet.total}</td>
            </tr>
            <tr>
              <td>${say('receipt')}</td>
              <td class="r"><b>${sheet.receipt}</b></td>
            </tr>
            <tr>
              <td>${say('time')}</td>
              <td class="r">${clock(sheet.submittedAt ?? 0)}</td>
            </tr>
          </table>`
        : ''
    }
    <p><a class="btn pri" href="/plain">${say('back')}</a></p>
    ${
      sheet.mayTakeBack
        ? html`<form method="post" action="/plain/take-back">
            <input type="hidden" name="entry" value="${sheet.entry.id}" />
            <input type="hidden" name="version" value="${sheet.version}" />
            <button class="btn" name="op" value="${opId}">${say('takeBack')}</button>
          </form>`
        : ''
    }
  `;
  return renderPage({ locale, view, body, address: `/plain/result?entry=${sheet.entry.id}` });
}
