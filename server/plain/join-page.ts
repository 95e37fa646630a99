// The way in: six digits from the seat card, and the question before a seat is taken from another device.
import type { JoinCode } from '#protocol/http.ts';
import { serverWording } from '#protocol/wording.ts';
import type { Locale } from '#domain/text.ts';
import { html } from './html.ts';
import { renderPage } from './page.ts';
import { sayIn } from './wording.ts';

export function joinPage(locale: Locale, problem: JoinCode | 'seat.taken-over' | null, digits = ''): string {
  const say = sayIn(locale);
  const sentence = problem === null ? '' : serverWording[problem][locale === 'en' ? 'en' : 'zh'];
  const asks = problem === 'seat.in-use';
  const body = html`
    <form method="post" action="/plain/join">
      ${sentence === '' ? '' : html`<p class="box ${asks ? 'warn' : 'no'}">${sentence}</p>`}
      ${
        asks
          ? html`<input type="hidden" name="code" value="${digits}" />
              <button class="btn pri" name="takeOver" value="1">${say('takeOver')}</button>
              <a class="btn" href="/plain">${say('cancel')}</a>`
          : html`<p>
                <label
                  ><b>${say('enterCode')}</b><br />
                  <input
                    type="text"
                    name="code"
                    value="${digits}"
                    maxlength="6"
                    inputmode="numeric"
                    autocomplete="off"
                  />
                </label>
              </p>
              <button class="btn pri">${say('enter')}</button>`
      }
    </form>
    <p class="hint">${say('newer')} <a href="/judge">${say('judgePage')}</a></p>
  `;
  return renderPage({ locale, view: null, body, address: '/plain' });
}
