// A judge's sheets: the open ones first and large, the others with their state. Asks for itself again every few seconds,
// because nothing else tells this page that scoring has opened.
import type { JudgeView, OwnSheet } from '#domain/roles/judge-view.ts';
import type { Locale } from '#domain/text.ts';
import { html, type Html } from './html.ts';
import { nameOf, numberOf, renderPage } from './page.ts';
import { sayIn, type Say } from './wording.ts';

const refreshSec = 8;

function stateOf(sheet: OwnSheet, say: Say): string {
  if (sheet.isHeld) return say('state.held');
  switch (sheet.status) {
    case 'submitted':
      return say('state.submitted', { total: sheet.total ?? '' });
    case 'recused':
      return say('state.recused');
    case 'absent':
      return say('state.absent');
    case 'returned':
      return say('state.returned', { reason: sheet.reason ?? '' });
    case 'taken-back':
    case 'not-scored':
      return sheet.scoring === 'closed' ? say('state.closed') : say('state.waiting');
  }
}

export function listPage(locale: Locale, view: JudgeView, opId: string): string {
  const say = sayIn(locale);
  const [open, rest] = [view.sheets.filter((sheet) => sheet.isOpen), view.sheets.filter((sheet) => !sheet.isOpen)];
  const line = (sheet: OwnSheet): Html => html`
    <div class="line">
      ${
        sheet.isOpen
          ? html`<a class="btn pri" href="/plain/sheet?entry=${sheet.entry.id}"
              >${say(sheet.status === 'returned' ? 'reopen' : 'open')}</a
            >`
          : ''
      }
      <span class="n ${sheet.isOpen ? '' : 'q'}">${numberOf(sheet.entry)}</span>${nameOf(sheet.entry, locale)}
      ${
        sheet.isOpen && sheet.status !== 'returned'
          ? ''
          : html`<br />
              ${
                sheet.status === 'submitted'
                  ? html`<a href="/plain/result?entry=${sheet.entry.id}">${stateOf(sheet, say)}</a>`
                  : html`<span class="hint">${stateOf(sheet, say)}</span>`
              }`
      }
    </div>
  `;
  const body = html`
    <h1>${say('list')}</h1>
    ${open.length === 0 ? html`<p class="box dull">${say('noneOpen')}</p>` : open.map(line)}
    <a class="btn" href="/plain">${say('refresh')}</a>
    <form method="post" action="/plain/help" style="display:inline">
      <input type="hidden" name="op" value="${opId}" />
      <button class="btn" name="call" value="${view.isCallingForHelp ? '0' : '1'}">
        ${say(view.isCallingForHelp ? 'cancelHelp' : 'callHelp')}
      </button>
    </form>
    ${rest.map(line)}
  `;
  return renderPage({ locale, view, body, refreshSec, address: '/plain' });
}
