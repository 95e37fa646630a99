// One sheet as a form: typed, then looked at once more, then handed in. The operation's id is made with the form, so that
// a double press or a reload hands in one score.
import { formatRounded } from '#domain/numbers.ts';
import type { JudgeView, OwnSheet } from '#domain/roles/judge-view.ts';
import { judgeTotal, type TotalledCriterion } from '#domain/rules/judge-total.ts';
import { inLocale, type Locale } from '#domain/text.ts';
import { html, type Html } from './html.ts';
import { nameOf, numberOf, renderPage } from './page.ts';
import { fieldName, type PlainField, type PlainSheet } from './sheet-form.ts';
import { sayIn, type Say } from './wording.ts';

export interface SheetPage {
  readonly locale: Locale;
  readonly view: JudgeView;
  readonly sheet: OwnSheet;
  readonly typed: PlainSheet;
  readonly base: number;
  readonly opId: string;
  /** Above the form: why it was not taken. */
  readonly problem?: string;
}

const head = (sheet: OwnSheet, locale: Locale): Html =>
  html`<h1><span class="n">${numberOf(sheet.entry)}</span>${nameOf(sheet.entry, locale)}</h1>`;

const hidden = ({ sheet, base, opId }: SheetPage): Html => html`
  <input type="hidden" name="entry" value="${sheet.entry.id}" />
  <input type="hidden" name="base" value="${base}" />
  <input type="hidden" name="op" value="${opId}" />
`;

function problemOf({ criterion, problem }: PlainField, say: Say): string {
  const { minAllowed: min, maxAllowed: max, entryStep: step } = criterion;
  return problem === null ? '' : say(problem, { min, max, step });
}

export function sheetPage(page: SheetPage): string {
  const { locale, view, sheet, typed, problem } = page;
  const say = sayIn(locale);
  const body = html`
    ${head(sheet, locale)}
    ${
      sheet.status === 'returned'
        ? html`<div class="box warn">
            <b>${say('returnedTitle')}</b>
            <p>${sheet.reason}</p>
          </div>`
        : ''
    }
    ${problem === undefined ? '' : html`<p class="box no">${problem}</p>`}
    <form method="post" action="/plain/sheet" id="sheet">
      ${hidden(page)}
      ${typed.fields.map(
        (field) => html`
          <div class="item ${field.problem === null ? '' : 'bad'}">
            <label
              ><b>${inLocale(field.criterion.name, locale)}</b>
              <span class="hint"
                >${say('range', {
                  min: field.criterion.minAllowed,
                  max: field.criterion.maxAllowed,
                  step: field.criterion.entryStep,
                })}</span
              ><br />
              <input
                type="text"
                name="${fieldName(field.criterion.id)}"
                value="${field.text}"
                maxlength="10"
                inputmode="decimal"
                autocomplete="off"
            /></label>
            ${problemOf(field, say)}
            ${field.criterion.guidance === null ? '' : html`<p class="hint">${inLocale(field.criterion.guidance, locale)}</p>`}
          </div>
        `,
      )}
      <p>
        <label
          >${say('remark')}<br /><textarea name="remark" rows="2" maxlength="1000">${typed.remark}</textarea>
        </label>
      </p>
      <button class="btn pri" name="act" value="review">${say('review')}</button>
      <a class="btn" href="/plain">${say('back')}</a>
    </form>
  `;
  return renderPage({ locale, view, body, address: null });
}

/** Everything once more before it is handed in. */
export function reviewPage(page: SheetPage, criteria: readonly TotalledCriterion[]): string {
  const { locale, view, sheet, typed, problem } = page;
  const say = sayIn(locale);
  const total = formatRounded(judgeTotal(criteria, typed.marks), view.totalDecimals);
  const body = html`
    ${head(sheet, locale)}
    <p class="box ${problem === undefined ? 'dull' : 'no'}">${problem ?? say('checkTitle')}</p>
    <form method="post" action="/plain/sheet" id="sheet">
      ${hidden(page)}
      <table>
        <tr>
          <th>${say('item')}</th>
          <th class="r">${say('mark')}</th>
        </tr>
        ${typed.fields.map(
          ({ criterion, text }) =>
            html`<tr>
              <td>${inLocale(criterion.name, locale)}</td>
              <td class="r"><b>${text}</b><input type="hidden" name="${fieldName(criterion.id)}" value="${text}" /></td>
            </tr>`,
        )}
      </table>
      <p>${say('total')} <span class="big">${total}</span></p>
      ${typed.remark === '' ? '' : html`<p class="hint">${typed.remark}</p>`}
      <input type="hidden" name="remark" value="${typed.remark}" />
      <button class="btn pri" name="act" value="submit">${say('submit', { total })}</button>
      <button class="btn" name="act" value="edit">${say('edit')}</button>
    </form>
  `;
  return renderPage({ locale, view, body, address: null });
}
